package dev.plenum.app.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.EpochRecord;
import dev.plenum.api.History;
import java.awt.image.BufferedImage;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccuracyPlotTest {
  private static final int TRAINING = 0x1f77b4;
  private static final int VALIDATION = 0xff7f0e;
  private static final int TEST = 0x2ca02c;

  private static History history(int epochs, boolean isValidated) {
    History history = History.empty();
    for (int i = 0; i < epochs; i++) {
      Map<String, Double> metrics = new LinkedHashMap<>(Map.of("accuracy", 0.9 + 0.001 * i));
      if (isValidated) {
        metrics.put("val_accuracy", 0.92 + 0.0005 * i);
      }
      history = history.with(new EpochRecord(i, metrics, 1));
    }
    return history;
  }

  private static boolean hasColour(BufferedImage image, int colour) {
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        if ((image.getRGB(x, y) & 0xffffff) == colour) {
          return true;
        }
      }
    }
    return false;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 40})
  void itShowsTrainingValidationAndTest(int epochs) {
    BufferedImage plot = AccuracyPlot.draw("a network", history(epochs, true), 0.95);
    assertEquals(960, plot.getWidth());
    assertEquals(600, plot.getHeight());
    assertTrue(hasColour(plot, TRAINING));
    assertTrue(hasColour(plot, VALIDATION));
    assertTrue(hasColour(plot, TEST));
  }

  @Test
  void withoutValidationThereIsNoSuchCurve() {
    BufferedImage plot = AccuracyPlot.draw("a network", history(3, false), 0.95);
    assertTrue(hasColour(plot, TRAINING));
    assertFalse(hasColour(plot, VALIDATION));
  }

  @Test
  void valuesThatAreAllEqualCanBeDrawn() {
    History history = History.empty().with(new EpochRecord(0, Map.of("accuracy", 1.0), 1));
    assertTrue(hasColour(AccuracyPlot.draw("a network", history, 1.0), TEST));
  }
}
