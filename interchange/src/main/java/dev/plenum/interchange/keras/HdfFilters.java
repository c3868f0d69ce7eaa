package dev.plenum.interchange.keras;

import com.ning.compress.lzf.LZFException;
import com.ning.compress.lzf.util.ChunkDecoderFactory;
import io.jhdf.ObjectHeader;
import io.jhdf.dataset.chunked.Chunk;
import io.jhdf.filter.ByteShuffleFilter;
import io.jhdf.object.message.FilterPipelineMessage;
import io.jhdf.object.message.FilterPipelineMessage.FilterInfo;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.zip.InflaterInputStream;

/** What was done to the chunks of a variable, one after another, and is undone here. */
final class HdfFilters {
  private static final int DEFLATE = 1;
  private static final int SHUFFLE = 2;
  private static final int FLETCHER32 = 3;
  private static final int LZF = 32000;

  private final List<FilterInfo> filters;
  private final String path;

  private HdfFilters(List<FilterInfo> filters, String path) {
    this.filters = filters;
    this.path = path;
  }

  /** A variable's filters; those that are unknown are reported when a chunk has them. */
  static HdfFilters of(ObjectHeader header, String path) {
    return new HdfFilters(
        header.hasMessageOfType(FilterPipelineMessage.class)
            ? header.getMessageOfType(FilterPipelineMessage.class).getFilters()
            : List.of(),
        path);
  }

  /**
   * A chunk as it was before.
   *
   * @param length how many bytes it has
   */
  byte[] decode(HdfBytes file, Chunk chunk, int length) {
    ByteBuffer stored = file.data(chunk.getAddress(), Integer.toUnsignedLong(chunk.getSize()));
    byte[] bytes = new byte[stored.remaining()];
    stored.get(bytes);
    for (int i = filters.size() - 1; i >= 0; i--) {
      if (!chunk.getFilterMask().get(i)) {
        bytes = undo(filters.get(i), bytes, length);
      }
    }
    if (bytes.length != length) {
      throw damaged(
          String.format(Locale.ROOT, "a chunk has %d bytes instead of %d", bytes.length, length));
    }
    return bytes;
  }

  private byte[] undo(FilterInfo filter, byte[] bytes, int length) {
    try {
      return switch (filter.getId()) {
        case DEFLATE -> inflated(bytes, length);
        case SHUFFLE -> new ByteShuffleFilter().decode(bytes, filter.getData());
        case FLETCHER32 -> Fletcher32.checked(bytes);
        case LZF -> unpacked(bytes, length);
        default ->
          throw new InvalidHdfException(String.format(
              Locale.ROOT,
              "'%s' is stored with the filter %d (%s); what can be read is gzip, lzf, shuffle and fletcher32",
              path,
              filter.getId(),
              filter.getName()));
      };
    } catch (IOException e) {
      throw damaged("a chunk is damaged: " + e.getMessage());
    }
  }

  /** No more than that, and a checksum which may be inside. */
  private static byte[] inflated(byte[] bytes, int length) throws IOException {
    try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(bytes))) {
      return in.readNBytes(length + Fletcher32.BYTES + 1);
    }
  }

  @SuppressWarnings("deprecation") // the other methods want a header, which HDF5 leaves out
  private static byte[] unpacked(byte[] bytes, int length) throws LZFException {
    byte[] unpacked = new byte[length];
    ChunkDecoderFactory.safeInstance().decodeChunk(bytes, 0, unpacked, 0, length);
    return unpacked;
  }

  private InvalidHdfException damaged(String problem) {
    return new InvalidHdfException("'%s' cannot be read: %s".formatted(path, problem));
  }
}
