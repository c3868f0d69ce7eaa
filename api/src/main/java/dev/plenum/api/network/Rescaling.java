package dev.plenum.api.network;

/**
 * {@code x · scale + offset}, the same when training and predicting.
 *
 * @param scale finite
 * @param offset finite
 */
public record Rescaling(double scale, double offset) implements LayerSpec {

  /**
   * Checks the values.
   *
   * @param scale finite as a number of 32 bits
   * @param offset finite as a number of 32 bits
   * @throws InvalidNetworkException if one is not finite
   */
  public Rescaling {
    if (!Float.isFinite((float) scale) || !Float.isFinite((float) offset)) {
      throw new InvalidNetworkException(
          "Rescaling: scale and offset must be finite numbers of 32 bits, found " + scale + " and "
              + offset);
    }
  }

  @Override
  public String type() {
    return "Rescaling";
  }

  @Override
  public String namePrefix() {
    return "rescaling";
  }

  @Override
  public Shape outputShape(Shape input) {
    return input;
  }
}
