package dev.plenum.api.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.metric.Metric.Accumulator;
import org.junit.jupiter.api.Test;

class MacroF1Test {
  private static final float[] NOT_NEEDED = new float[8];

  private static double of(int classes, int[] labels, int[] predictions) {
    Accumulator accumulator = MacroF1.instance().accumulator(classes);
    for (int i = 0; i < labels.length; i++) {
      accumulator.add(NOT_NEEDED, 0, labels[i], predictions[i]);
    }
    return accumulator.value();
  }

  /**
   * Class 0: 2 hits of 3 images, 3 predictions, F1 2/3. Class 1: 1 hit of 2 images, 3 predictions, F1
   * 2/5. Class 2: no hit of 2 images, 1 prediction, F1 0.
   */
  @Test
  void isTheMeanOfTheClassesF1() {
    double f1 = of(3, new int[] {0, 0, 0, 1, 1, 2, 2}, new int[] {0, 0, 1, 1, 2, 0, 1});
    assertEquals((2 / 3.0 + 2 / 5.0 + 0) / 3, f1, 1e-15);
  }

  @Test
  void aRareClassCountsAsMuchAsAFrequentOne() {
    int[] labels = new int[100];
    labels[99] = 1;
    assertEquals(198 / 199.0 / 2, of(2, labels, new int[100]), 1e-15);
  }

  @Test
  void classesThatDoNotOccurAreLeftOut() {
    assertEquals(1, of(8, new int[] {3, 5}, new int[] {3, 5}));
    assertEquals(
        (1 + 0 + 0) / 3.0, of(8, new int[] {3, 5}, new int[] {3, 6}), "6 was predicted wrongly");
  }

  @Test
  void withoutImagesItIsNotDefined() {
    assertTrue(Double.isNaN(of(2, new int[0], new int[0])));
  }

  @Test
  void saysWhatItIs() {
    assertEquals("macro_f1", MacroF1.instance().name());
    assertTrue(MacroF1.instance().isHigherBetter());
    assertEquals("{name=MacroF1}", MacroF1.instance().describe().toString());
  }
}
