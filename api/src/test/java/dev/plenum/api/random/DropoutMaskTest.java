package dev.plenum.api.random;

import static dev.plenum.api.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.plenum.api.network.Shape;
import dev.plenum.api.tensor.NamedTensors;
import dev.plenum.api.tensor.Tensor;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DropoutMaskTest {
  private static final Seed SEED = new Seed(7);

  /** Computed by a separate program, from the documented formulas. */
  @Test
  void staysAsItIs() {
    float[] mask = mask(5, 0.2, 3, 1, 1000);
    assertArrayEquals(
        new float[] {1.25f, 0, 1.25f, 1.25f, 1.25f, 1.25f, 1.25f, 0}, Arrays.copyOf(mask, 8));
    assertEquals(
        "6d0d9853a2151268eee87b7a9db1a9d12ef2f4f74d513a866a89da63cd388f7c",
        new NamedTensors(Map.of("mask", new Tensor(Shape.of(1000), mask))).sha256());
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.01, 0.2, 0.25, 0.5, 0.9, 0.999})
  void dropsItsShareAndScalesTheRest(double rate) {
    int n = 200_000;
    float[] mask = mask(1, rate, 0, 0, n);
    int dropped = 0;
    for (float factor : mask) {
      if (factor == 0) {
        dropped++;
      } else {
        assertEquals((float) (1 / (1 - rate)), factor);
      }
    }
    assertEquals(n * rate, dropped, 4 * Math.sqrt(n * rate * (1 - rate)));
  }

  @Test
  void aUnitIsDroppedExactlyWhenItsNumberIsLessThanTheRate() {
    long first32 = CounterRandom.of(Purpose.DROPOUT, SEED, 1, 0, 0).bits(0) >>> 32;
    assertNotEquals(0f, mask(1, first32 * 0x1p-32, 0, 0, 1)[0]);
    assertEquals(0f, mask(1, (first32 + 1) * 0x1p-32, 0, 0, 1)[0]);
  }

  @Test
  void rateZeroDropsNothing() {
    for (float factor : mask(1, 0, 0, 0, 10_000)) {
      assertEquals(1f, factor);
    }
  }

  @Test
  void layersStepsAndPositionsHaveMasksOfTheirOwn() {
    float[] mask = mask(1, 0.5, 2, 3, 100);
    assertArrayEquals(mask, mask(1, 0.5, 2, 3, 100));
    assertFalse(Arrays.equals(mask, mask(2, 0.5, 2, 3, 100)));
    assertFalse(Arrays.equals(mask, mask(1, 0.5, 3, 3, 100)));
    assertFalse(Arrays.equals(mask, mask(1, 0.5, 2, 4, 100)));
    assertFalse(Arrays.equals(mask, mask(1, 0.5, 3, 2, 100)));
  }

  @Test
  void unitsMayBeAskedOneByOneInAnyOrder() {
    DropoutMask layer = new DropoutMask(SEED, 4, 0.3);
    float[] mask = mask(4, 0.3, 10, 20, 50);
    for (int element = 49; element >= 0; element--) {
      assertEquals(mask[element], layer.factor(layer.key(10, 20), element));
    }
  }

  @Test
  void usesTheKeyThatThePurposeNames() {
    CounterRandom unit = CounterRandom.of(Purpose.DROPOUT, SEED, 4, 10, 20);
    float[] mask = mask(4, 0.5, 10, 20, 50);
    for (int element = 0; element < 50; element++) {
      assertEquals(unit.uniform(element) < 0.5 ? 0f : 2f, mask[element]);
    }
  }

  @Test
  void fillsNoMoreThanAsked() {
    float[] factors = new float[10];
    Arrays.fill(factors, -1);
    new DropoutMask(SEED, 0, 0.5).fill(0, 0, factors, 6);
    assertEquals(-1, factors[6]);
    assertFalse(factors[5] < 0);
  }

  @Test
  void channelsHaveTheMaskOfAsManyUnitsInEveryPixel() {
    int channels = 5;
    float[] factors = new float[4 * channels + 1];
    Arrays.fill(factors, -1);
    new DropoutMask(SEED, 4, 0.5).fillChannels(10, 20, factors, 4 * channels, channels);
    float[] mask = mask(4, 0.5, 10, 20, channels);
    for (int i = 0; i < 4 * channels; i++) {
      assertEquals(mask[i % channels], factors[i]);
    }
    assertEquals(-1, factors[4 * channels]);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1, Double.NaN})
  void otherRatesAreRefused(double rate) {
    assertRefused(() -> new DropoutMask(SEED, 0, rate), "less than 1", "found " + rate);
  }

  private static float[] mask(int layer, double rate, long step, int position, int count) {
    float[] factors = new float[count];
    new DropoutMask(SEED, layer, rate).fill(step, position, factors, count);
    return factors;
  }
}
