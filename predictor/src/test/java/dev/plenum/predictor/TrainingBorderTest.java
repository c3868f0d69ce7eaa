package dev.plenum.predictor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.data.Dataset;
import dev.plenum.api.network.Shape;
import dev.plenum.persistence.JsonObject;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TrainingBorderTest {
  private static final Shape SHAPE = Shape.of(3, 3, 1);

  /** An image whose middle is of the other kind. */
  private static byte[] image(int border) {
    byte[] pixels = new byte[9];
    java.util.Arrays.fill(pixels, (byte) border);
    pixels[4] = (byte) ~border;
    return pixels;
  }

  private static TrainingBorder border(int... borders) {
    byte[] pixels = new byte[9 * borders.length];
    for (int i = 0; i < borders.length; i++) {
      System.arraycopy(image(borders[i]), 0, pixels, 9 * i, 9);
    }
    return TrainingBorder.of(
        new Dataset(SHAPE, pixels, new int[borders.length], List.of("a", "b")));
  }

  @Test
  void itIsTheMeanOverThePixelsOfTheFourSidesAndHowTheImagesDifferInIt() {
    assertEquals(new TrainingBorder(0, 0), border(0, 0));
    TrainingBorder mixed = border(0, 255);
    assertEquals(0.5, mixed.mean());
    assertEquals(0.5, mixed.deviation());
    byte[] colours = new byte[4 * 3 * 2];
    colours[0] = (byte) 240; // of 24 values, all on the border
    assertEquals(10 / 255.0, TrainingBorder.lightness(colours, Shape.of(4, 2, 3)), 1e-12);
  }

  @Test
  void aLightBorderIsReversedWhereThoseOfTrainingWereDarkAndTheOtherWayRound() {
    TrainingBorder dark = border(0, 10, 0, 20);
    assertTrue(dark.isReversedBy(0.9));
    assertFalse(dark.isReversedBy(0.3));
    TrainingBorder light = border(255, 240, 250);
    assertTrue(light.isReversedBy(0.1));
    assertFalse(light.isReversedBy(0.8));
  }

  @Test
  void nothingCanBeToldWhereBordersWereOfAllKinds() {
    TrainingBorder photos = border(20, 200, 90, 140, 60);
    assertFalse(photos.isReversedBy(1));
    assertFalse(photos.isReversedBy(0));
  }

  @Test
  void aModelsProvenanceKeepsIt() {
    TrainingBorder border = border(0, 10);
    JsonObject provenance = JsonObject.empty().with("command", "plenum train");
    assertEquals(Optional.of(border), TrainingBorder.in(border.addTo(provenance)));
    assertEquals(Optional.empty(), TrainingBorder.in(provenance));
    assertEquals(Optional.empty(), TrainingBorder.in(provenance.with("trainingBorder", "dark")));
  }
}
