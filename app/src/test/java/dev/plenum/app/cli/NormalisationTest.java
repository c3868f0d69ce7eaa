package dev.plenum.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.Backends;
import dev.plenum.api.Model;
import dev.plenum.api.data.Dataset;
import dev.plenum.api.random.Seed;
import dev.plenum.app.App;
import dev.plenum.app.ChildJvm;
import dev.plenum.app.Main;
import dev.plenum.app.OnnxRuntime;
import dev.plenum.datasets.ImageFiles;
import dev.plenum.experiment.TinyMnist;
import dev.plenum.persistence.JsonValue;
import dev.plenum.persistence.ModelFile;
import dev.plenum.persistence.RunRecord;
import dev.plenum.persistence.SavedModel;
import dev.plenum.predictor.ModelInputs;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A model trained on resized and normalised pictures predicts the same wherever it is used. */
@TestInstance(Lifecycle.PER_CLASS)
class NormalisationTest {
  private static final double TOLERANCE = 1e-6;
  private static final Dataset IMAGES = TinyMnist.dataset(60, 3);
  private static final String PICTURE = "pictures/1/11.png";

  private Path folder = Path.of("");

  @BeforeAll
  void drawPictures(@TempDir Path dir) throws IOException {
    folder = dir;
    int side = IMAGES.imageShape().width();
    for (int i = 0; i < IMAGES.size(); i++) {
      BufferedImage picture = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_GRAY);
      picture.getRaster().setDataElements(0, 0, side, side, IMAGES.image(i));
      Path file =
          dir.resolve("pictures/" + IMAGES.classNames().get(IMAGES.label(i)) + "/" + i + ".png");
      Files.createDirectories(file.getParent());
      ImageIO.write(picture, "png", file.toFile());
    }
    train("run", "--featurewise-std-normalization");
  }

  private void train(String out, String... options) {
    String[] command = new String[options.length + 7];
    command[0] = "train";
    command[1] = "--dataset=pictures";
    command[2] = "--image-size=14x14";
    command[3] = "--network=dense";
    command[4] = "--epochs=2";
    command[5] = "--batch-size=16";
    command[6] = "--out=" + out;
    System.arraycopy(options, 0, command, 7, options.length);
    ok(command);
  }

  private App.Result ok(String... command) {
    App.Result result = App.run(folder, command);
    assertEquals(0, result.exitCode(), result.err());
    return result;
  }

  private SavedModel saved(String run) throws IOException {
    return ModelFile.read(folder.resolve(run).resolve("model.plenum"));
  }

  /** The probabilities of the picture, by the live model. */
  private float[] expected(SavedModel saved) throws IOException {
    ModelInputs inputs = ModelInputs.of(saved.preprocessing());
    try (Model model = saved.restore(Backends.get("purejava"), Seed.seed(0))) {
      float[] probabilities = new float[model.classes()];
      model.predict(inputs.of(inputs.read(folder.resolve(PICTURE))), 1, probabilities);
      return probabilities;
    }
  }

  private static void assertPrints(float[] expected, App.Result predicted) {
    assertEquals(0, predicted.exitCode(), predicted.err());
    JsonValue probabilities =
        JsonValue.parse(predicted.out(), "prediction").required("probabilities");
    int i = 0;
    for (String name : probabilities.keys()) {
      assertEquals(expected[i++], probabilities.required(name).doubleValue(), TOLERANCE, name);
    }
    assertEquals(expected.length, i);
  }

  @Test
  void theStatisticsAreInTheModelAndTheRecordHasTheParameters() throws IOException {
    SavedModel saved = saved("run");
    assertEquals(
        List.of("featurewise/mean", "featurewise/std"),
        saved.preprocessing().normalisation().orElseThrow().statistics().names());
    RunRecord record = RunRecord.read(folder.resolve("run/run.json"));
    assertEquals(
        saved.preprocessing().normalisation().orElseThrow().parameters(),
        record.setup().normalisation().orElseThrow());
  }

  @Test
  void whatTrainingMeasuredIsWhatTheSavedModelMeasuresOnTheSameImages() throws IOException {
    RunRecord record = RunRecord.read(folder.resolve("run/run.json"));
    App.Result evaluated = ok("evaluate", "run/model.plenum", "--dataset=pictures");
    assertTrue(evaluated.out().contains("accuracy"), evaluated.out());
    assertTrue(ok("repeat", "run").out().contains("The bits agree."));
    assertTrue(record.outcome().test().loss() < 2.5, "it has learnt something");
  }

  @Test
  void predictOnThePictureFileIsWhatTheModelSaysOfTheDatasetsImageAlsoInAnotherProcess()
      throws IOException {
    SavedModel saved = saved("run");
    float[] expected = expected(saved);
    byte[] pixels = ImageFiles.read(folder.resolve(PICTURE), saved.network().input());
    Dataset one = new Dataset(saved.network().input(), pixels, new int[] {0}, saved.classNames());
    float[] values = new float[pixels.length];
    ModelInputs.of(saved.preprocessing()).of(one).copyImage(0, values, 0);
    try (Model model = saved.restore(Backends.get("purejava"), Seed.seed(0))) {
      float[] ofDataset = new float[model.classes()];
      model.predict(values, 1, ofDataset);
      for (int i = 0; i < expected.length; i++) {
        assertEquals(expected[i], ofDataset[i], 0);
      }
    }
    String[] command = {"predict", "run/model.plenum", PICTURE, "--format=jsonl"};
    assertPrints(expected, App.run(folder, command));
    assertPrints(expected, ChildJvm.run(folder, List.of(), Main.class, command));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "featurewise-center",
        "featurewise-std-normalization",
        "samplewise-center",
        "samplewise-std-normalization",
        "zca-whitening"
      })
  void everyNormalisationIsInTheOnnxGraph(String option) throws Exception {
    train(option, "--" + option);
    ok("export", option + "/model.plenum", option + ".onnx");
    SavedModel saved = saved(option);
    byte[] pixels = ImageFiles.read(folder.resolve(PICTURE), saved.network().input());
    float[] values = new float[pixels.length];
    for (int i = 0; i < pixels.length; i++) {
      values[i] = (pixels[i] & 0xff) / 255f;
    }
    float[] expected = expected(saved);
    try (OnnxRuntime theirs = new OnnxRuntime(folder.resolve(option + ".onnx"))) {
      float[] found = theirs.predict(values, 1);
      for (int i = 0; i < expected.length; i++) {
        assertEquals(expected[i], found[i], TOLERANCE, String.format(Locale.ROOT, "class %d", i));
      }
      String preprocessing = String.valueOf(theirs.metadata().get("preprocessing"));
      assertTrue(preprocessing.contains("\"normalization\":\"none\""), preprocessing);
      assertTrue(theirs.metadata().containsKey("normalization"));
    }
  }

  @Test
  void kerasGetsALayerOrARefusal() {
    ok("export", "run/model.plenum", "model.keras");
    App.Result weights = App.run(folder, "export", "run/model.plenum", "model.weights.h5");
    assertEquals(2, weights.exitCode());
    assertTrue(weights.err().contains("cannot hold the model's normalisation"), weights.err());
    train("samplewise", "--samplewise-center");
    App.Result refused = App.run(folder, "export", "samplewise/model.plenum", "s.keras");
    assertEquals(2, refused.exitCode());
    assertTrue(refused.err().contains("samplewise normalisation"), refused.err());
  }

  @Test
  void anEpsilonWithoutWhiteningIsRefused() {
    App.Result refused = App.run(folder, "train", "--zca-epsilon=0.1", "--out=never");
    assertEquals(2, refused.exitCode());
    assertTrue(refused.err().contains("without zca-whitening"), refused.err());
  }
}
