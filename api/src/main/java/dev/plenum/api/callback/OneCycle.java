package dev.plenum.api.callback;

import dev.plenum.api.provenance.Described;
import java.util.Map;

/**
 * One cycle over the whole training: the learning rate rises along half a cosine wave to its largest
 * value, and falls along another to almost nothing. The policy is that of Smith and Topin,
 * "Super-Convergence: Very Fast Training of Neural Networks Using Large Learning Rates" (2018,
 * arXiv:1708.07120), in the two phases of fastai and of PyTorch's {@code OneCycleLR}. It leaves the
 * momentum as it is.
 *
 * @param maxLearningRate the largest rate, greater than 0
 * @param warmupFraction the share of the steps in which the rate rises, in (0, 1)
 * @param divFactor the largest rate divided by the first, at least 1
 * @param finalDivFactor the first rate divided by the last, at least 1
 */
public record OneCycle(
    double maxLearningRate, double warmupFraction, double divFactor, double finalDivFactor)
    implements StepSchedule {
  private static final String NAME = "one cycle";

  /**
   * Checks the numbers.
   *
   * @param maxLearningRate the largest rate, greater than 0
   * @param warmupFraction the share of the steps in which the rate rises, in (0, 1)
   * @param divFactor the largest rate divided by the first, at least 1
   * @param finalDivFactor the first rate divided by the last, at least 1
   * @throws IllegalArgumentException if one is out of its range
   */
  public OneCycle {
    CallbackParameter.positive(NAME, "the largest learning rate", maxLearningRate);
    CallbackParameter.betweenZeroAndOne(NAME, "the share of the warm-up", warmupFraction);
    requireDivisor("the first", divFactor);
    requireDivisor("the final", finalDivFactor);
  }

  private static void requireDivisor(String which, double divisor) {
    if (!(divisor >= 1 && divisor < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "%s: %s divisor must be at least 1 and finite, found %s".formatted(NAME, which, divisor));
    }
  }

  /**
   * {@return a cycle with PyTorch's defaults: up from a 25th in 30 % of the steps, down to a 10,000th of
   * that}
   *
   * @param maxLearningRate the largest rate, greater than 0
   */
  public static OneCycle upTo(double maxLearningRate) {
    return new OneCycle(maxLearningRate, 0.3, 25, 1e4);
  }

  /**
   * {@return the same rising in another share of the steps}
   *
   * @param warmupFraction the share of the steps in which the rate rises, in (0, 1)
   */
  public OneCycle warmupFraction(double warmupFraction) {
    return new OneCycle(maxLearningRate, warmupFraction, divFactor, finalDivFactor);
  }

  /**
   * {@return the same beginning with another share of the largest rate}
   *
   * @param divFactor the largest rate divided by the first, at least 1
   */
  public OneCycle divFactor(double divFactor) {
    return new OneCycle(maxLearningRate, warmupFraction, divFactor, finalDivFactor);
  }

  /**
   * {@return the same ending with another share of the first rate}
   *
   * @param finalDivFactor the first rate divided by the last, at least 1
   */
  public OneCycle finalDivFactor(double finalDivFactor) {
    return new OneCycle(maxLearningRate, warmupFraction, divFactor, finalDivFactor);
  }

  @Override
  public double learningRate(long step, long steps) {
    double first = maxLearningRate / divFactor;
    double top = warmupFraction * steps - 1; // may lie between two steps
    if (step < top) {
      return HalfCosine.between(first, maxLearningRate, step / top);
    }
    double x = (step - top) / (steps - 1 - top);
    return HalfCosine.between(maxLearningRate, first / finalDivFactor, x);
  }

  @Override
  public Map<String, Object> describe() {
    return Described.named(
        "OneCycle",
        "max_learning_rate",
        maxLearningRate,
        "warmup_fraction",
        warmupFraction,
        "div_factor",
        divFactor,
        "final_div_factor",
        finalDivFactor);
  }
}
