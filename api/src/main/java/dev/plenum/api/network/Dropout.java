package dev.plenum.api.network;

/**
 * Sets each element to 0 with probability {@code rate} while training, and scales the others by 1 /
 * (1 − rate), so that nothing need be done when predicting (Srivastava et al., 2014; "inverted").
 *
 * @param rate the share to drop, at least 0 and less than 1
 */
public record Dropout(double rate) implements LayerSpec {

  /**
   * Checks the rate.
   *
   * @param rate the share to drop, at least 0 and less than 1
   * @throws InvalidNetworkException if the rate is not in [0, 1)
   */
  public Dropout {
    Check.rate("Dropout", rate);
  }

  /**
   * {@return a layer that drops this share}
   *
   * @param rate at least 0 and less than 1
   */
  public static Dropout of(double rate) {
    return new Dropout(rate);
  }

  @Override
  public String type() {
    return "Dropout";
  }

  @Override
  public String namePrefix() {
    return "dropout";
  }

  @Override
  public Shape outputShape(Shape input) {
    return input;
  }
}
