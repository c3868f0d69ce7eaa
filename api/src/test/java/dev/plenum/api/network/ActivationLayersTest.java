package dev.plenum.api.network;

import static dev.plenum.api.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ActivationLayersTest {
  private static final double INFINITY = Double.POSITIVE_INFINITY;

  @Test
  void startWithKerasDefaults() {
    assertEquals(new ReLU(INFINITY, 0, 0), ReLU.instance());
    assertEquals(new LeakyReLU(0.3), LeakyReLU.defaults());
    assertEquals(new ELU(1), ELU.defaults());
    assertEquals(new ActivationLayer(Activation.SILU), Activation.SILU.layer());
  }

  @Test
  void applyTheFunctionsOfTheirSettings() {
    assertEquals(
        new ElementwiseFunction.Rectifier(6, 0.1, 2),
        ReLU.instance().threshold(2).negativeSlope(0.1).maxValue(6).function());
    assertEquals(
        new ElementwiseFunction.Rectifier(INFINITY, 0.3, 0),
        LeakyReLU.defaults().function());
    assertEquals(new ElementwiseFunction.ExponentialLinear(0.5), new ELU(0.5).function());
    assertEquals(new ElementwiseFunction.Tanh(), Activation.TANH.layer().function());
  }

  @Test
  void namedActivationsAreTheLayersWithThoseSettings() {
    assertEquals(Activation.RELU.function(), ReLU.instance().function());
    assertEquals(Activation.RELU6.function(), ReLU.instance().maxValue(6).function());
    assertEquals(Activation.LEAKY_RELU.function(), new LeakyReLU(0.2).function());
    assertEquals(Activation.ELU.function(), ELU.defaults().function());
  }

  @Test
  void keepAnyShapeAndHaveNoParameters() {
    List<LayerSpec> layers =
        List.of(ReLU.instance(), LeakyReLU.defaults(), ELU.defaults(), Activation.GELU.layer());
    for (LayerSpec layer : layers) {
      assertEquals(Shape.of(7, 9, 5), layer.outputShape(Shape.of(7, 9, 5)));
      assertEquals(Shape.of(5), layer.outputShape(Shape.of(5)));
      assertEquals(List.of(), layer.parameters(Shape.of(5)));
    }
    assertEquals(
        List.of("re_lu", "leaky_re_lu", "elu", "activation"),
        layers.stream().map(LayerSpec::namePrefix).toList());
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, Double.NaN, Double.POSITIVE_INFINITY})
  void slopesAndThresholdsThatAreNegativeOrNotFiniteAreRefused(double value) {
    List<Runnable> actions = List.of(
        () -> ReLU.instance().negativeSlope(value),
        () -> ReLU.instance().threshold(value),
        () -> new LeakyReLU(value),
        () -> new ELU(value));
    for (Runnable action : actions) {
      assertRefused(
          InvalidNetworkException.class,
          action,
          "must be a finite number that is at least 0, found " + value);
    }
  }

  @Test
  void aMaximumThatIsNotAboveTheThresholdIsRefused() {
    assertRefused(
        InvalidNetworkException.class, () -> ReLU.instance().maxValue(-1), "ReLU", "found -1.0");
    assertRefused(
        InvalidNetworkException.class,
        () -> ReLU.instance().maxValue(Double.NaN),
        "ReLU",
        "found NaN");
    assertRefused(
        InvalidNetworkException.class,
        () -> ReLU.instance().maxValue(2).threshold(2),
        "greater than the threshold, found 2.0 and 2.0");
  }
}
