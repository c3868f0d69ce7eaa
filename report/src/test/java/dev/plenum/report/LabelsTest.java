package dev.plenum.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.FontMetrics;
import org.junit.jupiter.api.Test;

class LabelsTest {
  private static final FontMetrics METRICS = Labels.metrics(ChartStyle.FONT);

  @Test
  void aTextIsShortenedBetweenLettersThatAreTwoCharacters() {
    String text = "\ud83d\ude00".repeat(200);
    for (int width = 0; width < 300; width++) {
      String shortened = Labels.shorten(text, METRICS, width);

      assertTrue(shortened.endsWith("…"), shortened);
      assertFalse(
          shortened.codePoints().anyMatch(c -> Character.getType(c) == Character.SURROGATE),
          () -> "half a pair in " + shortened);
    }
  }

  @Test
  void aTextOfNothingIsNotCut() {
    assertEquals("…", Labels.shorten("", METRICS, -1));
  }

  @Test
  void whatTurnsLettersAroundIsSeen() {
    for (int c : new int[] {0x61c, 0x200e, 0x200f, 0x202a, 0x202e, 0x2066, 0x2069, 0x1b, 0x2028}) {
      assertEquals("a\ufffdb", Labels.visible("a" + Character.toString(c) + "b"));
    }
    assertEquals("שלום عربي", Labels.visible("שלום عربي"));
  }
}
