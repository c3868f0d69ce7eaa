package dev.plenum.interchange.keras;

import static dev.plenum.api.random.Seed.seed;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plenum.interchange.Samples;
import dev.plenum.interchange.TrainedNetwork;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HdfWriterTest {
  private static final TrainedNetwork TRAINED = Samples.trained(FunctionalModel.NETWORK, seed(1));

  @TempDir
  Path folder;

  /** Keras 3.2 to 3.5 end with "object 'vars' doesn't exist" without it; later ones do not ask. */
  @Test
  void theModelItselfHasAnEmptyGroupOfVariablesInBothFormats() throws IOException {
    ByteArrayOutputStream weights = new ByteArrayOutputStream();
    KerasWeightsFile.content(TRAINED).writeTo(weights);
    assertHasEmptyVariables(weights.toByteArray());

    Path model = folder.resolve("model.keras");
    Files.write(model, written(TRAINED));
    try (ZipFile zip = new ZipFile(model.toFile());
        InputStream in = zip.getInputStream(zip.getEntry("model.weights.h5"))) {
      assertHasEmptyVariables(in.readAllBytes());
    }
  }

  private static byte[] written(TrainedNetwork trained) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    KerasModelFile.content(trained).writeTo(out);
    return out.toByteArray();
  }

  private static void assertHasEmptyVariables(byte[] hdf5) {
    HdfGroup root = HdfGroup.root(new HdfBytes(hdf5));
    assertEquals(Set.of("layers", "vars"), root.names());
    assertEquals(Set.of(), root.group("vars").names());
    assertEquals(
        Set.of("0", "1"), root.group("layers").group("dense").group("vars").names());
  }
}
