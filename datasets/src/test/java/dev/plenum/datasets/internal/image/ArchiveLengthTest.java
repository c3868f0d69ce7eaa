package dev.plenum.datasets.internal.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.datasets.internal.InvalidFileException;
import dev.plenum.datasets.support.Fixtures;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ArchiveLengthTest {
  private final Path packed = Fixtures.file("photos.tar.gz");

  @Test
  void aGzippedTarThatIsShorterThanAnArrayCanBeIsUnzipped() throws IOException {
    byte[] tar;
    try (InputStream in = new GZIPInputStream(Files.newInputStream(packed))) {
      tar = in.readAllBytes();
    }

    assertArrayEquals(tar, Archives.unzipped(packed, tar.length + 1));
  }

  @Test
  @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void aLongerOneIsRefusedWithWhatToDo() throws IOException {
    int length = Archives.unzipped(packed, Integer.MAX_VALUE).length;
    for (int most : new int[] {1, 1000, length}) {
      String message = String.valueOf(
          assertThrows(InvalidFileException.class, () -> Archives.unzipped(packed, most))
              .getMessage());
      assertTrue(message.startsWith(packed + ": it has " + most + " unpacked bytes or"), message);
      assertTrue(message.contains("gunzip it and give the tar"), message);
    }
  }
}
