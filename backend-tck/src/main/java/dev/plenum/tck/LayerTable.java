package dev.plenum.tck;

import static dev.plenum.api.network.Activation.RELU;
import static dev.plenum.api.network.Activation.RELU6;
import static dev.plenum.api.network.Activation.TANH;
import static dev.plenum.api.network.Padding.SAME;
import static dev.plenum.api.network.Padding.VALID;

import dev.plenum.api.network.AveragePooling2D;
import dev.plenum.api.network.BatchNormalization;
import dev.plenum.api.network.Conv2D;
import dev.plenum.api.network.Dense;
import dev.plenum.api.network.DepthwiseConv2D;
import dev.plenum.api.network.Dropout;
import dev.plenum.api.network.Flatten;
import dev.plenum.api.network.GlobalAveragePooling2D;
import dev.plenum.api.network.GlobalMaxPooling2D;
import dev.plenum.api.network.LayerSpec;
import dev.plenum.api.network.MaxPool2D;
import dev.plenum.api.network.Normalization;
import dev.plenum.api.network.Padding;
import dev.plenum.api.network.Rescaling;
import dev.plenum.api.network.Reshape;
import dev.plenum.api.network.SeparableConv2D;
import dev.plenum.api.network.Shape;
import dev.plenum.api.network.SpatialDropout2D;
import dev.plenum.api.network.Window;
import dev.plenum.api.network.ZeroPadding2D;
import dev.plenum.tck.reference.LayerSample;
import dev.plenum.tck.reference.ReferenceArrangement;
import dev.plenum.tck.reference.ReferenceFormulas;
import java.util.ArrayList;
import java.util.List;

/** Networks in a line, of the layers that graphs came with. */
final class LayerTable {
  private LayerTable() {}

  static List<NetworkCase> all() {
    List<NetworkCase> all = new ArrayList<>();
    all.addAll(samples(ReferenceArrangement.samples()));
    all.addAll(samples(ReferenceFormulas.samples()));
    all.addAll(convolutions());
    all.addAll(depthwise());
    all.addAll(separable());
    all.addAll(averages());
    all.addAll(globalPools());
    all.addAll(shapes());
    all.addAll(fixedNumbers());
    all.addAll(normalizations());
    all.addAll(frozen());
    return all;
  }

  /** Behind a convolution, so that the layer's input has a gradient, and is negative in places. */
  private static NetworkCase behindConvolution(Shape input, LayerSpec layer) {
    return NetworkCase.of(layer + " of " + input, input, Conv2D.of(input.channels(), 1), layer);
  }

  private static List<NetworkCase> samples(List<LayerSample> samples) {
    return samples.stream()
        .map(sample -> behindConvolution(sample.input(), sample.layer()))
        .toList();
  }

  private static List<NetworkCase> convolutions() {
    List<NetworkCase> cases = new ArrayList<>();
    for (Padding padding : Padding.values()) {
      Window three = new Window(3, 3, 1, 1, padding);
      for (Window window : List.of(
          three.dilation(2, 2),
          three.dilation(3, 1),
          new Window(2, 4, 1, 1, padding).dilation(1, 2),
          new Window(2, 3, 1, 1, padding).dilation(3, 2))) {
        cases.add(behindConvolution(Shape.of(9, 8, 2), new Conv2D(3, window, RELU)));
      }
      cases.add(
          behindConvolution(Shape.of(6, 5, 3), Conv2D.of(4, 3).padding(padding).bias(false)));
    }
    cases.add(behindConvolution(Shape.of(4, 3, 2), Conv2D.of(3, 3).padding(SAME).dilation(4)));
    cases.add(NetworkCase.of(
        "1x1 convolutions without bias, also strided",
        Shape.of(7, 6, 3),
        Conv2D.of(17, 1).bias(false).activation(TANH),
        Conv2D.of(9, 1).strides(2).padding(SAME).bias(false),
        Conv2D.of(33, 1).activation(RELU)));
    cases.add(NetworkCase.of(
        "dense layers without bias",
        Shape.of(4, 3, 1),
        Flatten.instance(),
        Dense.of(7).bias(false).activation(TANH),
        Dense.of(5).bias(false)));
    return cases;
  }

  private static List<NetworkCase> depthwise() {
    List<NetworkCase> cases = new ArrayList<>();
    for (Padding padding : Padding.values()) {
      for (int k = 1; k <= 5; k++) {
        DepthwiseConv2D layer = DepthwiseConv2D.of(k).padding(padding).multiplier(1 + k % 2);
        cases.add(behindConvolution(Shape.of(7, 6, 3), layer.activation(TANH)));
      }
      for (int stride : new int[] {2, 3}) {
        cases.add(behindConvolution(
            Shape.of(9, 8, 2), DepthwiseConv2D.of(3).strides(stride).padding(padding)));
      }
      cases.add(behindConvolution(
          Shape.of(9, 8, 2), DepthwiseConv2D.of(3).dilation(2).padding(padding).bias(false)));
    }
    for (int channels : new int[] {1, 16, 17, 33}) {
      cases.add(behindConvolution(
          Shape.of(5, 7, channels), DepthwiseConv2D.of(3).padding(SAME).multiplier(2)));
    }
    cases.add(
        behindConvolution(Shape.of(3, 2, 2), DepthwiseConv2D.of(5).padding(SAME).multiplier(3)));
    cases.add(NetworkCase.of(
        "a depthwise convolution of the images",
        Shape.of(6, 5, 3),
        DepthwiseConv2D.of(3).multiplier(3).activation(RELU)));
    return cases;
  }

  private static List<NetworkCase> separable() {
    List<NetworkCase> cases = new ArrayList<>();
    for (Padding padding : Padding.values()) {
      SeparableConv2D layer = SeparableConv2D.of(5, 3).padding(padding).activation(RELU);
      cases.add(behindConvolution(Shape.of(7, 6, 3), layer));
      cases.add(behindConvolution(Shape.of(7, 6, 2), layer.multiplier(3).bias(false)));
      cases.add(behindConvolution(Shape.of(8, 9, 2), layer.strides(2)));
    }
    cases.add(behindConvolution(Shape.of(6, 5, 17), SeparableConv2D.of(18, 5).padding(SAME)));
    return cases;
  }

  private static List<NetworkCase> averages() {
    List<NetworkCase> cases = new ArrayList<>();
    for (Padding padding : Padding.values()) {
      for (Window window : List.of(
          new Window(2, 2, 2, 2, padding),
          new Window(2, 2, 1, 1, padding),
          new Window(3, 3, 2, 2, padding),
          new Window(2, 2, 3, 3, padding),
          new Window(3, 2, 2, 3, padding),
          new Window(5, 4, 1, 2, padding))) {
        cases.add(behindConvolution(Shape.of(7, 8, 3), new AveragePooling2D(window)));
      }
    }
    cases.add(
        behindConvolution(Shape.of(3, 2, 2), new AveragePooling2D(new Window(5, 5, 2, 2, SAME))));
    return cases;
  }

  private static List<NetworkCase> globalPools() {
    List<NetworkCase> cases = new ArrayList<>();
    for (boolean keepDims : new boolean[] {false, true}) {
      for (Shape shape : List.of(Shape.of(5, 4, 3), Shape.of(1, 1, 2), Shape.of(3, 7, 17))) {
        cases.add(behindConvolution(shape, new GlobalAveragePooling2D(keepDims)));
        cases.add(behindConvolution(shape, new GlobalMaxPooling2D(keepDims)));
      }
    }
    cases.add(NetworkCase.of(
        "a global average of the images", Shape.of(4, 5, 3), GlobalAveragePooling2D.instance()));
    cases.add(NetworkCase.of(
        "a global maximum behind ReLU",
        Shape.of(6, 6, 1),
        Conv2D.of(6, 3).activation(RELU),
        GlobalMaxPooling2D.instance(),
        Dense.of(5).activation(TANH)));
    return cases;
  }

  private static List<NetworkCase> shapes() {
    List<NetworkCase> cases = new ArrayList<>();
    cases.addAll(List.of(
        NetworkCase.of(
            "zeros around the images, as PyTorch pads a strided convolution",
            Shape.of(8, 7, 1),
            ZeroPadding2D.of(1),
            Conv2D.of(3, 3).strides(2).activation(RELU)),
        NetworkCase.of(
            "zeros before a max pool",
            Shape.of(5, 5, 2),
            Conv2D.of(3, 2),
            ZeroPadding2D.of(1),
            new MaxPool2D(new Window(3, 3, 2, 2, VALID))),
        NetworkCase.of(
            "an image of another shape, and one of a vector",
            Shape.of(4, 6, 2),
            Conv2D.of(3, 1).activation(TANH),
            Reshape.of(6, 4, 3),
            Conv2D.of(2, 3).activation(RELU),
            Flatten.instance(),
            Dense.of(12).activation(TANH),
            Reshape.of(2, 2, 3),
            Conv2D.of(3, 2))));
    return cases;
  }

  private static List<NetworkCase> fixedNumbers() {
    Normalization normalization =
        new Normalization(List.of(0.5, -0.25, 2.0), List.of(0.25, 4.0, 1.5));
    return List.of(
        NetworkCase.of(
            "rescaled and normalised images",
            Shape.of(4, 3, 3),
            new Rescaling(2, -1),
            normalization,
            Conv2D.of(3, 2).activation(RELU)),
        NetworkCase.of(
            "normalised vectors",
            Shape.of(2, 3, 1),
            Flatten.instance(),
            Dense.of(3),
            normalization,
            Dense.of(4).activation(TANH)),
        behindConvolution(Shape.of(4, 5, 7), SpatialDropout2D.of(0.4)),
        NetworkCase.of(
            "channels of the images dropped, and of a convolution",
            Shape.of(5, 4, 3),
            SpatialDropout2D.of(0.25),
            Conv2D.of(9, 2).activation(RELU),
            SpatialDropout2D.of(0.5),
            SpatialDropout2D.of(0)));
  }

  private static List<NetworkCase> normalizations() {
    BatchNormalization defaults = BatchNormalization.defaults();
    return List.of(
        behindConvolution(Shape.of(5, 4, 3), defaults),
        behindConvolution(Shape.of(4, 3, 17), defaults.momentum(0.5)),
        behindConvolution(Shape.of(4, 3, 1), defaults.epsilon(0.1).center(false)),
        behindConvolution(Shape.of(4, 3, 2), defaults.scale(false)),
        behindConvolution(Shape.of(3, 4, 2), defaults.momentum(0).center(false).scale(false)),
        behindConvolution(Shape.of(1, 1, 4), defaults),
        NetworkCase.of("normalised batches of images", Shape.of(4, 5, 3), defaults),
        NetworkCase.of(
            "normalised batches of vectors",
            Shape.of(3, 4, 1),
            Flatten.instance(),
            Dense.of(6).activation(TANH),
            defaults,
            Dense.of(5).bias(false),
            defaults.epsilon(0.01)),
        NetworkCase.of(
            "convolution, batch normalisation, ReLU, pool, twice",
            Shape.of(9, 8, 1),
            Conv2D.of(4, 3).padding(SAME).bias(false),
            defaults,
            RELU.layer(),
            MaxPool2D.of(2),
            Conv2D.of(6, 3).padding(SAME).bias(false),
            defaults,
            RELU.layer(),
            MaxPool2D.of(2)),
        NetworkCase.of(
            "convolution, ReLU, batch normalisation, pool",
            Shape.of(8, 7, 2),
            Conv2D.of(5, 3).activation(RELU),
            defaults,
            MaxPool2D.of(2)),
        NetworkCase.of(
            "depthwise separable blocks with batch normalisation and ReLU6",
            Shape.of(7, 8, 3),
            DepthwiseConv2D.of(3).padding(SAME).bias(false),
            defaults,
            RELU6.layer(),
            Conv2D.of(6, 1).bias(false),
            defaults,
            RELU6.layer(),
            GlobalAveragePooling2D.instance()));
  }

  private static List<NetworkCase> frozen() {
    NetworkCase deep = NetworkCase.of(
        "three convolutions with batch normalisation",
        Shape.of(7, 6, 2),
        Conv2D.of(4, 3).activation(TANH),
        BatchNormalization.defaults(),
        Conv2D.of(5, 3).activation(TANH),
        BatchNormalization.defaults(),
        SeparableConv2D.of(3, 2).activation(TANH));
    return List.of(
        deep.frozen("conv2d"),
        deep.frozen("conv2d", "batch_normalization", "conv2d_1", "batch_normalization_1"),
        deep.frozen("batch_normalization", "batch_normalization_1"),
        deep.frozen("conv2d_1", "separable_conv2d"),
        deep.frozen("batch_normalization_1", "dense"),
        NetworkCase.of(
                "dropout",
                Shape.of(4, 4, 3),
                Conv2D.of(4, 2),
                SpatialDropout2D.of(0.4),
                Flatten.instance(),
                Dropout.of(0.3))
            .frozen("conv2d", "spatial_dropout2d", "dropout"));
  }
}
