package dev.plenum.tck.reference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.plenum.api.network.Activation;
import dev.plenum.api.network.ELU;
import dev.plenum.api.network.ElementwiseFunction;
import dev.plenum.api.network.LeakyReLU;
import dev.plenum.api.network.ReLU;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Activations against values computed elsewhere. */
class ReferenceFunctionTest {
  private static final double PRECISION = 1e-14;

  /** At −2, ½ and 4. */
  static List<Arguments> values() {
    double e2 = Math.exp(-2) - 1;
    return List.of(
        arguments(Activation.LINEAR.function(), new double[] {-2, 0.5, 4}),
        arguments(Activation.RELU.function(), new double[] {0, 0.5, 4}),
        arguments(Activation.RELU6.function(), new double[] {0, 0.5, 4}),
        arguments(Activation.LEAKY_RELU.function(), new double[] {-0.4, 0.5, 4}),
        arguments(Activation.ELU.function(), new double[] {e2, 0.5, 4}),
        arguments(
            Activation.GELU.function(),
            new double[] {-0.04550026389635842, 0.34573123063700656, 3.9998733150326675}),
        arguments(
            Activation.GELU_TANH.function(),
            new double[] {-0.04540230591222494, 0.34571400982514394, 3.9999297540518075}),
        arguments(
            Activation.SILU.function(),
            new double[] {-0.2384058440442351, 0.3112296656009273, 3.928055160151634}),
        arguments(
            Activation.SIGMOID.function(),
            new double[] {0.11920292202211755, 0.6224593312018546, 0.9820137900379085}),
        arguments(Activation.HARD_SIGMOID.function(), new double[] {1.0 / 6, 7.0 / 12, 1}),
        arguments(Activation.HARD_SILU.function(), new double[] {-1.0 / 3, 7.0 / 24, 4}),
        arguments(
            Activation.TANH.function(),
            new double[] {-0.9640275800758169, 0.46211715726000974, 0.999329299739067}),
        arguments(ReLU.instance().maxValue(3).function(), new double[] {0, 0.5, 3}),
        arguments(
            ReLU.instance().threshold(1).negativeSlope(0.5).function(),
            new double[] {-1.5, -0.25, 4}),
        arguments(LeakyReLU.defaults().function(), new double[] {-0.6, 0.5, 4}),
        arguments(new ELU(2).function(), new double[] {2 * e2, 0.5, 4}));
  }

  @ParameterizedTest
  @MethodSource("values")
  void valuesAreTheKnownOnes(ElementwiseFunction function, double[] expected) {
    ReferenceFunction reference = ReferenceFunction.of(function);
    double[] actual =
        Arrays.stream(new double[] {-2, 0.5, 4}).map(reference::value).toArray();
    assertArrayEquals(expected, actual, PRECISION);
  }

  @Test
  void slopesAtKinksAreThoseThatFollowFromTheValue() {
    ReferenceFunction relu = ReferenceFunction.of(new ReLU(2, 0.25, 0).function());
    assertEquals(0.25, relu.derivative(0));
    assertEquals(0, relu.derivative(2));
    assertEquals(1, relu.derivative(1));
    ReferenceFunction hard = ReferenceFunction.of(Activation.HARD_SIGMOID.function());
    assertEquals(0, hard.derivative(-3));
    assertEquals(0, hard.derivative(3));
  }

  @Test
  void normalDistributionIsRightFarFromZeroToo() {
    assertEquals(6.220960574271785e-16, ReferenceGelu.normal(-8), 2e-16);
    assertEquals(1, ReferenceGelu.normal(8.9));
    assertEquals(0, ReferenceGelu.normal(-50));
    assertEquals(0.5, ReferenceGelu.normal(0));
  }
}
