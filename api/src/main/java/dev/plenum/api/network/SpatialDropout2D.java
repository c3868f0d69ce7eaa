package dev.plenum.api.network;

/**
 * Sets whole channels of an image to 0 with probability {@code rate} while training, and scales the
 * others by 1 / (1 − rate) (Tompson et al., 2015).
 *
 * @param rate the share to drop, at least 0 and less than 1
 */
public record SpatialDropout2D(double rate) implements LayerSpec {

  /**
   * Checks the rate.
   *
   * @param rate the share to drop, at least 0 and less than 1
   * @throws InvalidNetworkException if the rate is not in [0, 1)
   */
  public SpatialDropout2D {
    Check.rate("SpatialDropout2D", rate);
  }

  /**
   * {@return a layer that drops this share}
   *
   * @param rate at least 0 and less than 1
   */
  public static SpatialDropout2D of(double rate) {
    return new SpatialDropout2D(rate);
  }

  @Override
  public String type() {
    return "SpatialDropout2D";
  }

  @Override
  public String namePrefix() {
    return "spatial_dropout2d";
  }

  @Override
  public Shape outputShape(Shape input) {
    Check.image(type(), input);
    return input;
  }
}
