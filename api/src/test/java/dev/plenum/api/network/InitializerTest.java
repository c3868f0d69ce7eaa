package dev.plenum.api.network;

import static dev.plenum.api.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InitializerTest {
  private static final double RELATIVE_ERROR = 1e-15;

  /**
   * Computed apart from this code, by Keras's formulas: with n the fan in, or half the sum of both fans for
   * Glorot, the limit is √(3 · scale / n), the deviation √(scale / n) / 0.87962566103423978.
   */
  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(delimiter = '|', textBlock = """
      3 3 4 8 | glorot_uniform | 0.23570226039551584
      3 3 4 8 | glorot_normal  | 0.1547053133124288
      3 3 4 8 | he_uniform     | 0.408248290463863
      3 3 4 8 | he_normal      | 0.26795746285798844
      3 3 4 8 | lecun_uniform  | 0.28867513459481287
      3 3 4 8 | lecun_normal   | 0.18947453905642606
      10 20   | glorot_uniform | 0.4472135954999579
      10 20   | glorot_normal  | 0.29353269371834595
      10 20   | he_uniform     | 0.7745966692414834
      10 20   | he_normal      | 0.508413539202729
      10 20   | lecun_uniform  | 0.5477225575051661
      10 20   | lecun_normal   | 0.35950266121730234
      3 3 4 2 | glorot_uniform | 0.3333333333333333
      3 3 4 2 | glorot_normal  | 0.21878635225761572
      3 3 4 2 | he_normal      | 0.26795746285798844
      3 4 8   | glorot_uniform | 0.408248290463863
      3 4 8   | he_normal      | 0.46411593993728634
      3 4 8   | lecun_uniform  | 0.5
      5       | glorot_uniform | 0.7745966692414834
      5       | glorot_normal  | 0.508413539202729
      5       | he_uniform     | 1.0954451150103321
      5       | lecun_normal   | 0.508413539202729
      """)
  void theSpreadIsKerass(String dimensions, String initializer, double spread) {
    VarianceScaling scaling = VarianceScaling.valueOf(initializer.toUpperCase(Locale.ROOT));
    Shape shape = Shape.of(
        Arrays.stream(dimensions.split(" ")).mapToInt(Integer::parseInt).toArray());
    assertEquals(spread, scaling.spread(shape), spread * RELATIVE_ERROR);
    assertEquals(initializer.endsWith("normal"), scaling.isNormal());
    assertEquals(initializer, scaling.toString());
  }

  @Test
  void constantsAreFiniteNumbersOf32Bits() {
    assertEquals(0, Constant.ZEROS.value());
    assertEquals(1, Constant.ONES.value());
    assertEquals(-2.5, new Constant(-2.5).value());
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.NEGATIVE_INFINITY, 1e39})
  void otherConstantsAreRefused(double value) {
    assertRefused(
        InvalidNetworkException.class, () -> new Constant(value), "32 bits", "found " + value);
  }
}
