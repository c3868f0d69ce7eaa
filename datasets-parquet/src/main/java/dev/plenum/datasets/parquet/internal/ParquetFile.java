package dev.plenum.datasets.parquet.internal;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.impl.ColumnReaderImpl;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.KeyValue;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.Util;
import org.apache.parquet.io.api.PrimitiveConverter;

/** An open Parquet file: what its end says of it, and its columns. */
final class ParquetFile implements Closeable {
  private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] ENCRYPTED = "PARE".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] GIT_LFS =
      "version https://git-lfs".getBytes(StandardCharsets.US_ASCII);
  /** The length of what stands before it, and the magic word. */
  private static final int TAIL = 8;

  private final Path path;
  private final FileChannel channel;
  private final FileMetaData meta;
  private final List<Leaf> leaves;

  private ParquetFile(Path path, FileChannel channel) throws IOException {
    this.path = path;
    this.channel = channel;
    this.meta = meta(path, channel);
    this.leaves = Leaf.of(meta.getSchema());
  }

  /**
   * Reads the end of a file.
   *
   * @throws IOException if it is no Parquet file, or not a complete one
   */
  static ParquetFile open(Path path) throws IOException {
    return Refusal.decoding(path, () -> {
      FileChannel channel = FileChannel.open(path);
      try {
        return new ParquetFile(path, channel);
      } catch (IOException | RuntimeException | Error e) {
        channel.close();
        throw e;
      }
    });
  }

  private static FileMetaData meta(Path path, FileChannel channel) throws IOException {
    byte[] head = bytes(channel, 0, (int) Math.min(GIT_LFS.length, channel.size()));
    if (Arrays.equals(head, GIT_LFS)) {
      throw Refusal.of(
          path,
          "expected a Parquet file, found a Git LFS pointer instead of the file; fetch it: git lfs pull");
    }
    if (channel.size() < MAGIC.length + TAIL || !startsWith(head, MAGIC)) {
      throw Refusal.of(
          path,
          startsWith(head, ENCRYPTED)
              ? "it is encrypted, and cannot be read"
              : "expected a Parquet file, which begins and ends with PAR1");
    }
    ByteBuffer tail =
        ByteBuffer.wrap(bytes(channel, channel.size() - TAIL, TAIL)).order(ByteOrder.LITTLE_ENDIAN);
    int length = tail.getInt();
    long start = channel.size() - TAIL - length;
    if (!startsWith(Arrays.copyOfRange(tail.array(), 4, TAIL), MAGIC) || length < 0 || start < 4) {
      throw new IOException("its end is missing");
    }
    Refusal.requireRoom(path, "its metadata", 4L * length);
    InputStream in = new ByteArrayInputStream(bytes(channel, start, length));
    return Util.readFileMetaData(in);
  }

  private static byte[] bytes(FileChannel channel, long start, int length) throws IOException {
    return new ChunkInput(channel, start, start + length).readNBytes(length);
  }

  private static boolean startsWith(byte[] bytes, byte[] beginning) {
    return bytes.length >= beginning.length
        && Arrays.equals(bytes, 0, beginning.length, beginning, 0, beginning.length);
  }

  Path path() {
    return path;
  }

  List<Leaf> leaves() {
    return leaves;
  }

  /** What Hugging Face's library says of the columns, if it wrote the file. */
  Features features() throws IOException {
    if (meta.isSetKey_value_metadata()) {
      for (KeyValue entry : meta.getKey_value_metadata()) {
        if (entry.getKey().equals("huggingface") && entry.isSetValue()) {
          return Features.parse(path, entry.getValue());
        }
      }
    }
    return Features.none();
  }

  /** The numbers of rows in each group. */
  long[] rows() {
    return meta.getRow_groups().stream().mapToLong(RowGroup::getNum_rows).toArray();
  }

  /**
   * The values of a column in a row group, at its first one.
   *
   * @throws IOException if the group has no such column, or another number of values than rows
   */
  ColumnReader column(int group, Leaf leaf) throws IOException {
    RowGroup rows = meta.getRow_groups().get(group);
    for (ColumnChunk chunk : rows.getColumns()) {
      if (chunk.getMeta_data().getPath_in_schema().equals(leaf.path())) {
        if (chunk.getMeta_data().getNum_values() != rows.getNum_rows() || chunk.isSetFile_path()) {
          throw new IOException("a column has another number of values than there are rows");
        }
        return new ColumnReaderImpl(
            leaf.descriptor(),
            new ChunkPages(path, channel, chunk.getMeta_data()),
            new PrimitiveConverter() {},
            null);
      }
    }
    throw new IOException("a row group lacks the column " + String.join(".", leaf.path()));
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
