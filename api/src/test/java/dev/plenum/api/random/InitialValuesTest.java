package dev.plenum.api.random;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.network.BatchNormalization;
import dev.plenum.api.network.Constant;
import dev.plenum.api.network.Dense;
import dev.plenum.api.network.Flatten;
import dev.plenum.api.network.Initializer;
import dev.plenum.api.network.Network;
import dev.plenum.api.network.Sequential;
import dev.plenum.api.network.Shape;
import dev.plenum.api.network.VarianceScaling;
import dev.plenum.api.tensor.NamedTensors;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each initializer fills an array with. */
class InitialValuesTest {
  private static final int INPUTS = 400;
  private static final int UNITS = 250;
  private static final Seed SEED = new Seed(7);

  private static Network network(Initializer initializer) {
    return Sequential.of(
        Shape.of(20, 20, 1),
        Flatten.instance(),
        BatchNormalization.defaults(),
        Dense.of(UNITS).kernelInitializer(initializer));
  }

  private static float[] kernel(Initializer initializer, Seed seed) {
    return InitialWeights.of(network(initializer), seed).get("dense/kernel").toArray();
  }

  /** The truncation at two deviations takes away so much that the variance becomes scale / n. */
  @ParameterizedTest
  @EnumSource(names = {"GLOROT_NORMAL", "HE_NORMAL", "LECUN_NORMAL"})
  void normalValuesAreTruncatedAtTwoDeviationsAndHaveTheVarianceAskedFor(VarianceScaling scaling) {
    double variance = switch (scaling) {
      case GLOROT_NORMAL -> 2.0 / (INPUTS + UNITS);
      case HE_NORMAL -> 2.0 / INPUTS;
      default -> 1.0 / INPUTS;
    };
    float[] kernel = kernel(scaling, SEED);
    double limit = 2 * Math.sqrt(variance) / 0.8796256610342398;
    double sum = 0;
    double squares = 0;
    double largest = 0;
    for (float value : kernel) {
      sum += value;
      squares += (double) value * value;
      largest = Math.max(largest, Math.abs(value));
    }
    assertTrue(largest <= (float) limit, "no value beyond the limit");
    assertTrue(largest > 0.999 * limit, "values near the limit");
    int count = INPUTS * UNITS;
    assertEquals(0, sum / count, 4 * Math.sqrt(variance / count), "mean");
    assertEquals(1, squares / count / variance, 0.02, "variance");
  }

  /** Of a normal distribution that is truncated so, 71.5 % lie within one deviation; of a uniform one half. */
  @Test
  void normalValuesAreNearerToZeroThanUniformOnes() {
    double deviation = VarianceScaling.HE_NORMAL.spread(Shape.of(INPUTS, UNITS));
    float[] kernel = kernel(VarianceScaling.HE_NORMAL, SEED);
    int near = 0;
    for (float value : kernel) {
      near += Math.abs(value) < deviation ? 1 : 0;
    }
    assertEquals(0.682689 / 0.954500, (double) near / kernel.length, 0.006);
  }

  @ParameterizedTest
  @EnumSource
  void followFromTheSeedAlone(VarianceScaling scaling) {
    float[] kernel = kernel(scaling, SEED);
    assertArrayEquals(kernel, kernel(scaling, SEED));
    assertNotEquals(kernel[0], kernel(scaling, new Seed(8))[0]);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, -0.1})
  void constantsFillTheArray(double value) {
    float[] expected = new float[INPUTS * UNITS];
    Arrays.fill(expected, (float) value);
    assertArrayEquals(expected, kernel(new Constant(value), SEED));
  }

  @Test
  void batchNormalisationStartsAsTheIdentity() {
    NamedTensors weights = InitialWeights.of(network(VarianceScaling.HE_NORMAL), SEED);
    for (String name : new String[] {"gamma", "beta", "moving_mean", "moving_variance"}) {
      float[] expected = new float[INPUTS];
      Arrays.fill(expected, name.equals("gamma") || name.equals("moving_variance") ? 1 : 0);
      assertArrayEquals(expected, weights.get("batch_normalization/" + name).toArray(), name);
    }
  }
}
