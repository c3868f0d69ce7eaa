package dev.plenum.predictor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.Backend;
import dev.plenum.api.Backends;
import dev.plenum.datasets.picture.Preparation;
import dev.plenum.persistence.JsonObject;
import dev.plenum.persistence.ModelFile;
import dev.plenum.persistence.Preprocessing;
import dev.plenum.persistence.SavedModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Preparation and inversion together. */
class PreparationTest {
  private static final Backend BACKEND = Backends.get("purejava");

  @TempDir
  private Path folder;

  private Path plain;
  private Path digits;

  @BeforeEach
  void write() throws IOException {
    plain = Samples.model(folder, 1);
    digits = folder.resolve("digits.plenum");
    SavedModel saved = Samples.saved(1);
    ModelFile.write(
        digits,
        new SavedModel(
            saved.network(),
            saved.optimizer(),
            saved.weights(),
            saved.optimizerState(),
            Preprocessing.of(Samples.INPUT, "digit"),
            saved.classNames(),
            JsonObject.empty()));
  }

  @Test
  void aPictureWithAPreparationOfItsOwnIsNeitherPreparedAsOthersNorInverted() throws IOException {
    byte[] png = Samples.png(1);
    String bits;
    byte[] pixels;
    try (Predictor predictor = Predictor.of(plain).open(BACKEND)) {
      bits = Samples.bits(predictor.classify(png));
      pixels = predictor.classify(png).seen().pixels();
    }
    for (PredictorOptions options : List.of(
        Predictor.of(plain).inverted(), Predictor.of(plain).prepareDigit(), Predictor.of(digits))) {
      try (Predictor predictor = options.open(BACKEND)) {
        assertNotEquals(bits, Samples.bits(predictor.classify(png)));
        Answer own = predictor.classify(png, Preparation.standard());
        assertArrayEquals(pixels, own.seen().pixels());
        assertEquals(bits, Samples.bits(own));
        assertEquals(
            bits,
            Samples.bits(predictor.classifyAsync(png, Preparation.standard()).join()));
      }
    }
  }

  @Test
  void whatBecomesADigitIsNotInvertedWhoeverSaysThatItDoes() throws IOException {
    for (PredictorOptions options : List.of(
        Predictor.of(plain).prepareDigit().inverted(), Predictor.of(digits).inverted())) {
      String refused = String.valueOf(assertThrows(
              IllegalArgumentException.class, () -> options.open(BACKEND).close())
          .getMessage());
      assertTrue(refused.startsWith(options.file() + ": pictures are prepared as digits"), refused);
    }
    ModelInputs inputs = ModelInputs.of(Preprocessing.of(Samples.INPUT, "digit"));
    assertThrows(IllegalArgumentException.class, () -> new PictureReader(inputs, true));
    Predictor.of(digits)
        .preparation(Preparation.standard())
        .inverted()
        .open(BACKEND)
        .close();
  }

  @Test
  void anInvertingPredictorKeepsItsModelWhereTheNextOneTakesDigits() throws IOException {
    try (Predictor predictor = Predictor.of(plain).inverted().open(BACKEND)) {
      String bits = Samples.bits(predictor.classify(Samples.png(1)));
      assertThrows(IllegalArgumentException.class, () -> predictor.replace(digits));
      assertEquals(bits, Samples.bits(predictor.classify(Samples.png(1))));
    }
  }
}
