package dev.plenum.api.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ElementwiseFunctionTest {
  /** Those that fall and then rise have two slopes for one output; all others are monotonic. */
  @Test
  void theDerivativeFollowsFromTheOutputExceptWhereAFunctionFallsAndRises() {
    Set<Activation> needInput = Arrays.stream(Activation.values())
        .filter(activation -> !activation.function().derivesFromOutput())
        .collect(Collectors.toSet());
    assertEquals(
        EnumSet.of(Activation.SILU, Activation.HARD_SILU, Activation.GELU, Activation.GELU_TANH),
        needInput);
  }

  @Test
  void thePlainRectifierHasNoMaximumSlopeOrThreshold() {
    assertEquals(
        new ElementwiseFunction.Rectifier(Double.POSITIVE_INFINITY, 0, 0),
        ElementwiseFunction.Rectifier.PLAIN);
  }
}
