package dev.plenum.app.picture;

import dev.plenum.api.History;
import java.util.Optional;

/**
 * What a plot shows of one trained network.
 *
 * @param name what to call it
 * @param history at least one epoch
 * @param testAccuracy in 0 … 1
 */
public record AccuracyCurves(String name, History history, double testAccuracy) {
  private static final String TRAINING = "accuracy";
  private static final String VALIDATION = "val_accuracy";

  /** The training accuracy by epoch. */
  public double[] training() {
    return values(TRAINING);
  }

  /** The validation accuracy by epoch; empty if there was no validation. */
  public Optional<double[]> validation() {
    return history.epochs().get(0).metrics().containsKey(VALIDATION)
        ? Optional.of(values(VALIDATION))
        : Optional.empty();
  }

  int epochs() {
    return history.epochs().size();
  }

  private double[] values(String metric) {
    return history.values(metric).stream().mapToDouble(Double::doubleValue).toArray();
  }
}
