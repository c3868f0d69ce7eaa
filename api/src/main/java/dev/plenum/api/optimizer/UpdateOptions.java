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
   * @param clipping of gradients
   * @param weightDecay the share of a weight that is lost in a step of learning rate 1; 0 for none
   * @param excludedFromDecay parts of names ({@code bias}, {@code conv2d_1/}): an array whose name contains
   *     one does not decay
   * @param emaMomentum m in [0, 1), where averages are kept
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

  /**
   * {@return the same options with this clipping}
   *
   * @param kind what is limited
   * @param limit the largest magnitude or norm that is left as it is, greater than 0
   */
  public UpdateOptions clipping(Clipping.Kind kind, double limit) {
    return new UpdateOptions(
        new Clipping(kind, limit), weightDecay, excludedFromDecay, emaMomentum);
  }

  /**
   * {@return the same options with this decay of all trained arrays but those that are excluded}
   *
   * @param weightDecay the share of a weight that is lost in a step of learning rate 1; 0 for none
   * @param excluded parts of names ({@code bias}, {@code conv2d_1/}): an array whose name contains one does
   *     not decay
   */
  public UpdateOptions weightDecay(double weightDecay, String... excluded) {
    return new UpdateOptions(clipping, weightDecay, List.of(excluded), emaMomentum);
  }

  /**
   * {@return the same options with averages of this momentum}
   *
   * @param momentum the share of an average that a step keeps, in [0, 1); Keras's default is 0.99
   */
  public UpdateOptions ema(double momentum) {
    return new UpdateOptions(clipping, weightDecay, excludedFromDecay, Optional.of(momentum));
  }

  /**
   * {@return what a trained array of that name loses in a step of learning rate 1}
   *
   * @param parameter its name in weight files: {@code conv2d/kernel}
   */
  public double decayOf(String parameter) {
    return excludedFromDecay.stream().anyMatch(parameter::contains) ? 0 : weightDecay;
  }
}
