package dev.plenum.api.network;

/**
 * The largest value of each channel over all pixels.
 *
 * @param keepDims whether the output is an image of one pixel, else it is flat
 */
public record GlobalMaxPooling2D(boolean keepDims) implements LayerSpec {

  /** {@return a layer with a flat output} */
  public static GlobalMaxPooling2D instance() {
    return new GlobalMaxPooling2D(false);
  }

  /**
   * {@return the same layer with an image of one pixel as output, or a flat one}
   *
   * @param keepDims whether the output is an image of one pixel
   */
  public GlobalMaxPooling2D keepDims(boolean keepDims) {
    return new GlobalMaxPooling2D(keepDims);
  }

  @Override
  public String type() {
    return "GlobalMaxPooling2D";
  }

  @Override
  public String namePrefix() {
    return "global_max_pooling2d";
  }

  @Override
  public Shape outputShape(Shape input) {
    Check.image(type(), input);
    return keepDims ? Shape.of(1, 1, input.channels()) : Shape.of(input.channels());
  }
}
