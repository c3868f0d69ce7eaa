package dev.plenum.backend.dl4j;

import static dev.plenum.api.network.Activation.GELU;
import static dev.plenum.api.network.Activation.RELU;
import static dev.plenum.api.network.Activation.RELU6;
import static dev.plenum.api.network.Activation.SIGMOID;
import static dev.plenum.api.network.Activation.SOFTMAX;
import static dev.plenum.api.network.Padding.SAME;

import dev.plenum.api.data.Dataset;
import dev.plenum.api.network.Add;
import dev.plenum.api.network.AveragePooling2D;
import dev.plenum.api.network.BatchNormalization;
import dev.plenum.api.network.Conv2D;
import dev.plenum.api.network.Dense;
import dev.plenum.api.network.DepthwiseConv2D;
import dev.plenum.api.network.Dropout;
import dev.plenum.api.network.Flatten;
import dev.plenum.api.network.GlobalAveragePooling2D;
import dev.plenum.api.network.Graph;
import dev.plenum.api.network.MaxPool2D;
import dev.plenum.api.network.Multiply;
import dev.plenum.api.network.Network;
import dev.plenum.api.network.Sequential;
import dev.plenum.api.network.Shape;
import dev.plenum.api.network.SpatialDropout2D;
import dev.plenum.api.network.Value;
import dev.plenum.datasets.Datasets;
import java.io.IOException;

/** What the tests of whole trainings train. */
final class Networks {
  /** Large enough that ND4J computes with several threads. */
  static final Network SIMPLE_CONV = Sequential.of(
      Shape.of(28, 28, 1),
      Conv2D.of(10, 5).padding(SAME).activation(RELU),
      Conv2D.of(10, 5).padding(SAME).activation(RELU),
      MaxPool2D.of(2),
      Flatten.instance(),
      Dense.of(64).activation(RELU),
      Dropout.of(0.2),
      Dense.of(10).activation(SOFTMAX));

  /** What is not in {@link #SIMPLE_CONV}: a residual block with squeeze and excite, normalised. */
  static final Network RESIDUAL = Graph.of(Shape.of(28, 28, 1), images -> {
    Value stem = images.then(
        Conv2D.of(8, 3).strides(2).padding(SAME).bias(false),
        BatchNormalization.defaults(),
        RELU.layer());
    Value inner = stem.then(
        DepthwiseConv2D.of(3).padding(SAME).bias(false),
        BatchNormalization.defaults(),
        RELU6.layer(),
        Conv2D.of(8, 3).dilation(2).padding(SAME).bias(false),
        BatchNormalization.defaults());
    Value scale = inner.then(
        GlobalAveragePooling2D.instance().keepDims(true), Conv2D.of(8, 1).activation(SIGMOID));
    return Add.of(stem, Multiply.of(inner, scale))
        .then(
            GELU.layer(),
            AveragePooling2D.of(3).padding(SAME),
            SpatialDropout2D.of(0.1),
            Flatten.instance(),
            Dense.of(10).activation(SOFTMAX));
  });

  static final int BATCH_SIZE = 86;

  private Networks() {}

  static Dataset trainingImages(int count) throws IOException {
    return Datasets.digits().load().train().first(count);
  }

  static Dataset testImages() throws IOException {
    return Datasets.digits().load().test();
  }
}
