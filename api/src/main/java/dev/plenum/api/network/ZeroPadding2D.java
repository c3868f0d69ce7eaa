package dev.plenum.api.network;

/**
 * Surrounds an image with zeros.
 *
 * @param margins how many rows and columns of zeros
 */
public record ZeroPadding2D(Margins margins) implements LayerSpec {

  /**
   * {@return a layer that adds the same number of rows and columns of zeros on every side}
   *
   * @param each how many, 0 to 2²⁰
   */
  public static ZeroPadding2D of(int each) {
    return new ZeroPadding2D(Margins.of(each));
  }

  @Override
  public String type() {
    return "ZeroPadding2D";
  }

  @Override
  public String namePrefix() {
    return "zero_padding2d";
  }

  @Override
  public Shape outputShape(Shape input) {
    Check.image(type(), input);
    return Shape.of(
        Math.addExact(input.height(), margins.rows()),
        Math.addExact(input.width(), margins.columns()),
        input.channels());
  }
}
