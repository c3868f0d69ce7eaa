package dev.plenum.backend.dl4j.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.network.Shape;
import dev.plenum.api.optimizer.Adam;
import dev.plenum.backend.dl4j.files.PeerNetworks.Sample;
import dev.plenum.interchange.NormalisationSteps;
import dev.plenum.interchange.dl4j.Dl4jModelFile;
import dev.plenum.interchange.imported.ImportedModel;
import dev.plenum.interchange.imported.ModelImport;
import dev.plenum.interchange.imported.PictureSize;
import dev.plenum.interchange.imported.PixelRange;
import dev.plenum.interchange.imported.PixelScale;
import dev.plenum.persistence.AtomicFiles;
import dev.plenum.persistence.InvalidModelFileException;
import dev.plenum.persistence.Preprocessing;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.api.preprocessor.DataNormalization;
import org.nd4j.linalg.dataset.api.preprocessor.ImagePreProcessingScaler;
import org.nd4j.linalg.dataset.api.preprocessor.NormalizerMinMaxScaler;
import org.nd4j.linalg.dataset.api.preprocessor.NormalizerStandardize;
import org.nd4j.linalg.factory.Nd4j;

/** What makes a network's input of pixels comes along. */
class NormalizersTest {
  private static final Shape INPUT = Shape.of(6, 7, 3);
  private static final float TOLERANCE = 1e-5f;

  @TempDir
  Path folder;

  static List<DataNormalization> normalizers() {
    NormalizerMinMaxScaler ofUnits = new NormalizerMinMaxScaler(-1, 1);
    ofUnits.setFeatureStats(row(0, 0.1f, 0.2f), row(1, 0.9f, 0.8f));
    NormalizerMinMaxScaler ofBytes = new NormalizerMinMaxScaler();
    ofBytes.setFeatureStats(row(0, 1, 2), row(255, 254, 253));
    return List.of(
        new ImagePreProcessingScaler(),
        new ImagePreProcessingScaler(-1, 1),
        new ImagePreProcessingScaler(-0.5, 0.5, 16),
        new NormalizerStandardize(row(120, 110, 90), row(60, 50, 40)),
        new NormalizerStandardize(row(0.5f, 0.4f, 0.3f), row(0.2f, 0.25f, 0.3f)),
        ofUnits,
        ofBytes);
  }

  private static INDArray row(float... values) {
    return Nd4j.create(values).reshape(1, values.length);
  }

  private static Optional<PictureSize> size() {
    return Optional.of(new PictureSize(INPUT.height(), INPUT.width()));
  }

  private Path save(Sample sample, DataNormalization normalizer) throws IOException {
    Path file = Peer.save(sample.model(), folder.resolve("model.zip"));
    ModelSerializer.addNormalizerToModel(file.toFile(), normalizer);
    return file;
  }

  private static Preprocessing preprocessing(ImportedModel imported) {
    PixelScale pixels = PixelScale.of(imported.input(), Optional.empty());
    Preprocessing values = pixels.of(Preprocessing.of(INPUT));
    return imported.input().normalisation().map(values::normalised).orElse(values);
  }

  /** What a byte becomes in each channel. */
  private static float[] values(Preprocessing preprocessing, int pixel) {
    float value = preprocessing.valueOfByte()[pixel];
    float[] values = {value, value, value};
    preprocessing.normalisation().ifPresent(saved -> {
      NormalisationSteps steps = NormalisationSteps.of(saved, INPUT);
      for (int c = 0; c < values.length; c++) {
        values[c] = (float) ((value - steps.channelMeans().orElseThrow()[c])
            / steps.channelDivisors().orElseThrow()[c]);
      }
    });
    return values;
  }

  /** What a normalizer makes of a pixel that is the same in each channel. */
  private static float[] values(DataNormalization normalizer, float value) {
    INDArray image = Nd4j.create(new float[] {value, value, value}, new long[] {1, 3, 1, 1}, 'c');
    normalizer.transform(image);
    return image.dup('c').data().asFloat();
  }

  @ParameterizedTest
  @MethodSource("normalizers")
  void pixelsBecomeTheSameValues(DataNormalization normalizer) throws IOException {
    Sample sample = PeerNetworks.residual(CNN2DFormat.NCHW);
    ImportedModel imported = Dl4jModelFile.read(save(sample, normalizer), size());
    Preprocessing preprocessing = preprocessing(imported);
    boolean isOfUnits = imported.input().bytes().isEmpty();
    double white = normalizer instanceof ImagePreProcessingScaler scaler
        ? scaler.getMaxPixelVal()
        : isOfUnits ? 1 : 255;
    for (int pixel : new int[] {0, 1, 100, 255}) {
      float[] expected = values(normalizer, (float) (pixel / 255.0 * white));
      assertArrayEquals(expected, values(preprocessing, pixel), TOLERANCE);
    }
    Path ours = folder.resolve("ours.zip");
    AtomicFiles.write(
        ours, Dl4jModelFile.content(imported.trained(), Adam.defaults(), preprocessing));
    DataNormalization written = ModelSerializer.restoreNormalizerFromFile(ours.toFile());
    for (int pixel : new int[] {0, 1, 100, 255}) {
      assertArrayEquals(values(preprocessing, pixel), values(written, (float) pixel), TOLERANCE);
    }
    assertEquals(
        preprocessing.normalisation().isPresent(), written instanceof NormalizerStandardize);
  }

  @Test
  void theUserCanSayWhatPixelsAre() throws IOException {
    Sample sample = PeerNetworks.residual(CNN2DFormat.NCHW);
    Path file =
        save(sample, new NormalizerStandardize(row(0.5f, 0.4f, 0.3f), row(0.2f, 0.25f, 0.3f)));
    ImportedModel imported = Dl4jModelFile.read(file, size());
    PixelScale bytes = PixelScale.of(imported.input(), Optional.of(PixelRange.BYTES));
    assertEquals(255, bytes.of(Preprocessing.of(INPUT)).valueOfByte()[255]);
    assertTrue(ModelImport.of(imported, bytes, List.of("a", "b", "c"), file, "test")
        .preprocessing()
        .normalisation()
        .isPresent());
  }

  @Test
  void statisticsOfEachPixelAreRefused() throws IOException {
    Sample sample = PeerNetworks.dense(Shape.of(5, 5, 1));
    INDArray ones = Nd4j.ones(1, 25);
    Path file = save(sample, new NormalizerStandardize(ones, ones.dup()));
    InvalidModelFileException e = assertThrows(
        InvalidModelFileException.class, () -> Dl4jModelFile.read(file, Optional.empty()));
    assertTrue(
        String.valueOf(e.getMessage())
            .contains(
                "its normalizer has a mean for each of 25 values, not for each of 1 channels"),
        e.getMessage());
  }
}
