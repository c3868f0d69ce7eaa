package dev.plenum.api.network;

import static dev.plenum.api.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchNormalizationTest {
  private static final BatchNormalization DEFAULTS = BatchNormalization.defaults();

  @Test
  void startsWithKerasDefaults() {
    assertEquals(new BatchNormalization(0.99, 1e-3, true, true), DEFAULTS);
    assertEquals("batch_normalization", DEFAULTS.namePrefix());
  }

  @Test
  void eachSettingChangesNothingElse() {
    assertEquals(
        new BatchNormalization(0.5, 1e-5, false, false),
        DEFAULTS.scale(false).center(false).epsilon(1e-5).momentum(0.5));
  }

  @Test
  void keepsTheShapeAndHasFourArraysForTheChannels() {
    Shape image = Shape.of(7, 9, 5);
    assertEquals(image, DEFAULTS.outputShape(image));
    assertEquals(
        List.of(
            ParameterSpec.trained("gamma", 5, Constant.ONES),
            ParameterSpec.trained("beta", 5, Constant.ZEROS),
            ParameterSpec.state("moving_mean", 5, Constant.ZEROS),
            ParameterSpec.state("moving_variance", 5, Constant.ONES)),
        DEFAULTS.parameters(image));
    assertEquals(DEFAULTS.parameters(image), DEFAULTS.parameters(Shape.of(5)), "flat values");
  }

  @Test
  void statisticsAreStateAndTheOthersAreTrained() {
    assertEquals(
        List.of(true, true, false, false),
        DEFAULTS.parameters(Shape.of(5)).stream().map(ParameterSpec::isTrained).toList());
  }

  @Test
  void gammaAndBetaCanBeLeftOut() {
    assertEquals(List.of("beta", "moving_mean", "moving_variance"), names(DEFAULTS.scale(false)));
    assertEquals(List.of("gamma", "moving_mean", "moving_variance"), names(DEFAULTS.center(false)));
    assertEquals(
        List.of("moving_mean", "moving_variance"), names(DEFAULTS.center(false).scale(false)));
  }

  private static List<String> names(BatchNormalization layer) {
    return layer.parameters(Shape.of(5)).stream().map(ParameterSpec::name).toList();
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.01, 1, 2, Double.NaN})
  void otherMomentaAreRefused(double momentum) {
    assertRefused(
        InvalidNetworkException.class,
        () -> DEFAULTS.momentum(momentum),
        "BatchNormalization: the momentum must be at least 0 and less than 1",
        "found " + momentum);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1e-3, Double.POSITIVE_INFINITY, Double.NaN})
  void otherEpsilonsAreRefused(double epsilon) {
    assertRefused(
        InvalidNetworkException.class,
        () -> DEFAULTS.epsilon(epsilon),
        "BatchNormalization: epsilon must be greater than 0",
        "found " + epsilon);
  }
}
