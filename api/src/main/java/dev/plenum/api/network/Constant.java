package dev.plenum.api.network;

/**
 * The same value everywhere.
 *
 * @param value finite
 */
public record Constant(double value) implements Initializer {
  /** All zeros. */
  public static final Constant ZEROS = new Constant(0);
  /** All ones. */
  public static final Constant ONES = new Constant(1);

  /**
   * Checks the value.
   *
   * @param value finite as a number of 32 bits
   * @throws InvalidNetworkException if it is not finite
   */
  public Constant {
    if (!Float.isFinite((float) value)) {
      throw new InvalidNetworkException(
          "an initial value must be a finite number of 32 bits, found " + value);
    }
  }
}
