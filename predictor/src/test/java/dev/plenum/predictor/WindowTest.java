package dev.plenum.predictor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plenum.api.Backends;
import dev.plenum.api.Model;
import dev.plenum.api.data.Dataset;
import dev.plenum.api.network.Shape;
import dev.plenum.augmentation.ImageNormalisation;
import dev.plenum.datasets.picture.InkWindow;
import dev.plenum.persistence.JsonObject;
import dev.plenum.persistence.ModelFile;
import dev.plenum.persistence.Preprocessing;
import dev.plenum.persistence.SavedModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model whose input is a window of its pictures. */
class WindowTest {
  private static final Shape PICTURE = Shape.of(16, 18, 1);
  private static final InkWindow WINDOW = new InkWindow(12, 12);

  @TempDir
  Path folder;

  private static SavedModel saved() {
    SavedModel plain = Samples.saved(1);
    return new SavedModel(
        plain.network(),
        plain.optimizer(),
        plain.weights(),
        plain.optimizerState(),
        Preprocessing.of(Samples.INPUT).windowOf(PICTURE),
        plain.classNames(),
        JsonObject.empty());
  }

  private Path file() throws IOException {
    Path file = folder.resolve("window.plenum");
    ModelFile.write(file, saved());
    return file;
  }

  private static byte[] picture() {
    byte[] pixels = new byte[PICTURE.size()];
    for (int y = 1; y < 9; y++) {
      for (int x = 7; x < 17; x++) {
        pixels[y * PICTURE.width() + x] = (byte) (40 + 10 * y + x);
      }
    }
    return pixels;
  }

  private static float[] predicted(byte[] window) {
    float[] probabilities = new float[3];
    try (Model model = saved().restoreForPrediction(Backends.get("purejava"))) {
      float[] values = new float[window.length];
      for (int i = 0; i < values.length; i++) {
        values[i] = (window[i] & 0xff) / 255f;
      }
      model.predict(values, 1, probabilities);
    }
    return probabilities;
  }

  @Test
  void everyPictureIsCutBeforeTheNetworkSeesIt() throws IOException {
    byte[] window = WINDOW.of(picture(), PICTURE);
    try (Predictor predictor = Predictor.of(file()).open(Backends.get("purejava"))) {
      Answer answer = predictor.classify(PICTURE, picture());
      assertEquals(Samples.INPUT, answer.seen().shape());
      assertArrayEquals(window, answer.seen().pixels());
      float[] expected = predicted(window);
      for (int i = 0; i < expected.length; i++) {
        assertEquals(expected[i], answer.probabilities().get(i));
      }
      assertEquals(PICTURE, predictor.model().pictureShape());
    }
  }

  @Test
  void darkAndLightAreExchangedBefore() throws IOException {
    try (Predictor predictor = Predictor.of(file()).inverted().open(Backends.get("purejava"))) {
      Answer answer = predictor.classify(PICTURE, PictureReader.inverted(picture()));
      assertArrayEquals(WINDOW.of(picture(), PICTURE), answer.seen().pixels());
    }
  }

  @Test
  void datasetsAndPicturesBecomeTheSameInput() throws IOException {
    Dataset images = new Dataset(PICTURE, picture(), new int[] {0}, List.of("one"));
    ImageNormalisation centred = ImageNormalisation.none().samplewiseCenter();
    ModelInputs inputs = ModelInputs.of(saved().preprocessing(), Optional.of(centred));
    float[] ofDataset = new float[Samples.INPUT.size()];
    inputs.of(images).copyImage(0, ofDataset, 0);
    assertArrayEquals(ofDataset, inputs.of(picture()));
    assertArrayEquals(ofDataset, inputs.of(inputs.seen(picture()))); // cut out already
    inputs.of(inputs.seen(images)).copyImage(0, ofDataset, 0);
    assertArrayEquals(ofDataset, inputs.of(picture()));
  }

  @Test
  void aFileOfAPictureIsScaledToThePicturesSize() throws IOException {
    byte[] png = Samples.png(Samples.picture(3, 16, 18));
    ModelInputs inputs = ModelInputs.of(saved().preprocessing());
    byte[] read = inputs.read(Path.of("png"), new ByteArrayInputStream(png));
    assertEquals(PICTURE.size(), read.length);
    assertEquals(Samples.INPUT.size(), inputs.of(read).length);
  }
}
