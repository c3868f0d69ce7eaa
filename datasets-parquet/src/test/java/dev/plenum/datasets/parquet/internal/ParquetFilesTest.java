package dev.plenum.datasets.parquet.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParquetFilesTest {
  @TempDir
  Path folder;

  /** A file cannot be listed by any user, while root may list every folder. */
  @Test
  void onlyTheNamedPlaceIsRefusedIfItCannotBeListed() throws IOException {
    Path table = Files.createFile(folder.resolve("a.parquet"));

    assertEquals(List.of(table), ParquetFiles.inside(folder));
    assertEquals(List.of(), ParquetFiles.inside(table));
    assertThrows(IOException.class, () -> ParquetFiles.entries(table));
  }
}
