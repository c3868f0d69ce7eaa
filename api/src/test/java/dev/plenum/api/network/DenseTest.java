package dev.plenum.api.network;

import static dev.plenum.api.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class DenseTest {
  @Test
  void hasAKernelOfInputsByUnitsAndABias() {
    List<ParameterSpec> parameters = Dense.of(64).parameters(Shape.of(1960));
    assertEquals(
        List.of(
            Kernel.DEFAULT.parameter("kernel", Shape.of(1960, 64)),
            ParameterSpec.trained("bias", 64, Constant.ZEROS)),
        parameters);
    assertEquals(Shape.of(64), Dense.of(64).outputShape(Shape.of(1960)));
  }

  @Test
  void isLinearUntilToldOtherwise() {
    assertEquals(new Dense(3, Activation.LINEAR), Dense.of(3));
    assertEquals(new Dense(3, Activation.RELU), Dense.of(3).activation(Activation.RELU));
  }

  @Test
  void anImageIsRefusedWithBothShapesAndTheRemedy() {
    assertRefused(
        InvalidNetworkException.class,
        () -> Dense.of(64).outputShape(Shape.of(14, 14, 10)),
        "(n)",
        "(14, 14, 10)",
        "Flatten");
  }

  @Test
  void noUnitsAreRefused() {
    assertRefused(InvalidNetworkException.class, () -> Dense.of(0), "Dense", "units", "0");
  }
}
