package dev.plenum.api.callback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.random.CounterRandom;
import dev.plenum.api.random.Purpose;
import dev.plenum.api.random.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DigitsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0005",
        "0.0001",
        "1e-05",
        "6.25e-05",
        "3.0000000000000004e-05",
        "0.1",
        "1.0",
        "-2.5",
        "100.0",
        "123456789.125",
        "1000000000000000.0",
        "1e+16",
        "2e+23",
        "1.5e+300",
        "-1e-05",
        "5e-324",
        "1.7976931348623157e+308",
        "0.30000000000000004",
        "0.0",
        "-0.0"
      })
  void numbersAreWrittenAsPythonDoes(String text) {
    assertEquals(text, Digits.of(Double.parseDouble(text)));
  }

  @Test
  void everyNumberComesBack() {
    CounterRandom random = CounterRandom.of(Purpose.GENERATION, new Seed(1));
    for (int i = 0; i < 2000; i++) {
      double value = Double.longBitsToDouble(random.bits(i));
      assertEquals(value, Double.parseDouble(Digits.of(value)));
      assertEquals(
          random.uniform(i),
          Double.parseDouble(Digits.of(random.uniform(i))),
          "in the usual range");
    }
  }

  @Test
  void noNumberHasMoreDigitsThanItNeeds() {
    CounterRandom random = CounterRandom.of(Purpose.GENERATION, new Seed(2));
    for (int i = 0; i < 500; i++) {
      double value = random.below(i, 100_000) / 1e5;
      assertTrue(Digits.of(value).length() <= 7, Digits.of(value));
    }
  }

  @Test
  void whatIsNotFiniteHasItsJavaName() {
    assertEquals("NaN", Digits.of(Double.NaN));
    assertEquals("-Infinity", Digits.of(Double.NEGATIVE_INFINITY));
  }
}
