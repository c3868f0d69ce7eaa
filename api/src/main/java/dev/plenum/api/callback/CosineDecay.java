package dev.plenum.api.callback;

import dev.plenum.api.provenance.Described;
import java.util.Locale;
import java.util.Map;

/**
 * A learning rate that falls along half a cosine wave over the whole training (Loshchilov and Hutter,
 * "SGDR: Stochastic Gradient Descent with Warm Restarts", 2017, without restarts), after a linear
 * warm-up if one is asked for: Keras's {@code CosineDecay} with as many decay steps as there are.
 *
 * @param learningRate where the decay begins, and the warm-up ends, greater than 0
 * @param alpha the share of it that is left at the end, in [0, 1]
 * @param warmupFrom where the warm-up begins, greater than 0
 * @param warmupSteps its length, at least 0
 */
public record CosineDecay(double learningRate, double alpha, double warmupFrom, long warmupSteps)
    implements StepSchedule {
  private static final String NAME = "cosine decay";

  /**
   * Checks the numbers.
   *
   * @param learningRate where the decay begins, and the warm-up ends, greater than 0
   * @param alpha the share of it that is left at the end, in [0, 1]
   * @param warmupFrom where the warm-up begins, greater than 0
   * @param warmupSteps its length, at least 0
   * @throws IllegalArgumentException if one is out of its range
   */
  public CosineDecay {
    CallbackParameter.positive(NAME, "the learning rate", learningRate);
    CallbackParameter.positive(NAME, "the learning rate before the warm-up", warmupFrom);
    CallbackParameter.notNegative(NAME, "the number of warm-up steps", warmupSteps);
    if (!(alpha >= 0 && alpha <= 1)) {
      throw new IllegalArgumentException(
          NAME + ": the share that is left must be at least 0 and at most 1, found " + alpha);
    }
  }

  /**
   * {@return a decay from this rate down to nothing, without a warm-up}
   *
   * @param learningRate where the decay begins, greater than 0
   */
  public static CosineDecay from(double learningRate) {
    return new CosineDecay(learningRate, 0, learningRate, 0);
  }

  /**
   * {@return the same down to this share of the rate}
   *
   * @param alpha what is left at the end, in [0, 1]
   */
  public CosineDecay alpha(double alpha) {
    return new CosineDecay(learningRate, alpha, warmupFrom, warmupSteps);
  }

  /**
   * {@return the same after so many steps of warm-up from this rate}
   *
   * @param from where the warm-up begins, greater than 0
   * @param steps its length, at least 0; 0 for none
   */
  public CosineDecay warmup(double from, long steps) {
    return new CosineDecay(learningRate, alpha, from, steps);
  }

  /** @throws IllegalArgumentException if the warm-up takes the whole training */
  @Override
  public void requireSteps(long steps) {
    if (warmupSteps >= steps) {
      throw new IllegalArgumentException(String.format(
          Locale.ROOT,
          "%s: a warm-up of %d steps leaves none to decay, for the training has %d. Give it fewer",
          NAME,
          warmupSteps,
          steps));
    }
  }

  /** @throws IllegalArgumentException if the warm-up takes the whole training */
  @Override
  public double learningRate(long step, long steps) {
    requireSteps(steps);
    if (step < warmupSteps) {
      return warmupFrom + (learningRate - warmupFrom) * step / warmupSteps;
    }
    double fraction = (double) (step - warmupSteps) / (steps - warmupSteps);
    return HalfCosine.between(learningRate, alpha * learningRate, fraction);
  }

  @Override
  public Map<String, Object> describe() {
    return Described.named(
        "CosineDecay",
        "learning_rate",
        learningRate,
        "alpha",
        alpha,
        "warmup_from",
        warmupFrom,
        "warmup_steps",
        warmupSteps);
  }
}
