package dev.plenum.api.network;

/**
 * The mean of each channel over all pixels.
 *
 * @param keepDims whether the output is an image of one pixel, else it is flat
 */
public record GlobalAveragePooling2D(boolean keepDims) implements LayerSpec {

  /** {@return a layer with a flat output} */
  public static GlobalAveragePooling2D instance() {
    return new GlobalAveragePooling2D(false);
  }

  /**
   * {@return the same layer with an image of one pixel as output, or a flat one}
   *
   * @param keepDims whether the output is an image of one pixel
   */
  public GlobalAveragePooling2D keepDims(boolean keepDims) {
    return new GlobalAveragePooling2D(keepDims);
  }

  @Override
  public String type() {
    return "GlobalAveragePooling2D";
  }

  @Override
  public String namePrefix() {
    return "global_average_pooling2d";
  }

  @Override
  public Shape outputShape(Shape input) {
    Check.image(type(), input);
    return keepDims ? Shape.of(1, 1, input.channels()) : Shape.of(input.channels());
  }
}
