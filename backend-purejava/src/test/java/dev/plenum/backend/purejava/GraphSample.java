package dev.plenum.backend.purejava;

import static dev.plenum.api.network.Activation.ELU;
import static dev.plenum.api.network.Activation.GELU;
import static dev.plenum.api.network.Activation.HARD_SILU;
import static dev.plenum.api.network.Activation.RELU;
import static dev.plenum.api.network.Activation.RELU6;
import static dev.plenum.api.network.Activation.SIGMOID;
import static dev.plenum.api.network.Activation.SILU;
import static dev.plenum.api.network.Activation.SOFTMAX;
import static dev.plenum.api.network.Padding.SAME;

import dev.plenum.api.network.Add;
import dev.plenum.api.network.AveragePooling2D;
import dev.plenum.api.network.BatchNormalization;
import dev.plenum.api.network.Concatenate;
import dev.plenum.api.network.Conv2D;
import dev.plenum.api.network.Dense;
import dev.plenum.api.network.DepthwiseConv2D;
import dev.plenum.api.network.GlobalAveragePooling2D;
import dev.plenum.api.network.GlobalMaxPooling2D;
import dev.plenum.api.network.Graph;
import dev.plenum.api.network.MaxPool2D;
import dev.plenum.api.network.Multiply;
import dev.plenum.api.network.Network;
import dev.plenum.api.network.Regularizer;
import dev.plenum.api.network.Reshape;
import dev.plenum.api.network.SeparableConv2D;
import dev.plenum.api.network.Shape;
import dev.plenum.api.network.SpatialDropout2D;
import dev.plenum.api.network.Value;
import dev.plenum.api.network.VarianceScaling;

/** A graph with every way that the engine has for its layers: wide and narrow, in vectors and beside them. */
final class GraphSample {
  private GraphSample() {}

  static Network network(Shape images) {
    return Graph.of(images, input -> {
      Value stem = input.then(
          Conv2D.of(20, 3).padding(SAME).bias(false).kernelInitializer(VarianceScaling.HE_NORMAL),
          BatchNormalization.defaults().momentum(0.5),
          RELU.layer());
      Value inner = stem.then(
          Conv2D.of(20, 3).padding(SAME).bias(false),
          BatchNormalization.defaults(),
          SILU.layer(),
          Conv2D.of(20, 5).padding(SAME),
          BatchNormalization.defaults().scale(false));
      Value residual = Add.of(stem, inner).then(ELU.layer());
      Value weights = residual.then(
          GlobalAveragePooling2D.instance(),
          Dense.of(5).activation(GELU),
          Dense.of(20).activation(SIGMOID).bias(false),
          Reshape.of(1, 1, 20));
      Value weighed = Multiply.of(residual, weights).then(SpatialDropout2D.of(0.2));
      Value left = weighed.then(
          DepthwiseConv2D.of(3).strides(2).padding(SAME).multiplier(2).activation(RELU6),
          BatchNormalization.defaults(),
          Conv2D.of(18, 1).activation(HARD_SILU));
      Value right = weighed.then(
          MaxPool2D.of(2).padding(SAME),
          Conv2D.of(17, 3).padding(SAME).dilation(2).kernelRegularizer(Regularizer.l2(1e-3)),
          BatchNormalization.defaults(),
          RELU.layer());
      Value both = Concatenate.of(left, right)
          .then(SeparableConv2D.of(19, 3).padding(SAME), AveragePooling2D.of(3).strides(2));
      return Concatenate.of(
              both.then(GlobalAveragePooling2D.instance()),
              both.then(GlobalMaxPooling2D.instance()))
          .then(Dense.of(4).activation(SOFTMAX));
    });
  }
}
