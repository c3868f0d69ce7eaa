package dev.plenum.api.random;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.network.ReferenceNetworks;
import dev.plenum.api.network.Shape;
import dev.plenum.api.tensor.NamedTensors;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InitialWeightsTest {
  private static final NamedTensors WEIGHTS =
      InitialWeights.of(ReferenceNetworks.simpleConv(), new Seed(7));

  /** Computed by a separate program, from the documented formulas. */
  @Test
  void stayAsTheyAre() {
    assertEquals(
        "bad5063dcbc21b5df0647ef6c3d6c47614d616fffa2060948061487539cc4ee7", WEIGHTS.sha256());
    assertEquals(0.12837364f, WEIGHTS.get("conv2d/kernel").get(0));
    assertEquals(-0.064233474f, WEIGHTS.get("dense_1/kernel").get(1));
  }

  @Test
  void areNamedInLayerOrderAndShapedAsInKeras() {
    assertEquals(
        List.of(
            "conv2d/kernel",
            "conv2d/bias",
            "conv2d_1/kernel",
            "conv2d_1/bias",
            "dense/kernel",
            "dense/bias",
            "dense_1/kernel",
            "dense_1/bias"),
        WEIGHTS.names());
    assertEquals(Shape.of(5, 5, 10, 10), WEIGHTS.get("conv2d_1/kernel").shape());
    assertEquals(Shape.of(1960, 64), WEIGHTS.get("dense/kernel").shape());
  }

  @ParameterizedTest(name = "{0}: fan in {1}, fan out {2}")
  @CsvSource({
    "conv2d, 25, 250",
    "conv2d_1, 250, 250",
    "dense, 1960, 64",
    "dense_1, 64, 10",
  })
  void kernelsAreGlorotUniform(String layer, int fanIn, int fanOut) {
    double limit = Math.sqrt(6.0 / (fanIn + fanOut));
    float[] kernel = WEIGHTS.get(layer + "/kernel").toArray();
    double sum = 0;
    double squares = 0;
    double largest = 0;
    for (float value : kernel) {
      sum += value;
      squares += (double) value * value;
      largest = Math.max(largest, Math.abs(value));
    }
    assertTrue(largest <= (float) limit, "no value beyond the limit");
    assertTrue(largest > 0.95 * limit, "values near the limit");
    double deviation = limit / Math.sqrt(3);
    assertEquals(0, sum / kernel.length, 4 * deviation / Math.sqrt(kernel.length), "mean");
    assertEquals(1, squares / kernel.length / (deviation * deviation), 0.2, "variance");
  }

  @ParameterizedTest
  @CsvSource({"conv2d, 10", "conv2d_1, 10", "dense, 64", "dense_1, 10"})
  void biasesAreZero(String layer, int units) {
    assertArrayEquals(new float[units], WEIGHTS.get(layer + "/bias").toArray());
  }

  @Test
  void followFromNetworkAndSeedAlone() {
    assertEquals(WEIGHTS, InitialWeights.of(ReferenceNetworks.simpleConv(), new Seed(7)));
    assertNotEquals(
        WEIGHTS.sha256(),
        InitialWeights.of(ReferenceNetworks.simpleConv(), new Seed(8)).sha256());
  }
}
