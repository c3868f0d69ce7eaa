package dev.plenum.experiment.analysis;

/**
 * What a network's outputs before its softmax are divided by, so that its probabilities can be trusted
 * (Guo et al. 2017). What images are taken for stays the same for a single network. The members of a
 * committee share one temperature, which is applied before they are combined.
 *
 * @param value from {@value #LOWEST} to {@value #HIGHEST}; above 1, probabilities become less extreme
 * @param images how many it was fitted on
 * @param before the calibration on these images without it
 * @param after the same with it
 */
public record Temperature(double value, int images, Calibration before, Calibration after) {
  static final double LOWEST = 0.05;
  static final double HIGHEST = 20;

  /** The golden section's share. */
  private static final double SECTION = (StrictMath.sqrt(5) - 1) / 2;

  /** Of the logarithm. */
  private static final double TOLERANCE = 1e-6;

  /**
   * Fits it: that with the least log loss.
   *
   * @param outputs of images that the networks were not trained on, and that nothing is measured by
   * @return 1 where no other has a smaller loss
   */
  public static Temperature fit(Outputs outputs) {
    double found =
        StrictMath.exp(minimum(outputs, StrictMath.log(LOWEST), StrictMath.log(HIGHEST)));
    boolean isBetter = outputs.logLossAt(found) < outputs.logLossAt(1);
    Calibration before = Calibration.of(outputs);
    return isBetter
        ? new Temperature(found, outputs.size(), before, Calibration.of(outputs.at(found)))
        : new Temperature(1, outputs.size(), before, before);
  }

  /** The logarithm of the best temperature between two borders, by golden section. */
  private static double minimum(Outputs outputs, double from, double to) {
    double low = from;
    double high = to;
    double left = high - SECTION * (high - low);
    double right = low + SECTION * (high - low);
    double lossLeft = loss(outputs, left);
    double lossRight = loss(outputs, right);
    while (high - low > TOLERANCE) {
      if (lossLeft <= lossRight) {
        high = right;
        right = left;
        lossRight = lossLeft;
        left = high - SECTION * (high - low);
        lossLeft = loss(outputs, left);
      } else {
        low = left;
        left = right;
        lossLeft = lossRight;
        right = low + SECTION * (high - low);
        lossRight = loss(outputs, right);
      }
    }
    return (low + high) / 2;
  }

  private static double loss(Outputs outputs, double logarithm) {
    return outputs.logLossAt(StrictMath.exp(logarithm));
  }
}
