package dev.plenum.tck.reference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.plenum.api.optimizer.Adam;
import dev.plenum.api.optimizer.OptimizerSpec;
import dev.plenum.api.optimizer.RMSprop;
import dev.plenum.api.optimizer.Sgd;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The optimizers against numbers worked out by hand, and against Keras's. */
class UpdateRuleTest {
  private static final double PRECISION = 1e-15;

  @Test
  void plainDescentGoesAgainstTheGradient() {
    assertWay(new Sgd(0.5, 0, false), new double[] {2, -4}, 1, 0, 2);
  }

  /** u = −1, then −0.5 + 2 = 1.5. */
  @Test
  void momentumKeepsAShareOfTheLastStep() {
    assertWay(new Sgd(0.5, 0.5, false), new double[] {2, -4}, 1, 0, 1.5);
  }

  /** w moves by 0.5 · (−1) − 1 = −1.5, then by 0.5 · 1.5 + 2 = 2.75. */
  @Test
  void nesterovLooksAhead() {
    assertWay(new Sgd(0.5, 0.5, true), new double[] {2, -4}, 1, -0.5, 2.25);
  }

  /** β₁ = 0, β₂ = ¾, ε = 1: v = ¼ g² and α = lr · ½, so the step is lr · ½ · 4 / (2 + 1). */
  @Test
  void adamDividesByTheRootAndThenAddsEpsilon() {
    assertWay(new Adam(0.3, 0, 0.75, 1), new double[] {4}, 1, 0.8);
  }

  /** β₁ = ½, g = 4 then −2: m = 2, 0; v = 4, 4; the second step is 0. */
  @Test
  void adamsMeanMayStandStill() {
    assertWay(new Adam(0.3, 0.5, 0.75, 1), new double[] {4, -2}, 1, 0.8, 0.8);
  }

  /** v = ¼ · 16 = 4, so the step is 0.5 · 4 / √(4 + 12) = 0.5. */
  @Test
  void rmspropAddsEpsilonInsideTheRoot() {
    assertWay(new RMSprop(0.5, 0.75, 0, 12, false), new double[] {4}, 1, 0.5);
  }

  /** a = ½ · 4 = 2, v = ½ · 16 = 8, v − a² = 4: the step is 0.5 · 4 / √(4 + 12). */
  @Test
  void centeredRmspropTakesTheSquaredMeanAway() {
    assertWay(new RMSprop(0.5, 0.5, 0, 12, true), new double[] {4}, 1, 0.5);
  }

  /** b = 0.5; a zero gradient then moves w by half of it again. */
  @Test
  void rmspropsMomentumGoesOn() {
    assertWay(new RMSprop(0.5, 0.75, 0.5, 12, false), new double[] {4, 0}, 1, 0.5, 0.25);
  }

  private static void assertWay(OptimizerSpec spec, double[] gradients, double... expected) {
    Map<String, double[]> slots = new HashMap<>();
    spec.slots().forEach(slot -> slots.put(slot, new double[1]));
    double[] w = {expected[0]};
    for (int t = 1; t <= gradients.length; t++) {
      double[] g = {gradients[t - 1]};
      UpdateRules.of(spec).update(w, g, slots, spec.learningRate(), t);
      assertEquals(expected[t], w[0], PRECISION, "after step " + t);
    }
  }

  /** What Keras 3.15.1 (float64) makes of (1, −2) with (½, −1), (¼, 2), (−1, ⅛). */
  static List<Arguments> keras() {
    return List.of(
        arguments(Adam.defaults(), 0.9982741884184675, -1.9996843395684865),
        arguments(new Adam(0.1, 0.8, 0.95, 0.01), 0.8512913688678205, -1.9791772129996845),
        arguments(RMSprop.defaults(), 0.9981818898482576, -1.9998827647031583),
        arguments(new RMSprop(0.1, 0.8, 0, 0.01, false), 0.8950806229904674, -1.998994609921095),
        arguments(new RMSprop(0.1, 0.8, 0.5, 0.01, false), 0.6919875140665187, -1.9368658087574624),
        arguments(new RMSprop(0.1, 0.8, 0, 0.01, true), 0.8622704025287605, -1.981435284251893),
        arguments(new RMSprop(0.1, 0.8, 0.5, 0.01, true), 0.6360286909924204, -1.90422408661677),
        arguments(Sgd.defaults(), 1.0025, -2.01125),
        arguments(new Sgd(0.1, 0.5, false), 0.975, -2.1375),
        arguments(new Sgd(0.1, 0.5, true), 1.0125, -2.18125));
  }

  @ParameterizedTest
  @MethodSource("keras")
  void threeStepsAreKerass(OptimizerSpec spec, double first, double second) {
    Map<String, double[]> slots = new HashMap<>();
    spec.slots().forEach(slot -> slots.put(slot, new double[2]));
    double[] w = {1, -2};
    double[][] gradients = {{0.5, -1}, {0.25, 2}, {-1, 0.125}};
    for (int t = 1; t <= 3; t++) {
      UpdateRules.of(spec).update(w, gradients[t - 1], slots, spec.learningRate(), t);
    }
    assertArrayEquals(new double[] {first, second}, w, 1e-12);
  }
}
