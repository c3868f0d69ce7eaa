package dev.plenum.report;

import dev.plenum.api.History;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A training as a chart shows it.
 *
 * @param name what to call it
 * @param history what was measured, by epoch; at least one
 * @param test the result on the test images, if there is one, in the metric that is drawn
 * @param ink its colour; empty for one that differs from the others'
 */
public record RunHistory(String name, History history, OptionalDouble test, Optional<Ink> ink) {

  /**
   * Checks that there is an epoch.
   *
   * @param name what to call it
   * @param history what was measured, by epoch; at least one
   * @param test the result on the test images, if there is one, in the metric that is drawn
   * @param ink its colour; empty for one that differs from the others'
   * @throws IllegalArgumentException if there is none
   */
  public RunHistory {
    if (history.epochs().isEmpty()) {
      throw new IllegalArgumentException("'" + name + "' has no finished epoch yet");
    }
  }

  /**
   * {@return a training without a test}
   *
   * @param name what to call it
   * @param history what was measured, by epoch; at least one
   */
  public static RunHistory of(String name, History history) {
    return new RunHistory(name, history, OptionalDouble.empty(), Optional.empty());
  }

  /**
   * {@return this with its result on the test images}
   *
   * @param value in the metric that is drawn
   */
  public RunHistory test(double value) {
    return new RunHistory(name, history, OptionalDouble.of(value), ink);
  }

  /**
   * {@return this in a colour}
   *
   * @param colour takes the place of one that differs from the others'
   */
  public RunHistory ink(Ink colour) {
    return new RunHistory(name, history, test, Optional.of(colour));
  }
}
