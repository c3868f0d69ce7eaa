package dev.plenum.api;

import static dev.plenum.api.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.plenum.api.tensor.NamedTensors;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What optimizers and callbacks hand out for an exact resume. */
class StateTest {
  @Test
  void aCallbackHasNoStateUnlessItSaysSo() {
    assertSame(Callback.State.NONE, new Callback() {}.state());
    assertEquals(new Callback.State(Map.of(), NamedTensors.empty()), Callback.State.NONE);
  }

  @Test
  void aCallbacksNumbersKeepTheirOrderAndAreCopied() {
    Map<String, Double> numbers = new LinkedHashMap<>();
    List<String> names = List.of("wait", "best", "cooldown", "a", "z", "m");
    names.forEach(name -> numbers.put(name, 1.0));
    Callback.State state = new Callback.State(numbers, NamedTensors.empty());
    numbers.clear();
    assertEquals(names, List.copyOf(state.numbers().keySet()));
  }

  @Test
  void aCallbacksNumberIsFoundByName() {
    Callback.State state = new Callback.State(Map.of("wait", 3.0), NamedTensors.empty());
    assertEquals(3, state.number("wait"));
    assertEquals(OptionalDouble.of(3), state.find("wait"));
    assertEquals(OptionalDouble.empty(), state.find("best"));
    assertRefused(() -> state.number("best"), "no number 'best'", "[wait]");
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void aCallbacksNumbersMustBeFinite(double number) {
    assertRefused(
        () -> new Callback.State(Map.of("best", number), NamedTensors.empty()),
        "'best' = " + number);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -0.1, Double.NaN, Double.POSITIVE_INFINITY})
  void anOptimizersLearningRateMustBePositiveAndFinite(double rate) {
    assertRefused(
        () -> new OptimizerState(3, rate, NamedTensors.empty()), "3 iterations", "rate " + rate);
  }

  @Test
  void anOptimizersIterationsMustNotBeNegative() {
    assertRefused(() -> new OptimizerState(-1, 0.1, NamedTensors.empty()), "-1 iterations");
    assertEquals(0, new OptimizerState(0, 0.1, NamedTensors.empty()).iterations());
  }
}
