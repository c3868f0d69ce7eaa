package dev.plenum.api.optimizer;

import java.util.List;
import java.util.Optional;

/**
 * What every optimizer does beside its own formula, in Keras's order: gradients (those of regularizers
 * included) are clipped; then weights decay, w ← w − w · weightDecay · lr; then the optimizer's formula
 * changes them; then their moving averages follow, a ← a · m + w · (1 − m), of which the first step
 * copies the weights.
 *
 * <p>Keras averages trained weights only; here the statistics of batch normalisations are averaged
 * alongside, since they belong to the weights. When a training ends, the averages take the place of the
 * weights.
 *
 * @param clipping of gradients
 * @param weightDecay the share of a weight that is lost in a step of learning rate 1; 0 for none
 * @param excludedFromDecay parts of names ({@code bias}, {@code conv2d_1/}): an array whose name contains
 *     one does not decay
 * @param emaMomentum m in [0, 1), where averages are kept
 */
public record UpdateOptions(
    Clipping clipping,
    double weightDecay,
    List<String> excludedFromDecay,
    Optional<Double> emaMomentum) {

  /** The name of the averages among the optimizer's slots: {@code conv2d/kernel/ema}. */
  public static final String EMA = "ema";

  /** Nothing of all this. */
  public static final UpdateOptions NONE =
      new UpdateOptions(Clipping.NONE, 0, List.of(), Optional.empty());

  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException if one is out of its range, or something is excluded from a decay
   *     that there is not
   */
  public UpdateOptions {
    excludedFromDecay = List.copyOf(excludedFromDecay);
    if (!(weightDecay >= 0 && weightDecay < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "the weight decay must be at least 0 and finite, found " + weightDecay);
    }
    if (weightDecay == 0 && !excludedFromDecay.isEmpty()) {
      throw new IllegalArgumentException(
          "without a weight decay nothing can be excluded from it, found " + excludedFromDecay);
    }
    emaMomentum.ifPresent(momentum -> OptimizerParameter.fraction("ema", "the momentum", momentum));
  }

  /** The same with this clipping. */
  public UpdateOptions clipping(Clipping.Kind kind, double limit) {
    return new UpdateOptions(
        new Clipping(kind, limit), weightDecay, excludedFromDecay, emaMomentum);
  }

  /** The same with this decay of all trained arrays but those whose names contain such a part. */
  public UpdateOptions weightDecay(double weightDecay, String... excluded) {
    return new UpdateOptions(clipping, weightDecay, List.of(excluded), emaMomentum);
  }

  /** The same with averages of this momentum; Keras's default is 0.99. */
  public UpdateOptions ema(double momentum) {
    return new UpdateOptions(clipping, weightDecay, excludedFromDecay, Optional.of(momentum));
  }

  /** What a trained array of that name loses in a step of learning rate 1. */
  public double decayOf(String parameter) {
    return excludedFromDecay.stream().anyMatch(parameter::contains) ? 0 : weightDecay;
  }
}
