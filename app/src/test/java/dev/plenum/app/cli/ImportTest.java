package dev.plenum.app.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import dev.plenum.api.tensor.NamedTensors;
import dev.plenum.api.tensor.Tensor;
import dev.plenum.app.App;
import dev.plenum.app.ChildJvm;
import dev.plenum.interchange.TrainedNetwork;
import dev.plenum.interchange.imported.Rescaling;
import dev.plenum.interchange.keras.H5pyFile;
import dev.plenum.interchange.keras.KerasFiles;
import dev.plenum.interchange.keras.KerasModelFile;
import dev.plenum.persistence.AtomicFiles;
import dev.plenum.persistence.ModelFile;
import dev.plenum.persistence.SavedModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models of Keras's become models of ours, and ours Keras's. */
class ImportTest {
  @TempDir
  Path folder;

  private SavedModel trained() throws IOException {
    return ModelFile.read(folder.resolve("run/model.plenum"));
  }

  @BeforeEach
  void train() {
    run("train", "--network=dense", "--limit=300", "--epochs=1", "--out=run");
  }

  private App.Result run(String... args) {
    App.Result result = App.run(folder, args);
    assertEquals(0, result.exitCode(), result.err());
    return result;
  }

  private void fails(int exitCode, String part, String... args) {
    App.Result result = App.run(folder, args);
    assertEquals(exitCode, result.exitCode(), result.err());
    assertTrue(result.err().contains(part), result.err());
    assertFalse(Files.exists(folder.resolve("imported.plenum")));
  }

  private void writeKerasFiles() throws IOException {
    SavedModel model = trained();
    TrainedNetwork network = new TrainedNetwork(model.network(), model.weights());
    Files.write(folder.resolve("keras.keras"), KerasFiles.model(network));
    Files.write(folder.resolve("keras.weights.h5"), H5pyFile.of(KerasFiles.weights(network)));
  }

  @Test
  void aModelThatKerasSavedIsEvaluatedAsTheOneThatItWasMadeOf() throws IOException {
    writeKerasFiles();
    App.Result result = run("import", "keras.keras", "imported.plenum");
    assertEquals("File: imported.plenum\n", result.out());
    assertEquals("The optimizer's state in keras.keras is not imported.\n", result.err());
    assertEquals(
        run("evaluate", "run/model.plenum").out(),
        run("evaluate", "imported.plenum", "--dataset=digits").out());
    run("export", "imported.plenum", "model.onnx");
  }

  @Test
  void aModelOfKeras2IsTheSame() throws IOException {
    SavedModel model = trained();
    Files.write(
        folder.resolve("keras.h5"),
        KerasFiles.legacyModel(new TrainedNetwork(model.network(), model.weights())));
    run("import", "keras.h5", "imported.plenum");
    SavedModel imported = ModelFile.read(folder.resolve("imported.plenum"));
    assertEquals(model.network(), imported.network());
    assertEquals(model.weights(), imported.weights());
  }

  @Test
  void aNetworkThatGetsValuesInARowIsToldAsSuch() throws IOException {
    SavedModel model = trained();
    Files.write(
        folder.resolve("flat.keras"),
        KerasFiles.flatModel(new TrainedNetwork(model.network(), model.weights())));
    App.Result result = run("import", "flat.keras", "imported.plenum");
    assertTrue(
        result
            .err()
            .contains(
                "flat.keras: it was given inputs of shape (784), Plenum gives it pictures of shape"
                    + " (28, 28, 1), with the values in the same order.\n"),
        result.err());
    assertEquals(
        run("evaluate", "run/model.plenum").out(),
        run("evaluate", "imported.plenum", "--dataset=digits").out());
  }

  @Test
  void weightsAloneAreThoseOfTheNetworkThatIsNamed() throws IOException {
    writeKerasFiles();
    run("import", "keras.weights.h5", "imported.plenum", "--network=dense");
    SavedModel imported = ModelFile.read(folder.resolve("imported.plenum"));
    assertEquals(trained().weights(), imported.weights());
    assertEquals(List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9"), imported.classNames());
    assertEquals(1 / 255.0, imported.preprocessing().rescale());
    Config provenance = ConfigFactory.parseString(imported.provenance().toString());
    assertEquals("plenum import", provenance.getString("command"));
    assertEquals("keras.weights.h5", provenance.getString("imported.file"));
    assertEquals(64, provenance.getString("imported.sha256").length());
  }

  @Test
  void anOnnxFileIsEvaluatedAsTheModelThatItWasExportedOf() throws IOException {
    run("export", "run/model.plenum", "model.onnx");
    fails(2, "has its own network", "import", "model.onnx", "imported.plenum", "--network=dense");
    run("import", "model.onnx", "imported.plenum");
    assertEquals(
        run("evaluate", "run/model.plenum").out(),
        run("evaluate", "imported.plenum", "--dataset=digits").out());
  }

  @Test
  void aNetworkFileSaysItselfWhichImagesItTakes() throws IOException {
    Files.writeString(folder.resolve("tiny.conf"), """
        input_shape = [5, 4, 3]
        layers = [{ type = Flatten }, { type = Dense, units = 2, activation = softmax }]
        """);
    writeKerasFiles();
    fails(
        1,
        "'layers/dense/vars/0' must have the shape [60, 2], found [784, 512]",
        "import",
        "keras.weights.h5",
        "imported.plenum",
        "--network=tiny.conf");
  }

  @Test
  void whatIsExportedForKerasComesBackWithTheSameBits() throws IOException {
    run("export", "run/model.plenum", "model.keras");
    run("export", "run/model.plenum", "model.weights.h5");
    run("import", "model.keras", "1.plenum", "--classes=a,b,c,d,e,f,g,h,i,j");
    run("import", "model.weights.h5", "2.plenum", "--network=dense");
    SavedModel imported = ModelFile.read(folder.resolve("1.plenum"));
    assertEquals(trained().weights(), imported.weights());
    assertEquals(trained().network(), imported.network());
    assertEquals("j", imported.classNames().get(9));
    assertEquals(trained().weights(), ModelFile.read(folder.resolve("2.plenum")).weights());
  }

  @Test
  void aTemporaryFolderThatCannotBeUsedIsNamedRatherThanTheFile() throws IOException {
    Path missing = folder.resolve("missing");
    App.Result result = ChildJvm.run(
        folder,
        List.of("-Djava.io.tmpdir=" + missing),
        "export",
        "run/model.plenum",
        "model.keras");
    assertEquals(1, result.exitCode(), result.err());
    assertTrue(
        result
            .err()
            .contains("model.keras could not be written: a temporary file is needed, and cannot be"
                + " made in " + missing + ". Name another folder with -Djava.io.tmpdir"),
        result.err());
    assertFalse(Files.exists(folder.resolve("model.keras")));
  }

  @Test
  void thePixelRangeIsKeptAndAppliedWhereverPicturesMeetTheNetwork() throws IOException {
    writeKerasFiles();
    SavedModel model = trained();
    Map<String, Tensor> weights = new LinkedHashMap<>(model.weights().byName());
    Tensor kernel = model.weights().get("dense/kernel");
    float[] smaller = kernel.toArray();
    for (int i = 0; i < smaller.length; i++) {
      smaller[i] /= 256;
    }
    weights.put("dense/kernel", new Tensor(kernel.shape(), smaller));
    TrainedNetwork ofBytes = new TrainedNetwork(model.network(), new NamedTensors(weights));
    Files.write(folder.resolve("bytes.keras"), KerasFiles.model(ofBytes));

    run("import", "bytes.keras", "wrong.plenum");
    run("import", "bytes.keras", "right.plenum", "--pixel-range=0..256");
    String expected = run("evaluate", "run/model.plenum").out();
    assertEquals(expected, run("evaluate", "right.plenum", "--dataset=digits").out());
    App.Result wrong = run("evaluate", "wrong.plenum", "--dataset=digits");
    assertNotEquals(expected, wrong.out());
    assertEquals(
        256 / 255.0,
        ModelFile.read(folder.resolve("right.plenum")).preprocessing().rescale());
    run("export", "right.plenum", "right.keras");
    run("import", "right.keras", "again.plenum", "--pixel-range=0..256");
    assertEquals(expected, run("evaluate", "again.plenum", "--dataset=digits").out());
    fails(
        2,
        "two numbers, the lower first",
        "import",
        "bytes.keras",
        "imported.plenum",
        "--pixel-range=1..0");
  }

  @Test
  void aRescalingInTheFileSetsTheRangeAndComesBackInTheExport() throws IOException {
    SavedModel model = trained();
    TrainedNetwork network = new TrainedNetwork(model.network(), model.weights());
    AtomicFiles.write(
        folder.resolve("own.keras"),
        KerasModelFile.content(network, Optional.of(new Rescaling(1 / 255.0, 0))));
    App.Result imported = run("import", "own.keras", "own.plenum");
    assertTrue(imported.err().contains("taken to get pixels of 0..255"), imported.err());
    assertEquals(
        run("evaluate", "run/model.plenum").out(),
        run("evaluate", "own.plenum", "--dataset=digits").out());
    run("export", "own.plenum", "back.keras");
    assertArrayEquals(
        Files.readAllBytes(folder.resolve("own.keras")),
        Files.readAllBytes(folder.resolve("back.keras")));
  }

  @Test
  void anEvaluationThatLooksLikeChanceIsToldWithWhatToDo() throws IOException {
    writeKerasFiles();
    run("import", "keras.keras", "dark.plenum", "--pixel-range=-1e-9..0");
    App.Result result = run("evaluate", "dark.plenum", "--dataset=digits");
    assertTrue(result.err().contains("this looks like chance"), result.err());
    assertTrue(result.err().contains("import it again with --pixel-range 0..255"), result.err());
    assertFalse(run("evaluate", "run/model.plenum").err().contains("chance"));
  }

  @Test
  void aFileOfAnotherFormatIsNamedWithWhatToDo() throws IOException {
    writeKerasFiles();
    Files.writeString(
        folder.resolve("pointer.plenum"),
        "version https://git-lfs.github.com/spec/v1\noid sha256:0\n");
    Files.copy(folder.resolve("pointer.plenum"), folder.resolve("pointer.weights.h5"));
    fails(
        2,
        "Fetch it with 'git lfs pull'",
        "import",
        "pointer.weights.h5",
        "imported.plenum",
        "--network=dense");
    Files.write(folder.resolve("net.onnx"), new byte[] {8, 8, 0x12, 7, 'p', 'y', 't', 'o', 'r'});
    fails(
        2,
        "a model of Keras 3 (.keras). Make a model file of it: plenum import keras.keras model.plenum",
        "predict",
        "keras.keras",
        "x.png");
    fails(
        2, "plenum import keras.weights.h5 model.plenum --network", "evaluate", "keras.weights.h5");
    fails(
        2,
        "only a pointer of Git LFS, and the file itself was not fetched. Fetch it with 'git lfs pull'",
        "predict",
        "pointer.plenum",
        "x.png");
    fails(
        2,
        "an ONNX model. Make a model file of it: plenum import net.onnx model.plenum",
        "predict",
        "net.onnx",
        "x.png");
    fails(2, "run is a folder; name the file in it: run/model.plenum", "predict", "run", "x.png");
  }

  @Test
  void wrongUsageIsToldBeforeAnythingIsWritten() throws IOException {
    writeKerasFiles();
    fails(2, "name the network", "import", "keras.weights.h5", "imported.plenum");
    fails(2, "has its own network", "import", "keras.keras", "imported.plenum", "--network=dense");
    fails(
        2,
        "10 classes apart, found 2 names",
        "import",
        "keras.keras",
        "imported.plenum",
        "--classes=a,b");
    fails(2, "there is no model file", "import", "absent.keras", "imported.plenum");
    Files.writeString(folder.resolve("model.bin"), "");
    fails(
        2,
        "must end in .h5 or .keras or .onnx or .weights.h5 or .zip",
        "import",
        "model.bin",
        "imported.plenum");
    Files.writeString(folder.resolve("damaged.keras"), "");
    fails(1, "is not a Keras model file", "import", "damaged.keras", "imported.plenum");
    fails(2, "exists already", "import", "keras.keras", "run/model.plenum");
  }

  @Test
  void aCommitteeIsNotForKeras() {
    run("committee", "--network=dense", "--limit=60", "--epochs=1", "--members=2", "--out=many");
    fails(2, "hold one network", "export", "many/committee.plenum", "imported.plenum.keras");
  }
}
