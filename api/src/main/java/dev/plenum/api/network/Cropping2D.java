package dev.plenum.api.network;

import java.util.Locale;

/**
 * Cuts the sides of an image off.
 *
 * @param margins how many rows and columns to cut off
 */
public record Cropping2D(Margins margins) implements LayerSpec {

  /**
   * {@return a layer that cuts the same number of rows and columns off every side}
   *
   * @param each how many, 0 to 2²⁰
   */
  public static Cropping2D of(int each) {
    return new Cropping2D(Margins.of(each));
  }

  @Override
  public String type() {
    return "Cropping2D";
  }

  @Override
  public String namePrefix() {
    return "cropping2d";
  }

  @Override
  public Shape outputShape(Shape input) {
    Check.image(type(), input);
    if (margins.rows() >= input.height() || margins.columns() >= input.width()) {
      throw new InvalidNetworkException(String.format(
          Locale.ROOT,
          "Cropping2D cuts off %d rows and %d columns, which leaves nothing of an input of shape %s",
          margins.rows(),
          margins.columns(),
          input));
    }
    return Shape.of(
        input.height() - margins.rows(), input.width() - margins.columns(), input.channels());
  }
}
