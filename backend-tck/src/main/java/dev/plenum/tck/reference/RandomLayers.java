package dev.plenum.tck.reference;

import dev.plenum.api.network.Activation;
import dev.plenum.api.network.AveragePooling2D;
import dev.plenum.api.network.BatchNormalization;
import dev.plenum.api.network.Constant;
import dev.plenum.api.network.Conv2D;
import dev.plenum.api.network.Cropping2D;
import dev.plenum.api.network.Dense;
import dev.plenum.api.network.DepthwiseConv2D;
import dev.plenum.api.network.Dropout;
import dev.plenum.api.network.ELU;
import dev.plenum.api.network.Initializer;
import dev.plenum.api.network.Kernel;
import dev.plenum.api.network.LayerSpec;
import dev.plenum.api.network.LeakyReLU;
import dev.plenum.api.network.Margins;
import dev.plenum.api.network.MaxPool2D;
import dev.plenum.api.network.Normalization;
import dev.plenum.api.network.Padding;
import dev.plenum.api.network.ReLU;
import dev.plenum.api.network.Regularizer;
import dev.plenum.api.network.Rescaling;
import dev.plenum.api.network.SeparableConv2D;
import dev.plenum.api.network.Shape;
import dev.plenum.api.network.SpatialDropout2D;
import dev.plenum.api.network.VarianceScaling;
import dev.plenum.api.network.Window;
import dev.plenum.api.network.ZeroPadding2D;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Draws layers of all kinds. */
final class RandomLayers {
  private static final List<Activation> ACTIVATIONS = Arrays.stream(Activation.values())
      .filter(activation -> activation != Activation.SOFTMAX)
      .toList();
  private static final List<Initializer> INITIALIZERS = Stream.concat(
          Arrays.stream(VarianceScaling.values()), Stream.of(new Constant(0.25)))
      .toList();

  private static final List<Regularizer> REGULARIZERS = List.of(
      Regularizer.NONE, Regularizer.NONE, Regularizer.l2(0.01), new Regularizer(0.02, 0.005));

  private final Draw draw;

  RandomLayers(Draw draw) {
    this.draw = draw;
  }

  /** A layer that takes such an image and gives an image of any size. */
  LayerSpec ofImage(Shape input) {
    return switch (draw.between(0, 9)) {
      case 0, 1 ->
        new Conv2D(draw.between(1, 4), draw.dilated(input, 5), draw.of(ACTIVATIONS), kernel());
      case 2 ->
        new DepthwiseConv2D(
            draw.dilated(input, 4), draw.between(1, 2), draw.of(ACTIVATIONS), kernel());
      case 3 ->
        new SeparableConv2D(
            draw.between(1, 4),
            draw.dilated(input, 4),
            draw.between(1, 2),
            draw.of(ACTIVATIONS),
            kernel());
      case 4 -> new MaxPool2D(draw.window(input, 4));
      case 5 -> new AveragePooling2D(draw.window(input, 4));
      case 6 -> new ZeroPadding2D(margins(2, 2));
      case 7 -> new Cropping2D(margins((input.height() - 1) / 2, (input.width() - 1) / 2));
      default -> ofSameImage(input);
    };
  }

  /** A layer that takes such an image and gives one of the same shape. */
  LayerSpec ofSameImage(Shape input) {
    Window same = new Window(draw.between(1, 3), draw.between(1, 3), 1, 1, Padding.SAME);
    return switch (draw.between(0, 6)) {
      case 0, 1 -> new Conv2D(input.channels(), same, draw.of(ACTIVATIONS), kernel());
      case 2 -> new DepthwiseConv2D(same, 1, draw.of(ACTIVATIONS), kernel());
      case 3 -> new SpatialDropout2D(0.1 * draw.between(0, 5));
      default -> ofAnyShape(input);
    };
  }

  /** A layer that takes a flat value and gives a flat one. */
  LayerSpec ofFlat(Shape input) {
    return draw.coin()
        ? new Dense(draw.between(1, 6), draw.of(ACTIVATIONS), kernel())
        : ofAnyShape(input);
  }

  /** A layer that leaves the shape as it is, whatever that is. */
  LayerSpec ofAnyShape(Shape input) {
    return switch (draw.between(0, 8)) {
      case 0, 1 ->
        new BatchNormalization(
            0.1 * draw.between(0, 9), draw.coin() ? 1e-3 : 0.1, draw.coin(), draw.coin());
      case 2 -> Dropout.of(0.1 * draw.between(0, 5));
      case 3 -> draw.of(ACTIVATIONS).layer();
      case 4 ->
        new ReLU(
            draw.coin() ? 6 : Double.POSITIVE_INFINITY,
            0.25 * draw.between(0, 2),
            0.25 * draw.between(0, 2));
      case 5 -> new LeakyReLU(0.1 * draw.between(0, 4));
      case 6 -> new ELU(0.5 * draw.between(0, 3));
      case 7 -> new Rescaling(0.5 * draw.between(1, 4), 0.25 * draw.between(-3, 3));
      default -> normalization(input.lastDimension());
    };
  }

  private Normalization normalization(int channels) {
    return new Normalization(
        IntStream.range(0, channels).mapToObj(c -> 0.25 * draw.between(-4, 4)).toList(),
        IntStream.range(0, channels).mapToObj(c -> 0.25 * draw.between(1, 8)).toList());
  }

  private Margins margins(int rows, int columns) {
    return new Margins(
        draw.between(0, rows),
        draw.between(0, rows),
        draw.between(0, columns),
        draw.between(0, columns));
  }

  private Kernel kernel() {
    return new Kernel(draw.of(INITIALIZERS), draw.of(REGULARIZERS), draw.coin());
  }
}
