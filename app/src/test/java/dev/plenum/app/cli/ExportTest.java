package dev.plenum.app.cli;

import static dev.plenum.api.random.Seed.seed;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.onnxruntime.OrtException;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import dev.plenum.api.Backend;
import dev.plenum.api.Backends;
import dev.plenum.api.Classifier;
import dev.plenum.api.data.Dataset;
import dev.plenum.app.App;
import dev.plenum.app.OnnxRuntime;
import dev.plenum.datasets.Datasets;
import dev.plenum.ensemble.Combination;
import dev.plenum.ensemble.CommitteeFile;
import dev.plenum.ensemble.SavedCommittee;
import dev.plenum.persistence.ModelFile;
import dev.plenum.persistence.Safetensors;
import dev.plenum.persistence.SavedModel;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What training leaves, in the formats of others. */
class ExportTest {
  private static final int IMAGES = 1000;
  private static final double TOLERANCE = 5e-7;

  @TempDir
  Path folder;

  private void run(String... args) {
    App.Result result = App.run(folder, args);
    assertEquals(0, result.exitCode(), result.err());
  }

  private SavedModel train(String backend, String network) throws IOException {
    run(
        "train",
        "--backend=" + backend,
        "--network=" + network,
        "--limit=1200",
        "--epochs=1",
        "--out=run");
    return ModelFile.read(folder.resolve("run/model.plenum"));
  }

  /** Of a thousand test images. */
  private void assertSamePredictions(Classifier ours, String file) throws Exception {
    Dataset test = Datasets.digits().load().test();
    float[] images = new float[IMAGES * test.imageShape().size()];
    for (int i = 0; i < IMAGES; i++) {
      test.copyImage(i, images, i * test.imageShape().size());
    }
    float[] expected = new float[IMAGES * ours.classes()];
    ours.predict(images, IMAGES, expected);
    float[] found;
    try (OnnxRuntime theirs = new OnnxRuntime(folder.resolve(file))) {
      found = theirs.predict(images, IMAGES);
    }
    assertEquals(expected.length, found.length);
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i], found[i], TOLERANCE, "value " + i);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"purejava", "dl4j"})
  void whatEachBackendTrainedGivesTheSameProbabilitiesInOnnxRuntime(String backend)
      throws Exception {
    assumeTrue(
        Backends.all().stream().map(Backend::name).anyMatch(backend::equals),
        "the backend '" + backend + "' was left out of this build");
    SavedModel saved = train(backend, "simple-conv");
    run("export", "run/model.plenum", "model.onnx");
    try (Classifier ours = saved.restore(Backends.get(backend), seed(1))) {
      assertSamePredictions(ours, "model.onnx");
    }
  }

  @Test
  void aCommitteeIsOneGraphThatDecidesAsItsMembersDo() throws Exception {
    run(
        "committee",
        "--network=dense",
        "--limit=300",
        "--epochs=1",
        "--members=3",
        "--out=committee");
    SavedCommittee trained = CommitteeFile.read(folder.resolve("committee/committee.plenum"));
    for (Combination combination : List.of(
        Combination.average(),
        Combination.weightedAverage(1, 2, 5),
        Combination.geometricMean(),
        Combination.majorityVote())) {
      SavedCommittee saved = new SavedCommittee(combination, trained.members());
      String name = combination.name();
      CommitteeFile.write(folder.resolve(name + ".plenum"), saved);
      run("export", name + ".plenum", name + ".onnx");
      try (Classifier ours = saved.restore(Backends.get("purejava"))) {
        assertSamePredictions(ours, name + ".onnx");
      }
    }
  }

  @Test
  void theOnnxFileSaysWhatItIsAndWhatPicturesMustBecome() throws IOException, OrtException {
    SavedModel saved = train("purejava", "dense");
    run("export", "run/model.plenum", "model.onnx");
    try (OnnxRuntime model = new OnnxRuntime(folder.resolve("model.onnx"))) {
      assertEquals("plenum", model.producer());
      Map<String, String> metadata = model.metadata();
      assertEquals(
          "[\"0\",\"1\",\"2\",\"3\",\"4\",\"5\",\"6\",\"7\",\"8\",\"9\"]",
          metadata.get("class_names"));
      assertEquals(saved.weights().sha256(), metadata.get("weights_sha256"));
      Config preprocessing = ConfigFactory.parseString(metadata.get("preprocessing"));
      assertEquals("bilinear", preprocessing.getString("resize"));
      assertEquals(1 / 255.0, preprocessing.getDouble("rescale"));
      Config provenance = ConfigFactory.parseString(metadata.get("provenance"));
      assertEquals("digits", provenance.getString("dataset.name"));
    }
  }

  @Test
  void theInputHasTheLayoutAndTheBatchThatAreAskedFor() throws Exception {
    SavedModel saved = train("purejava", "simple-conv");
    run("export", "run/model.plenum", "model.onnx", "--layout=nchw", "--batch=1000");
    try (Classifier ours = saved.restore(Backends.get("purejava"), seed(1));
        OnnxRuntime model = new OnnxRuntime(folder.resolve("model.onnx"))) {
      assertArrayEquals(new long[] {1000, 1, 28, 28}, model.inputShape());
      assertEquals("nchw", model.metadata().get("input_layout"));
      assertSamePredictions(ours, "model.onnx");
    }
    run("export", "run/model.plenum", "open.onnx");
    try (OnnxRuntime model = new OnnxRuntime(folder.resolve("open.onnx"))) {
      assertArrayEquals(new long[] {-1, 28, 28, 1}, model.inputShape());
      assertEquals("nhwc", model.metadata().get("input_layout"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "model.keras --layout=nchw",
        "model.weights.h5 --batch=1",
        "w.safetensors --batch=2"
      })
  void anOptionThatTheFormatDoesNotHaveIsRefused(String line) {
    App.Result result = App.run(folder, ("export run/model.plenum " + line).split(" ", -1));
    assertEquals(2, result.exitCode());
    assertTrue(result.err().contains("only an .onnx file has it"), result.err());
  }

  @Test
  void theWeightsAloneAreSafetensorsWithTheNetworkInTheMetadata() throws IOException {
    SavedModel saved = train("purejava", "dense");
    run("export", "run/model.plenum", "weights.safetensors");
    Path file = folder.resolve("weights.safetensors");
    try (InputStream in = Files.newInputStream(file)) {
      Safetensors read = Safetensors.readFrom(in, Files.size(file));
      assertEquals(saved.weights(), read.tensors());
      assertTrue(String.valueOf(read.metadata().get("network")).contains("\"units\": 512"));
    }
  }

  @Test
  void anEarlierFileIsNeverOverwritten() throws IOException {
    Files.writeString(folder.resolve("model.onnx"), "mine");
    App.Result result = App.run(folder, "export", "run/model.plenum", "model.onnx");
    assertEquals(2, result.exitCode());
    assertEquals("mine", Files.readString(folder.resolve("model.onnx")));
  }

  @Test
  void aFileThatIsNoModelIsRefusedAndNothingIsLeft() throws IOException {
    Files.writeString(folder.resolve("model.plenum"), "no model");
    App.Result result = App.run(folder, "export", "model.plenum", "model.onnx");
    assertEquals(1, result.exitCode());
    assertTrue(result.err().contains("model.plenum is not a model file"), result.err());
    assertFalse(Files.exists(folder.resolve("model.onnx")));
  }
}
