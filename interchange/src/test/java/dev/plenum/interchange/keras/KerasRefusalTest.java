package dev.plenum.interchange.keras;

import static dev.plenum.api.random.Seed.seed;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.network.Activation;
import dev.plenum.api.network.Conv2D;
import dev.plenum.api.network.Dense;
import dev.plenum.api.network.Dropout;
import dev.plenum.api.network.Flatten;
import dev.plenum.api.network.MaxPool2D;
import dev.plenum.api.network.Sequential;
import dev.plenum.api.network.Shape;
import dev.plenum.api.tensor.Tensor;
import dev.plenum.interchange.Samples;
import dev.plenum.interchange.TrainedNetwork;
import dev.plenum.persistence.InvalidModelFileException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cannot be imported is refused by a message that names the file, the place and what was found. */
class KerasRefusalTest {
  private static final TrainedNetwork TRAINED = Samples.trained(
      Sequential.of(
          Shape.of(6, 6, 1),
          Conv2D.of(2, 3).activation(Activation.RELU),
          MaxPool2D.of(2),
          Dropout.of(0.5),
          Flatten.instance(),
          Dense.of(3).activation(Activation.SOFTMAX)),
      seed(1));

  @TempDir
  Path folder;

  private void assertModelIsRefused(byte[] content, String... parts) throws IOException {
    Path file = Files.write(folder.resolve("model.keras"), content);
    assertRefused(
        assertThrows(InvalidModelFileException.class, () -> KerasModelFile.read(file)),
        file,
        parts);
  }

  private void assertWeightsAreRefused(byte[] content, String... parts) throws IOException {
    Path file = Files.write(folder.resolve("model.weights.h5"), content);
    assertRefused(
        assertThrows(
            InvalidModelFileException.class, () -> KerasWeightsFile.read(file, TRAINED.network())),
        file,
        parts);
  }

  private static void assertRefused(IOException refusal, Path file, String... parts) {
    String message = String.valueOf(refusal.getMessage());
    assertTrue(message.contains(file.toString()), message);
    for (String part : parts) {
      assertTrue(message.contains(part), message);
    }
  }

  private static byte[] model(String config) {
    return FunctionalModel.file(TRAINED, config);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"class_name\": \"MaxPooling2D\" | \"class_name\": \"BatchNormalization\" | layer 'my_max_pooling2d' (BatchNormalization): its entry 'config.json': config.layers[2].class_name: one of [Conv2D, | found \"BatchNormalization\"",
        "\"activation\": \"relu\" | \"activation\": \"gelu\" | layer 'my_conv2d' | one of [linear, relu, sigmoid, tanh, softmax] is needed, found \"gelu\"",
        "\"activation\": \"relu\" | \"activation\": {\"class_name\": \"ReLU\"} | layer 'my_conv2d' | found {\"class_name\":\"ReLU\"}",
        "\"dilation_rate\": [1, 1] | \"dilation_rate\": [1, 2] | layer 'my_conv2d' | dilation_rate[1]: a dilation of 1 is needed, found 2",
        "\"groups\": 1 | \"groups\": 2 | layer 'my_conv2d' | one group (1) is needed, found 2",
        "\"use_bias\": true | \"use_bias\": false | layer 'my_conv2d' (Conv2D): | a bias (true) is needed, found false",
        "\"channels_last\" | \"channels_first\" | layer 'my_conv2d' | one of [channels_last] is needed",
        "\"padding\": \"valid\" | \"padding\": \"causal\" | layer 'my_conv2d' | one of [valid, same] is needed",
        "\"noise_shape\": null | \"noise_shape\": [1, 2] | layer 'my_dropout' | no shape (null) is needed",
        "\"rate\": 0.5 | \"rate\": 1.5 | layer 'my_dropout' | found 1.5",
        "[null, 6, 6, 1] | [null, null, 6, 1] | batch_shape[1]: a whole number | found null",
        "[null, 6, 6, 1] | [null, 36] | (height, width, channels) | found (36)",
        "\"InputLayer\" | \"Dense\" | one of [InputLayer] is needed | found \"Dense\"",
        "\"class_name\": \"Network\" | \"class_name\": \"MyModel\" | one of [Network, Functional] is needed | found \"MyModel\"",
        "\"activation\": \"softmax\" | \"activation\": \"sigmoid\" | must end in a Dense layer with softmax | Dense with sigmoid",
        "\"units\": 3 | \"units\": 4 | 'layers/dense/vars/0' must have the shape [8, 4] | found [8, 3]",
        "\"units\": 3 | \"units\": 2000000000 | more than 2^31 - 1 elements | layer",
      })
  void whatTheContractHasNotIsRefusedByTheLayersName(
      String written, String instead, String part, String otherPart) throws IOException {
    String config = KerasFiles.config(TRAINED.network());
    assertTrue(config.contains(written), config);
    assertModelIsRefused(
        model(config.replaceFirst(Pattern.quote(written), Matcher.quoteReplacement(instead))),
        part,
        otherPart);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[\"flat\", 0, 0] | [\"in\", 0, 0] | the output of the layer before, 'flat', is needed",
        "\"training\": false | \"training\": true | kwargs.training: false or null is needed, found true",
        "[\"last\", 0, 0]} | [[\"last\", 0, 0], [\"drop\", 0, 0]]} | there is more than one output: last, drop",
        "\"class_name\": \"Flatten\" | \"class_name\": \"InputLayer\" | there is more than one input: in, flat",
        "[\"last\", 0, 0]} | [\"drop\", 0, 0]} | the last layer, 'last', is needed",
        "[\"last\", 0, 0]} | []} | a list that is not empty is needed",
      })
  void aFunctionalModelWithBranchesIsRefused(String written, String instead, String part)
      throws IOException {
    assertTrue(FunctionalModel.CONFIG.contains(written));
    assertModelIsRefused(model(FunctionalModel.CONFIG.replace(written, instead)), part);
  }

  @ParameterizedTest
  @CsvSource({"bfloat16", "float8", "int8_from_mixed_bfloat16"})
  void aPrecisionThatCannotBeReadIsNamedWithLayerAndRemedy(String precision) throws IOException {
    String config = KerasFiles.config(TRAINED.network())
        .replaceFirst("(?s)(\"my_dense\".*?)\"float32\"", "$1\"" + precision + "\"");
    assertModelIsRefused(
        model(config),
        "layer 'my_dense' (Dense) has the unreadable precision " + precision,
        "Make the same model in float32 in Keras");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[-1, 65536, 65536] | more than 2^31 - 1 elements",
        "[-1, 5] | a shape of 36 values is needed",
        "[-1, -1] | at least 1",
        "[] | one or more dimensions",
      })
  void aReshapeThatCannotBeIsRefusedByTheLayersName(String shape, String part) throws IOException {
    String reshape =
        "{\"class_name\": \"Reshape\", \"config\": {\"name\": \"mine\", \"target_shape\": %s}}"
            .formatted(shape);
    String config = KerasFiles.config(TRAINED.network())
        .replaceFirst("\\{[^{]*\"class_name\": \"Conv2D\"", reshape + ", $0");
    assertModelIsRefused(model(config), "layer 'mine' (Reshape)", part);
  }

  @Test
  void aZipThatIsNoModelOfKeras3IsRefused() throws IOException {
    byte[] config = KerasFiles.bytes(KerasFiles.config(TRAINED.network()));
    byte[] metadata = KerasFiles.bytes("{\"keras_version\": \"3.1.0\"}");
    byte[] old = KerasFiles.bytes("{\"keras_version\": \"2.15.0\"}");
    assertModelIsRefused(
        KerasFiles.zip(Map.of("metadata.json", old)), "Keras 3 is needed, found \"2.15.0\"");
    assertModelIsRefused(
        KerasFiles.zip(Map.of("metadata.json", metadata)), "'config.json' is missing");
    assertModelIsRefused(
        KerasFiles.zip(Map.of("metadata.json", metadata, "config.json", config)),
        "'model.weights.h5' is missing");
    assertModelIsRefused(new byte[100], "is not a Keras model file");
  }

  @Test
  void weightsOfAnotherNetworkAreRefusedByTheVariablesName() throws IOException {
    Map<String, Object> file = KerasFiles.weights(TRAINED);
    vars(file, "dense").put("0", new Tensor(Shape.of(2, 3), new float[6]));
    assertWeightsAreRefused(
        H5pyFile.of(file), "'layers/dense/vars/0' must have the shape [8, 3], found [2, 3]");
    vars(file, "dense").put("0", 5);
    assertWeightsAreRefused(
        H5pyFile.of(file), "'layers/dense/vars/0' must have the shape [8, 3], found []");
    vars(file, "dense").put("0", new TreeMap<>());
    assertWeightsAreRefused(
        H5pyFile.of(file), "'layers/dense/vars/0' is not a variable but a group");
    vars(file, "dense").put("2", 5);
    assertWeightsAreRefused(
        H5pyFile.of(file), "the layer 'dense' must have 2 variables, found: 0, 1, 2");
    child(file, "layers").remove("dense");
    assertWeightsAreRefused(
        H5pyFile.of(file), "there is no 'layers/dense' in it; 'layers' has: conv2d, dropout, f");
  }

  @Test
  void weightsWithALayerMoreAreRefused() throws IOException {
    Map<String, Object> file = KerasFiles.weights(TRAINED);
    child(file, "layers").put("dense_1", Map.of("vars", Map.of("0", 5)));
    assertWeightsAreRefused(
        H5pyFile.of(file),
        "variables of a layer 'dense_1', which the network has not; the network's are conv2d, dense");
  }

  @Test
  void variablesWhereGroupsShouldBeAreRefused() throws IOException {
    Map<String, Object> file = KerasFiles.weights(TRAINED);
    child(file, "layers").put("strange", 5);
    assertWeightsAreRefused(H5pyFile.of(file), "'layers/strange' is not a group but a variable");
    child(file, "layers").remove("strange");
    child(child(file, "layers"), "dense").put("vars", new TreeMap<>());
    assertWeightsAreRefused(
        H5pyFile.of(file), "the layer 'dense' must have 2 variables, found: none");
    file.put("layers", 5);
    assertWeightsAreRefused(H5pyFile.of(file), "'layers' is not a group but a variable");
  }

  @Test
  void variablesThatWereNeverWrittenAreRefused() throws IOException {
    Map<String, Object> file = KerasFiles.weights(TRAINED);
    vars(file, "dense").put("1", H5pyFile.UNWRITTEN);
    assertWeightsAreRefused(
        H5pyFile.of(file), "'layers/dense/vars/1' has no values: none were written");
  }

  @Test
  void whatIsNoHdf5FileIsNotCalledDamaged() throws IOException {
    assertWeightsAreRefused(new byte[0], "it does not begin as an HDF5 file does");
    assertWeightsAreRefused(new byte[4000], "it does not begin as an HDF5 file does");
    assertWeightsAreRefused(
        KerasFiles.bytes("version https://git-lfs.github.com/spec/v1\noid sha256:0\n"),
        "it is only a pointer of Git LFS");
    assertWeightsAreRefused(KerasFiles.model(TRAINED), "it is a model of Keras 3 (.keras)");
  }

  @Test
  void aZipOfSomethingElseIsNotCalledDamaged() throws IOException {
    byte[] some = KerasFiles.bytes("x");
    assertModelIsRefused(
        KerasFiles.zip(Map.of("model/data.pkl", some)), "it is a file of PyTorch's");
    assertModelIsRefused(
        KerasFiles.zip(Map.of("format.json", some)), "it is a zip without the entry 'config.json'");
  }

  @Test
  void valuesThatAreNoNumbersAreRefused() throws IOException {
    for (float value : new float[] {Float.NaN, Float.POSITIVE_INFINITY}) {
      Map<String, Object> file = KerasFiles.weights(TRAINED);
      vars(file, "dense").put("1", new Tensor(Shape.of(3), new float[] {0, value, 0}));
      assertWeightsAreRefused(
          H5pyFile.of(file),
          "dense/bias has values that are NaN or infinite, 1 of 3, the first " + value + " at [1]");
    }
  }

  @Test
  void aFileThatIsCutOffIsRefusedWhereverThatIs() throws IOException {
    byte[] whole = H5pyFile.of(KerasFiles.weights(TRAINED));
    for (int length = 0; length < whole.length - 40; length += 97) {
      assertWeightsAreRefused(Arrays.copyOf(whole, length));
    }
  }

  @Test
  void groupsThatContainThemselvesEndInARefusal() throws IOException {
    byte[] file = H5pyFile.of(KerasFiles.weights(TRAINED));
    int root = trees(file)[trees(file).length - 1];
    file[root + 5] = 1; // Its children are trees now,
    System.arraycopy(longBytes(root), 0, file, root + 32, Long.BYTES); // and the first is itself.
    assertWeightsAreRefused(file, "its HDF5 structure is broken");
  }

  private static int[] trees(byte[] file) {
    String text = new String(file, StandardCharsets.ISO_8859_1);
    return Pattern.compile("TREE")
        .matcher(text)
        .results()
        .mapToInt(MatchResult::start)
        .toArray();
  }

  private static byte[] longBytes(long value) {
    return ByteBuffer.allocate(Long.BYTES)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(0, value)
        .array();
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> child(Map<String, Object> group, String name) {
    return (Map<String, Object>) group.getOrDefault(name, Map.of());
  }

  private static Map<String, Object> vars(Map<String, Object> file, String layer) {
    return child(child(child(file, "layers"), layer), "vars");
  }
}
