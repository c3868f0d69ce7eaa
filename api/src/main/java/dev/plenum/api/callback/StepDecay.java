package dev.plenum.api.callback;

import dev.plenum.api.provenance.Described;
import java.util.Map;

/**
 * A learning rate that falls by a factor every so many epochs: {@code initial · factor^⌊epoch /
 * epochs⌋}.
 *
 * @param initial the first learning rate, greater than 0
 * @param factor in (0, 1)
 * @param epochs the length of a step, at least 1
 */
public record StepDecay(double initial, double factor, int epochs) implements EpochSchedule {
  private static final String NAME = "step decay";

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if one is out of its range
   */
  public StepDecay {
    CallbackParameter.positive(NAME, "the first learning rate", initial);
    CallbackParameter.betweenZeroAndOne(NAME, "the factor", factor);
    CallbackParameter.positive(NAME, "the number of epochs", epochs);
  }

  /** The same with another factor. */
  public StepDecay factor(double factor) {
    return new StepDecay(initial, factor, epochs);
  }

  /** The same with steps of another length. */
  public StepDecay epochs(int epochs) {
    return new StepDecay(initial, factor, epochs);
  }

  @Override
  public double learningRate(int epoch, double current) {
    int falls = epoch / epochs;
    return initial * StrictMath.pow(factor, falls);
  }

  @Override
  public Map<String, Object> describe() {
    return Described.named("StepDecay", "initial", initial, "factor", factor, "epochs", epochs);
  }
}
