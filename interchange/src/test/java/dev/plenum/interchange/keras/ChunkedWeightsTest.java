package dev.plenum.interchange.keras;

import static dev.plenum.api.random.Seed.seed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.network.Conv2D;
import dev.plenum.api.network.Dense;
import dev.plenum.api.network.Flatten;
import dev.plenum.api.network.Sequential;
import dev.plenum.api.network.Shape;
import dev.plenum.interchange.Samples;
import dev.plenum.interchange.TrainedNetwork;
import dev.plenum.interchange.imported.ImportedModel;
import dev.plenum.persistence.InvalidModelFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Weights that h5py chunked and compressed. */
class ChunkedWeightsTest {
  private static final TrainedNetwork TRAINED = Samples.trained(
      Sequential.of(Shape.of(7, 7, 3), Conv2D.of(5, 3), Flatten.instance(), Dense.of(11)), seed(1));

  @TempDir
  Path folder;

  private byte[] file() {
    return H5pyFile.of(KerasFiles.chunked(KerasFiles.weights(TRAINED)));
  }

  private ImportedModel read(byte[] content) throws IOException {
    Path file = Files.write(folder.resolve("chunked.weights.h5"), content);
    return KerasWeightsFile.read(file, TRAINED.network());
  }

  @Test
  void variablesInCompressedChunksAreReadToTheBit() throws IOException {
    assertEquals(TRAINED, read(file()).trained());
  }

  @Test
  void aByteThatIsNotAsItWasIsFoundByTheChecksum() {
    byte[] content = file();
    int chunk = firstChunk(content);
    content[chunk + 5] ^= 1;
    String message = String.valueOf(
        assertThrows(InvalidModelFileException.class, () -> read(content)).getMessage());
    assertTrue(message.contains("'layers/conv2d/vars/0' cannot be read"), message);
    assertTrue(message.contains("its checksum is wrong"), message);
  }

  /** Compressed chunks begin with zlib's two bytes. */
  private static int firstChunk(byte[] content) {
    for (int i = 0; i + 1 < content.length; i++) {
      if (content[i] == 0x78 && content[i + 1] == (byte) 0x9c) {
        return i;
      }
    }
    throw new AssertionError("there is no chunk");
  }
}
