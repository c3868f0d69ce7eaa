package dev.plenum.api.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The tables are worked out from TensorFlow's documented formulas. SAME: out = ⌈in / stride⌉, total =
 * max((out − 1) · stride + window − in, 0), before = ⌊total / 2⌋. VALID: out = ⌈(in − window + 1) /
 * stride⌉.
 */
class PaddingTest {
  @ParameterizedTest(name = "input {0}, window {1}, stride {2}: output {3}, {4} before, {5} after")
  @CsvSource({
    "28, 5, 1, 28, 2, 2",
    "28, 4, 1, 28, 1, 2",
    "28, 2, 1, 28, 0, 1",
    "28, 2, 2, 14, 0, 0",
    "28, 3, 2, 14, 0, 1",
    "28, 5, 2, 14, 1, 2",
    "28, 5, 3, 10, 2, 2",
    "28, 7, 3, 10, 3, 3",
    " 7, 2, 2,  4, 0, 1",
    " 7, 3, 2,  4, 1, 1",
    " 7, 4, 2,  4, 1, 2",
    " 7, 4, 3,  3, 1, 2",
    " 5, 1, 3,  2, 0, 0",
    " 5, 2, 3,  2, 0, 0",
    " 5, 3, 3,  2, 0, 1",
    "10, 4, 3,  4, 1, 2",
    "10, 7, 5,  2, 1, 1",
    " 6, 2, 5,  2, 0, 1",
    " 6, 5, 5,  2, 2, 2",
    " 3, 2, 2,  2, 0, 1",
    " 3, 5, 1,  3, 2, 2",
    " 2, 7, 3,  1, 2, 3",
    " 1, 5, 2,  1, 2, 2",
    " 1, 7, 1,  1, 3, 3",
  })
  void sameSurroundsTheImageAndPutsTheExtraCellAtTheEnd(
      int input, int window, int stride, int output, int before, int after) {
    assertEquals(output, Padding.SAME.outputSize(input, window, stride));
    assertEquals(before, Padding.SAME.before(input, window, stride));
    assertEquals(after, Math.max((output - 1) * stride + window - input, 0) - before);
  }

  @ParameterizedTest(name = "input {0}, window {1}, stride {2}: output {3}")
  @CsvSource({
    "28, 5, 1, 24",
    "28, 4, 1, 25",
    "28, 2, 2, 14",
    "28, 5, 2, 12",
    "28, 5, 3,  8",
    " 7, 2, 2,  3",
    " 7, 3, 3,  2",
    " 7, 7, 1,  1",
    " 7, 7, 3,  1",
    " 7, 1, 3,  3",
    " 7, 8, 1,  0",
    " 1, 7, 3,  0",
  })
  void validKeepsWindowsInsideTheImage(int input, int window, int stride, int output) {
    assertEquals(output, Padding.VALID.outputSize(input, window, stride));
    assertEquals(0, Padding.VALID.before(input, window, stride));
  }

  @Test
  void everyWindowOfSameHasACellOfTheImage() {
    for (int input = 1; input <= 12; input++) {
      for (int window = 1; window <= 8; window++) {
        for (int stride = 1; stride <= 5; stride++) {
          int before = Padding.SAME.before(input, window, stride);
          int last = (Padding.SAME.outputSize(input, window, stride) - 1) * stride - before;
          assertTrue(before < window && last < input, input + " " + window + " " + stride);
        }
      }
    }
  }

  @Test
  void hugeWindowsAndStridesDoNotOverflow() {
    int huge = Integer.MAX_VALUE;
    assertEquals(1, Padding.SAME.outputSize(28, 5, huge));
    assertEquals(0, Padding.SAME.before(28, 5, huge));
    assertEquals((huge - 28) / 2, Padding.SAME.before(28, huge, huge));
    assertEquals(1, Padding.VALID.outputSize(28, 5, huge));
    assertEquals(0, Padding.VALID.outputSize(28, huge, 1));
  }

  @Test
  void isNamedAsInKeras() {
    assertEquals("same", Padding.SAME.toString());
    assertEquals("valid", Padding.VALID.toString());
  }
}
