package dev.plenum.interchange.onnx;

import static dev.plenum.api.network.Activation.RELU;
import static dev.plenum.api.network.Activation.SOFTMAX;
import static dev.plenum.api.network.Activation.TANH;
import static dev.plenum.api.network.Padding.SAME;

import dev.plenum.api.network.Activation;
import dev.plenum.api.network.Add;
import dev.plenum.api.network.Average;
import dev.plenum.api.network.AveragePooling2D;
import dev.plenum.api.network.BatchNormalization;
import dev.plenum.api.network.Concatenate;
import dev.plenum.api.network.Conv2D;
import dev.plenum.api.network.Cropping2D;
import dev.plenum.api.network.Dense;
import dev.plenum.api.network.DepthwiseConv2D;
import dev.plenum.api.network.Dropout;
import dev.plenum.api.network.ELU;
import dev.plenum.api.network.Flatten;
import dev.plenum.api.network.GlobalAveragePooling2D;
import dev.plenum.api.network.GlobalMaxPooling2D;
import dev.plenum.api.network.Graph;
import dev.plenum.api.network.Kernel;
import dev.plenum.api.network.LayerSpec;
import dev.plenum.api.network.LeakyReLU;
import dev.plenum.api.network.Margins;
import dev.plenum.api.network.MaxPool2D;
import dev.plenum.api.network.Maximum;
import dev.plenum.api.network.Multiply;
import dev.plenum.api.network.Network;
import dev.plenum.api.network.Normalization;
import dev.plenum.api.network.ReLU;
import dev.plenum.api.network.Rescaling;
import dev.plenum.api.network.Reshape;
import dev.plenum.api.network.SeparableConv2D;
import dev.plenum.api.network.Sequential;
import dev.plenum.api.network.Shape;
import dev.plenum.api.network.SpatialDropout2D;
import dev.plenum.api.network.Value;
import dev.plenum.api.network.Window;
import dev.plenum.api.network.ZeroPadding2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/** Small networks that have every kind of layer and merge, with odd sizes and every setting. */
public final class EveryLayer {
  private static final Shape IMAGE = Shape.of(7, 8, 3);

  private EveryLayer() {}

  /** All of them. */
  public static List<Network> networks() {
    List<Network> networks = new ArrayList<>();
    imageLayers().forEach(layer -> networks.add(between(layer)));
    flatLayers().forEach(layer -> networks.add(behind(layer)));
    merges().forEach(merge -> networks.add(merged(merge)));
    networks.add(squeezeAndExcite());
    networks.add(residual());
    networks.add(twoLayouts());
    return List.copyOf(networks);
  }

  private static List<LayerSpec> imageLayers() {
    List<LayerSpec> layers = new ArrayList<>(List.of(
        Conv2D.of(4, 3, 2).strides(2, 1).padding(SAME),
        Conv2D.of(4, 3).bias(false),
        Conv2D.of(4, 3, 2).dilation(2).padding(SAME).activation(TANH),
        DepthwiseConv2D.of(3).multiplier(2).strides(2).padding(SAME),
        DepthwiseConv2D.of(2).dilation(3).bias(false).activation(RELU),
        new DepthwiseConv2D(new Window(2, 3, 1, 1, SAME), 1, TANH, Kernel.DEFAULT),
        SeparableConv2D.of(5, 3).multiplier(2).strides(2).padding(SAME).activation(RELU),
        SeparableConv2D.of(5, 2).bias(false),
        BatchNormalization.defaults(),
        BatchNormalization.defaults().scale(false).epsilon(0.1),
        BatchNormalization.defaults().center(false),
        MaxPool2D.of(3).strides(2),
        MaxPool2D.of(2).padding(SAME),
        AveragePooling2D.of(3).strides(2).padding(SAME),
        AveragePooling2D.of(2),
        GlobalAveragePooling2D.instance().keepDims(true),
        GlobalAveragePooling2D.instance(),
        GlobalMaxPooling2D.instance().keepDims(true),
        GlobalMaxPooling2D.instance(),
        Dropout.of(0.3),
        SpatialDropout2D.of(0.3),
        Flatten.instance(),
        ZeroPadding2D.of(1),
        new ZeroPadding2D(new Margins(0, 1, 2, 3)),
        Cropping2D.of(1),
        new Cropping2D(new Margins(0, 1, 2, 1)),
        new Rescaling(-0.5, 0.25),
        new Normalization(List.of(0.1, 0.2, 0.3, 0.4), List.of(0.5, 0.25, 4.0, 1.0)),
        Reshape.of(2, 3, 20),
        Reshape.of(120),
        ReLU.instance(),
        ReLU.instance().maxValue(0.5),
        ReLU.instance().threshold(0.1),
        ReLU.instance().negativeSlope(0.1).maxValue(0.4),
        new ReLU(0.5, 0.3, 0.2),
        LeakyReLU.defaults(),
        new ELU(0.7)));
    Arrays.stream(Activation.values())
        .filter(activation -> activation != SOFTMAX)
        .forEach(activation -> layers.add(activation.layer()));
    return layers;
  }

  private static List<LayerSpec> flatLayers() {
    return List.of(
        Dense.of(5).bias(false),
        Dense.of(5).activation(Activation.GELU),
        BatchNormalization.defaults(),
        Dropout.of(0.5),
        new Rescaling(2, -1),
        Reshape.of(3, 2, 2),
        Reshape.of(1, 1, 12),
        Flatten.instance(),
        ReLU.instance(),
        new ELU(0.5),
        LeakyReLU.defaults());
  }

  /** Behind a convolution that makes (5, 6, 4) of the images. */
  private static Network between(LayerSpec layer) {
    return Sequential.of(
        IMAGE, Conv2D.of(4, 3), layer, Flatten.instance(), Dense.of(4), SOFTMAX.layer());
  }

  private static Network behind(LayerSpec layer) {
    return Sequential.of(
        IMAGE, Flatten.instance(), Dense.of(12), layer, Flatten.instance(), Dense.of(3));
  }

  private static List<BinaryOperator<Value>> merges() {
    return List.of(
        (a, b) -> Add.of(a, b),
        (a, b) -> Add.of(a, b, a, b),
        (a, b) -> Average.of(a, b, a),
        (a, b) -> Maximum.of(b, a, b.then(new Rescaling(-1, 0))),
        (a, b) -> Multiply.of(a, b, b),
        (a, b) -> Multiply.of(a.then(GlobalMaxPooling2D.instance().keepDims(true)), b),
        (a, b) -> Concatenate.of(a, b, a));
  }

  /** Of images that lie as ONNX has them and of others, and of flat values. */
  private static Network merged(BinaryOperator<Value> merge) {
    return Graph.of(IMAGE, images -> {
      Value first = images.then(Conv2D.of(4, 3));
      Value second = images.then(Cropping2D.of(1), Conv2D.of(4, 1).activation(TANH));
      Value other = first.then(Flatten.instance(), Reshape.of(5, 6, 4));
      Value image = merge.apply(first, second);
      Value mixed = merge.apply(other, second);
      return Concatenate.of(
              image.then(GlobalAveragePooling2D.instance()), mixed.then(Flatten.instance()))
          .then(Dense.of(4).activation(SOFTMAX));
    });
  }

  private static Network squeezeAndExcite() {
    return Graph.of(IMAGE, images -> {
      Value features = images.then(Conv2D.of(6, 3).activation(Activation.SILU));
      Value gate = features.then(
          GlobalAveragePooling2D.instance(),
          Dense.of(2).activation(RELU),
          Dense.of(6).activation(Activation.SIGMOID),
          Reshape.of(1, 1, 6));
      return Multiply.of(features, gate)
          .then(GlobalAveragePooling2D.instance(), Dense.of(3).activation(SOFTMAX));
    });
  }

  private static Network residual() {
    UnaryOperator<Value> block = input -> {
      Value inner = input.then(
          Conv2D.of(4, 3).padding(SAME).bias(false),
          BatchNormalization.defaults(),
          RELU.layer(),
          Conv2D.of(4, 3).padding(SAME).bias(false),
          BatchNormalization.defaults());
      return Add.of(input, inner).then(RELU.layer());
    };
    return Graph.of(
        IMAGE,
        images -> block
            .apply(block.apply(images.then(Conv2D.of(4, 1))))
            .then(GlobalAveragePooling2D.instance(), Dense.of(3)));
  }

  /** The images are read as they are and transposed. */
  private static Network twoLayouts() {
    return Graph.of(IMAGE, images -> {
      Value scaled = images.then(new Rescaling(2, -1));
      return Concatenate.of(
              scaled.then(Flatten.instance(), Dense.of(5)),
              scaled.then(Conv2D.of(2, 3), Flatten.instance()),
              images.then(MaxPool2D.of(2), Flatten.instance()))
          .then(Dense.of(4));
    });
  }
}
