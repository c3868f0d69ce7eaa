package dev.plenum.interchange.dl4j;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.network.Dense;
import dev.plenum.api.network.Dropout;
import dev.plenum.api.network.Flatten;
import dev.plenum.api.network.GlobalAveragePooling2D;
import dev.plenum.api.network.MaxPool2D;
import dev.plenum.api.network.PlacedLayer;
import dev.plenum.api.network.Regularizer;
import dev.plenum.api.network.Sequential;
import dev.plenum.api.network.Shape;
import dev.plenum.api.optimizer.Adam;
import dev.plenum.api.random.Seed;
import dev.plenum.interchange.Samples;
import dev.plenum.interchange.TrainedNetwork;
import dev.plenum.interchange.imported.ImportFormat;
import dev.plenum.interchange.imported.ImportedModel;
import dev.plenum.interchange.imported.PictureSize;
import dev.plenum.interchange.imported.UnknownPictureSizeException;
import dev.plenum.persistence.AtomicFiles;
import dev.plenum.persistence.InvalidModelFileException;
import dev.plenum.persistence.Preprocessing;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Models of Deeplearning4j, without Deeplearning4j. */
class Dl4jModelFileTest {
  private static final int IMAGES = 3;
  private static final float TOLERANCE = 1e-5f;
  private static final int COUNT = 97;

  @TempDir
  Path folder;

  private Path file() {
    return folder.resolve("model.zip");
  }

  private static Optional<PictureSize> size(int height, int width) {
    return Optional.of(new PictureSize(height, width));
  }

  private static float[] images(int count) {
    byte[] pixels = new byte[count];
    new Random(99).nextBytes(pixels);
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (pixels[i] & 0xff) / 255f;
    }
    return values;
  }

  private void assertRefused(Path file, String... words) {
    IOException e =
        assertThrows(InvalidModelFileException.class, () -> Dl4jModelFile.read(file, size(6, 7)));
    for (String word : words) {
      assertTrue(String.valueOf(e.getMessage()).contains(word), e.getMessage());
    }
  }

  @ParameterizedTest
  @CsvSource({"lenet, 14, 15", "channels-last, 7, 8", "residual, 6, 7"})
  void itPredictsWhatDeeplearning4jDoes(String name, int height, int width) throws IOException {
    Path file = Files.write(file(), Dl4jFiles.model(name));
    ImportFormat format = ImportFormat.of(file).orElseThrow();
    ImportedModel model =
        format.read(file, new ImportFormat.Given(size(height, width), Optional.empty()));
    float[] images = images(IMAGES * model.trained().network().input().size());
    assertArrayEquals(
        Dl4jFiles.predictions(name), Samples.predict(model.trained(), images, IMAGES), TOLERANCE);
  }

  @Test
  void whatMattersWhileTrainingComesAlong() throws IOException {
    Path file = Files.write(file(), Dl4jFiles.model("lenet"));
    ImportedModel model = Dl4jModelFile.read(file, Optional.empty());
    List<PlacedLayer> layers = model.trained().network().placedLayers();
    assertEquals(Shape.of(14, 15, 2), model.trained().network().input());
    assertEquals(new Dropout(0.2), layers.get(4).spec());
    assertEquals(
        new Regularizer(0, 5e-4), ((Dense) layers.get(5).spec()).kernel().regularizer());
    assertEquals(
        new Adam(1e-2, 0.9, 0.999, 1e-8), model.optimizer().orElseThrow().spec());
    assertEquals(3, model.optimizer().get().state().iterations());
    assertFalse(model.hasOptimizerState());
    assertEquals(List.of(), model.leftOut());
    assertEquals(1 / 255.0, model.input().rescaling().orElseThrow().scale());
  }

  private void assertAsksForTheSize(String model, String words) throws IOException {
    Path file = Files.write(file(), Dl4jFiles.model(model));
    IOException e = assertThrows(
        UnknownPictureSizeException.class, () -> Dl4jModelFile.read(file, Optional.empty()));
    assertTrue(String.valueOf(e.getMessage()).contains(words), e.getMessage());
  }

  @Test
  void theSizeOfPicturesIsAskedForWhereItIsNotSaid() throws IOException {
    assertAsksForTheSize("channels-last", "its pictures could be 7 to 8 pixels high");
    assertAsksForTheSize("residual", "it does not say the size of the pictures");
    Path file = Files.write(file(), Dl4jFiles.model("channels-last"));
    assertRefused(file, "layer 'layer4'", "it takes images of shape (4, 4, 4)");
  }

  @Test
  void theSizeOfPicturesFollowsFromThatOfFlattenedImages() throws IOException {
    Sequential network = Sequential.of(
        Shape.of(11, 8, 3),
        dev.plenum.api.network.Conv2D.of(4, 4, 1),
        Flatten.instance(),
        Dense.of(2));
    TrainedNetwork trained = Samples.trained(network, Seed.seed(1));
    write(trained);
    ImportedModel model = Dl4jModelFile.read(withSizeNote(null), Optional.empty());
    assertEquals(network.input(), model.trained().network().input());
    assertEquals(trained.weights().sha256(), model.trained().weights().sha256());
  }

  private void write(TrainedNetwork trained) throws IOException {
    AtomicFiles.write(
        file(),
        Dl4jModelFile.content(
            trained, Adam.defaults(), Preprocessing.of(trained.network().input())));
  }

  /** The file with another entry of ours, or without one. */
  private Path withSizeNote(@Nullable String json) throws IOException {
    Map<String, byte[]> entries = Dl4jFiles.entries(file());
    if (json == null) {
      entries.remove("plenum.json");
    } else {
      entries.put("plenum.json", json.getBytes(StandardCharsets.UTF_8));
    }
    return Dl4jFiles.write(entries, folder.resolve("changed.zip"));
  }

  @Test
  void theSizeOfPicturesComesAlongWithFilesOfOurs() throws IOException {
    Sequential network = Sequential.of(
        Shape.of(9, 12, 3),
        dev.plenum.api.network.Conv2D.of(4, 3),
        GlobalAveragePooling2D.instance(),
        Dense.of(2));
    write(Samples.trained(network, Seed.seed(1)));
    ImportedModel model = Dl4jModelFile.read(file(), Optional.empty());
    assertEquals(network.input(), model.trained().network().input());
    for (String json : List.of(
        "{}",
        "{'height': 0, 'width': 12}",
        "{'height': 9, 'width': 'wide'}",
        "{'height': 2000000000, 'width': 2000000000}",
        "{'height': 1, 'width': 1}",
        "no JSON")) {
      assertRefused(withSizeNote(json.replace('\'', '"')));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "org.deeplearning4j.nn.conf.layers.SubsamplingLayer, org.deeplearning4j.nn.conf.layers.LSTM, layers of the class LSTM are not known here",
    "org.deeplearning4j.nn.conf.layers.SubsamplingLayer, com.example.Mine, the class 'com.example.Mine' is none of Deeplearning4j's own",
    "impl.ActivationTanH, impl.ActivationGELU, the activation ActivationGELU is not known here",
    "impl.LossNegativeLogLikelihood, impl.LossMSE, ActivationSoftmax with LossMSE",
    "impl.ActivationSoftmax, impl.ActivationSigmoid, ActivationSigmoid with LossNegativeLogLikelihood",
    "CnnToFeedForwardPreProcessor, CnnToRnnPreProcessor, preprocessors of the class CnnToRnnPreProcessor are not known here"
  })
  void whatIsNotHereIsRefusedByItsName(String old, String other, String message)
      throws IOException {
    assertRefused(Dl4jFiles.changed("lenet", old, other, file()), "layer '", message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"op\" : \"Product\"|\"op\" : \"Subtract\"|vertex 'product'",
        "graph.ScaleVertex|graph.SubsetVertex|vertices of the class SubsetVertex are not known here",
        "\"networkOutputs\" : [ \"out\" ]|\"networkOutputs\" : [ \"out\", \"pool\" ]|one name is needed",
        "\"topologicalOrderStr\"|\"otherOrder\"|topologicalOrderStr",
        "\"nout\" : 4|\"nout\" : 2000000000|it needs ",
        "\"kernelSize\" : [ 3, 3 ]|\"kernelSize\" : [ 3, -3 ]|layer 'c1'",
        "\"kernelSize\" : [ 3, 3 ]|\"kernelSize\" : [ 3 ]|a list of two",
        "\"mergeAxis\" : 1|\"mergeAxis\" : 3|images are NHWC here, but NCHW before",
        "\"p\" : 0.5|\"p\" : -3|p"
      })
  void graphsThatCannotBeReadAreRefused(String old, String other, String message)
      throws IOException {
    String model = old.contains("\"p\"") ? "channels-last" : "residual";
    Path file = Dl4jFiles.changed(model, old, other, file());
    IOException e = assertThrows(
        InvalidModelFileException.class,
        () -> Dl4jModelFile.read(file, model.equals("residual") ? size(6, 7) : size(7, 8)));
    assertTrue(String.valueOf(e.getMessage()).contains(message), e.getMessage());
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 0, 1, 1 << 20, Long.MAX_VALUE})
  void absurdCountsAreRefused(long count) throws IOException {
    Map<String, byte[]> entries = Dl4jFiles.entries("residual");
    byte[] coefficients = entries.get("coefficients.bin");
    assertTrue(ByteBuffer.wrap(coefficients).getLong(COUNT) > 0);
    ByteBuffer.wrap(coefficients).putLong(COUNT, count);
    assertRefused(Dl4jFiles.write(entries, file()), "coefficients.bin");
  }

  @Test
  void anEndThatComesTooEarlyIsRefused() throws IOException {
    Map<String, byte[]> entries = Dl4jFiles.entries("residual");
    entries.put("coefficients.bin", java.util.Arrays.copyOf(entries.get("coefficients.bin"), 200));
    assertRefused(Dl4jFiles.write(entries, file()), "coefficients.bin");
  }

  @Test
  void parametersOfAnotherModelAreRefused() throws IOException {
    Map<String, byte[]> entries = Dl4jFiles.entries("residual");
    entries.put("coefficients.bin", Dl4jFiles.entries("lenet").get("coefficients.bin"));
    assertRefused(Dl4jFiles.write(entries, file()), "parameters");
  }

  @ParameterizedTest
  @ValueSource(strings = {"CUSTOM", "MULTI_HYBRID"})
  void otherNormalizersAreRefusedByTheirKind(String kind) throws IOException {
    Map<String, byte[]> entries = Dl4jFiles.entries("residual");
    ByteBuffer normalizer = ByteBuffer.allocate(100);
    put(normalizer, "NORMALIZER");
    normalizer.putInt(1);
    put(normalizer, kind);
    put(normalizer, "com.example.Evil");
    entries.put("normalizer.bin", normalizer.array());
    assertRefused(Dl4jFiles.write(entries, file()), "its normalizer is of the kind " + kind);
  }

  private static void put(ByteBuffer buffer, String text) {
    buffer.putShort((short) text.length());
    buffer.put(text.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
  }

  @Test
  void serialisedObjectsAreNotRead() throws IOException {
    Map<String, byte[]> entries = Dl4jFiles.entries("residual");
    java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
    try (java.io.ObjectOutputStream out = new java.io.ObjectOutputStream(bytes)) {
      out.writeObject(new java.util.ArrayList<>(List.of("x".repeat(100))));
    }
    entries.put("normalizer.bin", bytes.toByteArray());
    assertThrows(
        InvalidModelFileException.class,
        () -> Dl4jModelFile.read(Dl4jFiles.write(entries, file()), size(6, 7)));
  }

  @Test
  void whatIsWrittenIsReadAgain() throws IOException {
    Sequential network = Sequential.of(
        Shape.of(8, 8, 1), MaxPool2D.of(2), Flatten.instance(), Dropout.of(0.3), Dense.of(3));
    TrainedNetwork trained = Samples.trained(network, Seed.seed(1));
    AtomicFiles.write(
        file(), Dl4jModelFile.content(trained, Adam.defaults(), Preprocessing.of(network.input())));
    TrainedNetwork again = Dl4jModelFile.read(file(), size(8, 8)).trained();
    assertEquals(trained.weights().sha256(), again.weights().sha256());
    assertEquals(new Dropout(0.3), again.network().placedLayers().get(2).spec());
  }
}
