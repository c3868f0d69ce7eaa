package dev.plenum.datasets.parquet.internal;

import io.airlift.compress.Decompressor;
import io.airlift.compress.lz4.Lz4Decompressor;
import io.airlift.compress.snappy.SnappyDecompressor;
import io.airlift.compress.zstd.ZstdDecompressor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.apache.parquet.format.CompressionCodec;

/** Unpacks the pages of Parquet files. */
final class Codecs {
  private Codecs() {}

  /**
   * Unpacks bytes.
   *
   * @param file for messages
   * @param length how many bytes they become; there is room for them
   * @throws IOException if they become others, or are packed in a way that is not read
   */
  static byte[] unpacked(Path file, CompressionCodec codec, byte[] packed, int length)
      throws IOException {
    byte[] plain = switch (codec) {
      case UNCOMPRESSED -> packed;
      case GZIP -> unzipped(packed, length);
      case SNAPPY -> unpacked(new SnappyDecompressor(), packed, length);
      case ZSTD -> unpacked(new ZstdDecompressor(), packed, length);
      case LZ4_RAW -> unpacked(new Lz4Decompressor(), packed, length);
      case LZO, BROTLI, LZ4 ->
        throw Refusal.of(
            file,
            "it is compressed by %s, which is not read; write it with snappy, zstd, gzip or lz4_raw"
                .formatted(codec));
    };
    if (plain.length != length) {
      throw new IOException("a page is not as long as its header says");
    }
    return plain;
  }

  private static byte[] unzipped(byte[] packed, int length) throws IOException {
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      return in.readNBytes((int) Math.min(length + 1L, Integer.MAX_VALUE));
    }
  }

  private static byte[] unpacked(Decompressor decompressor, byte[] packed, int length) {
    byte[] plain = new byte[length];
    int count = packed.length == 0
        ? 0
        : decompressor.decompress(packed, 0, packed.length, plain, 0, length);
    return count == length ? plain : Arrays.copyOf(plain, count);
  }
}
