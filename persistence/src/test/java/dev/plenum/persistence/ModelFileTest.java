package dev.plenum.persistence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.OptimizerState;
import dev.plenum.api.network.Activation;
import dev.plenum.api.network.Dense;
import dev.plenum.api.network.Flatten;
import dev.plenum.api.network.Graph;
import dev.plenum.api.network.Network;
import dev.plenum.api.network.Sequential;
import dev.plenum.api.network.Shape;
import dev.plenum.api.network.VarianceScaling;
import dev.plenum.api.optimizer.OptimizerSpec;
import dev.plenum.api.optimizer.Sgd;
import dev.plenum.api.optimizer.UpdateOptions;
import dev.plenum.api.random.InitialWeights;
import dev.plenum.api.random.Seed;
import dev.plenum.api.tensor.NamedTensors;
import dev.plenum.api.tensor.Tensor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written, and that it is read back; damage is the business of {@link DamagedModelFileTest}. */
class ModelFileTest {
  @TempDir
  private Path folder;

  private byte[] write(SavedModel model) throws IOException {
    Path file = folder.resolve("m.plenum");
    ModelFile.write(file, model);
    return Files.readAllBytes(file);
  }

  private String entry(String name) throws IOException {
    try (ZipFile zip = new ZipFile(folder.resolve("m.plenum").toFile())) {
      return new String(
          zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void readsBackWhatItWrote() throws IOException {
    for (int seed = 0; seed < 50; seed++) {
      SavedModel model = new Samples(seed).model();
      write(model);
      SavedModel back = ModelFile.read(folder.resolve("m.plenum"));
      assertEquals(model.network(), back.network());
      assertEquals(model.optimizer(), back.optimizer());
      assertEquals(model.weights().names(), back.weights().names());
      assertEquals(model.weights().sha256(), back.weights().sha256());
      assertEquals(model.optimizerState().iterations(), back.optimizerState().iterations());
      assertEquals(model.optimizerState().learningRate(), back.optimizerState().learningRate());
      assertEquals(
          model.optimizerState().slots().sha256(), back.optimizerState().slots().sha256());
      assertEquals(model.preprocessing(), back.preprocessing());
      assertEquals(model.classNames(), back.classNames());
      assertEquals(model.provenance(), back.provenance());
    }
  }

  @Test
  void theEntriesAreStoredInFixedOrderWithAFixedTime() throws IOException {
    write(Samples.tiny());
    try (ZipFile zip = new ZipFile(folder.resolve("m.plenum").toFile())) {
      List<? extends ZipEntry> entries = Collections.list(zip.entries());
      assertEquals(
          List.of(
              "format.json",
              "network.json",
              "optimizer.json",
              "weights.safetensors",
              "optimizer.safetensors",
              "preprocessing.json",
              "labels.json",
              "provenance.json"),
          entries.stream().map(ZipEntry::getName).toList());
      for (ZipEntry entry : entries) {
        assertEquals(LocalDateTime.of(1980, 2, 1, 0, 0), entry.getTimeLocal());
        assertEquals(ZipEntry.STORED, entry.getMethod());
      }
    }
  }

  @Test
  void aNormalisationIsKeptWithItsStatisticsInAFileOfVersion3() throws IOException {
    SavedModel tiny = Samples.tiny();
    NamedTensors statistics =
        new NamedTensors(Map.of("featurewise/mean", new Tensor(Shape.of(1), new float[] {0.25f})));
    SavedModel model = new SavedModel(
        tiny.network(),
        tiny.optimizer(),
        tiny.weights(),
        tiny.optimizerState(),
        tiny.preprocessing()
            .normalised(new SavedNormalisation(
                JsonObject.empty().with("featurewise_center", true), statistics)),
        tiny.classNames(),
        tiny.provenance());
    write(model);
    assertEquals(
        model.preprocessing(), ModelFile.read(folder.resolve("m.plenum")).preprocessing());
    assertEquals("{\n  \"format\": \"plenum-model\",\n  \"version\": 3\n}\n", entry("format.json"));
    assertTrue(entry("preprocessing.safetensors").contains("featurewise/mean"));
  }

  @Test
  void whatEarlierVersionsDoNotKnowIsInAFileOfVersion4() throws IOException {
    SavedModel tiny = Samples.tiny();
    Shape images = tiny.network().input();
    requireVersion4(tiny.network().freeze(List.of("dense")), tiny.optimizer());
    requireVersion4(
        Sequential.of(
            images, Flatten.instance(), Dense.of(2).kernelInitializer(VarianceScaling.HE_NORMAL)),
        tiny.optimizer());
    requireVersion4(
        Graph.of(images, value -> value.then(Flatten.instance(), Dense.of(2))), tiny.optimizer());
    requireVersion4(
        Sequential.of(
            images, Flatten.instance(), Dense.of(2).activation(Activation.GELU), Dense.of(2)),
        tiny.optimizer());
    requireVersion4(tiny.network(), Sgd.defaults().options(UpdateOptions.NONE.ema(0.5)));
  }

  private void requireVersion4(Network network, OptimizerSpec optimizer) throws IOException {
    SavedModel tiny = Samples.tiny();
    write(new SavedModel(
        network,
        optimizer,
        InitialWeights.of(network, Seed.seed(1)),
        new OptimizerState(0, 0.1, new Samples(1).slots(network, optimizer)),
        tiny.preprocessing(),
        tiny.classNames(),
        tiny.provenance()));
    SavedModel back = ModelFile.read(folder.resolve("m.plenum"));
    assertEquals(network, back.network());
    assertEquals(optimizer, back.optimizer());
    assertEquals("{\n  \"format\": \"plenum-model\",\n  \"version\": 4\n}\n", entry("format.json"));
  }

  @Test
  void theEntriesSayWhatTheyAre() throws IOException {
    write(Samples.tiny());
    assertEquals("{\n  \"format\": \"plenum-model\",\n  \"version\": 1\n}\n", entry("format.json"));
    assertEquals("[ \"cat\", \"dog\" ]\n", entry("labels.json"));
    assertEquals("{\n  \"seed\": 7\n}\n", entry("provenance.json"));
    assertEquals(NetworkJson.write(Samples.tiny().network()), entry("network.json"));
    assertEquals(OptimizerJson.write(Samples.tiny().optimizer()), entry("optimizer.json"));
    String header = entry("optimizer.safetensors").substring(8);
    assertEquals(
        "{\"__metadata__\":{\"iterations\":\"3\",\"learning_rate\":\"0.005\"},"
            + "\"dense/kernel/u\":{\"dtype\":\"F32\",\"shape\":[2,2],\"data_offsets\":[0,16]},"
            + "\"dense/bias/u\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[16,24]}}",
        header.substring(0, header.indexOf("}}") + 2));
  }

  @Test
  void theSameModelGivesTheSameBytesEverywhere() throws Exception {
    byte[] bytes = write(Samples.tiny());
    TimeZone before = TimeZone.getDefault();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Auckland"));
      assertArrayEquals(bytes, write(Samples.tiny()));
    } finally {
      TimeZone.setDefault(before);
    }
    // A file of this digest was once looked through byte by byte; another one is another format.
    assertEquals(
        "726a304745a7090faeb49dcad94a7b15271bd7b76a7d938b4bf7d4cb2d5fe9e7",
        HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
  }

  @Test
  void aFailedWriteLeavesTheEarlierFile() throws IOException {
    byte[] bytes = write(Samples.tiny());
    Path missing = folder.resolve("missing").resolve("m.plenum");
    assertThrows(IOException.class, () -> ModelFile.write(missing, Samples.tiny()));
    assertArrayEquals(bytes, Files.readAllBytes(folder.resolve("m.plenum")));
  }
}
