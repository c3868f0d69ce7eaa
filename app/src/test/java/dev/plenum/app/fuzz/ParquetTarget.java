package dev.plenum.app.fuzz;

import dev.plenum.datasets.Datasets;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Parquet tables of images: damaged pages, and damaged metadata at the end. */
final class ParquetTarget implements Target {
  private static final List<String> TABLES = List.of(
      "uncompressed",
      "gzip",
      "zstd",
      "lz4_raw",
      "version-2",
      "texts",
      "arrow-snappy",
      "arrow-delta");
  private static final int TAIL = 8;

  private final List<byte[]> tables = new ArrayList<>();

  ParquetTarget() throws IOException {
    for (String name : TABLES) {
      String resource = "/dev/plenum/datasets/parquet/" + name + ".parquet";
      try (InputStream in =
          Objects.requireNonNull(ParquetTarget.class.getResourceAsStream(resource), resource)) {
        tables.add(in.readAllBytes());
      }
    }
  }

  @Override
  public String name() {
    return "Parquet tables";
  }

  @Override
  public void attempt(Path folder, Chance chance) throws IOException {
    byte[] table = chance.of(tables);
    byte[] damaged = chance.oneIn(2) ? withDamagedEnd(table, chance) : Damage.of(table, chance);
    if (chance.oneIn(4)) {
      Files.write(folder.resolve("train-00000-of-00001.parquet"), table);
      Files.write(folder.resolve("test-00000-of-00001.parquet"), damaged);
      Datasets.open(folder).load();
    } else {
      Datasets.open(Files.write(folder.resolve("train.parquet"), damaged)).load();
    }
  }

  /** What the metadata say is changed, and their length is right. */
  private static byte[] withDamagedEnd(byte[] table, Chance chance) {
    int length = ByteBuffer.wrap(table).order(ByteOrder.LITTLE_ENDIAN).getInt(table.length - TAIL);
    int start = table.length - TAIL - length;
    byte[] metadata = Damage.of(Arrays.copyOfRange(table, start, start + length), chance);
    byte[] tail = Arrays.copyOfRange(table, table.length - TAIL, table.length);
    ByteBuffer.wrap(tail).order(ByteOrder.LITTLE_ENDIAN).putInt(metadata.length);
    return Damage.joined(Arrays.copyOf(table, start), metadata, tail);
  }
}
