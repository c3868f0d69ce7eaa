package dev.plenum.api.data;

import static dev.plenum.api.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.random.CounterRandom;
import dev.plenum.api.random.Purpose;
import dev.plenum.api.random.Seed;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MixupTest {
  private static final int DRAWS = 20_000;
  /** Of the largest difference between the shares of draws and the distribution: exceeded by one seed in 10^7. */
  private static final double KOLMOGOROV = 2.9 / Math.sqrt(DRAWS);

  private static double[] shares(double alpha) {
    Mixup mixup = new Mixup(alpha);
    CounterRandom epoch = CounterRandom.of(Purpose.MIXUP, new Seed(3), 0);
    return IntStream.range(0, DRAWS)
        .mapToDouble(image -> mixup.share(epoch.at(image)))
        .sorted()
        .toArray();
  }

  /** The larger of λ and 1 − λ is below x with the probability F(x) − F(1 − x). */
  private static void assertLargerShareOf(double alpha, DoubleUnaryOperator below) {
    double[] shares = shares(alpha);
    double largest = 0;
    for (int i = 0; i < DRAWS; i++) {
      double expected = below.applyAsDouble(shares[i]) - below.applyAsDouble(1 - shares[i]);
      largest = Math.max(largest, Math.abs(expected - (i + 0.5) / DRAWS));
    }
    assertTrue(largest < KOLMOGOROV, "alpha " + alpha + ": " + largest);
  }

  @Test
  void sharesAreDistributedAsTheLargerOfABetaDistribution() {
    assertLargerShareOf(0.5, x -> 2 / Math.PI * StrictMath.asin(Math.sqrt(x)));
    assertLargerShareOf(1, x -> x);
    assertLargerShareOf(2, x -> 3 * x * x - 2 * x * x * x);
    assertLargerShareOf(3, x -> x * x * x * (10 - 15 * x + 6 * x * x));
  }

  /** The variance of Beta(α, α) is 1 / (4 (2 α + 1)). */
  @ParameterizedTest
  @ValueSource(doubles = {1e-3, 0.1, 0.2, 0.4, 1, 8, 1000})
  void theirVarianceIsThatOfTheDistribution(double alpha) {
    double[] shares = shares(alpha);
    assertTrue(shares[0] >= 0.5 && shares[DRAWS - 1] <= 1, shares[0] + " to " + shares[DRAWS - 1]);
    double variance = 1 / (4 * (2 * alpha + 1));
    double[] squares =
        Arrays.stream(shares).map(share -> (share - 0.5) * (share - 0.5)).toArray();
    assertEquals(variance, Arrays.stream(squares).average().orElseThrow(), 0.03 * variance);
  }

  @Test
  void extremeAlphasGiveNumbersToo() {
    for (double alpha : new double[] {Double.MIN_VALUE, 1e-300, 1e300, Double.MAX_VALUE}) {
      double expected = alpha < 1 ? 1 : 0.5;
      Arrays.stream(shares(alpha)).forEach(share -> assertEquals(expected, share, 1e-6));
    }
  }

  @Test
  void partnersAreAnyImages() {
    Mixup mixup = new Mixup(1);
    CounterRandom epoch = CounterRandom.of(Purpose.MIXUP, new Seed(3), 0);
    int[] counts = new int[10];
    for (int image = 0; image < DRAWS; image++) {
      counts[mixup.partner(epoch.at(image), 10)]++;
    }
    for (int count : counts) {
      assertEquals(DRAWS / 10.0, count, 5 * Math.sqrt(DRAWS / 10.0));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -0.2, Double.NaN, Double.POSITIVE_INFINITY})
  void anAlphaThatIsNotPositiveAndFiniteIsRefused(double alpha) {
    assertRefused(() -> new Mixup(alpha), "greater than 0 and finite, found " + alpha);
  }
}
