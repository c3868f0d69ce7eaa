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
   * @param initial the first learning rate, greater than 0
   * @param factor what the rate is multiplied by at each step, in (0, 1)
   * @param epochs the length of a step, at least 1
   * @throws IllegalArgumentException if one is out of its range
   */
  public StepDecay {
    CallbackParameter.positive(NAME, "the first learning rate", initial);
    CallbackParameter.betweenZeroAndOne(NAME, "the factor", factor);
    CallbackParameter.positive(NAME, "the number of epochs", epochs);
  }

  /**
   * {@return the same with another factor}
   *
   * @param factor what the rate is multiplied by at each step, in (0, 1)
   */
  public StepDecay factor(double factor) {
    return new StepDecay(initial, factor, epochs);
  }

  /**
   * {@return the same with steps of another length}
   *
   * @param epochs the length of a step, at least 1
   */
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
