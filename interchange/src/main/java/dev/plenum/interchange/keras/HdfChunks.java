package dev.plenum.interchange.keras;

import dev.plenum.api.network.Shape;
import io.jhdf.btree.BTreeV1;
import io.jhdf.dataset.chunked.Chunk;
import io.jhdf.object.message.DataLayoutMessage.ChunkedDataLayoutMessage;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Reads a variable that is stored in chunks, each by itself, perhaps compressed. jHDF's own datasets
 * are not used: they decompress without a bound, and apply every filter to every chunk, though a
 * filter that did not make a chunk smaller was left out there. Nor is its way to look filters up,
 * which depends on the thread's class loader.
 */
final class HdfChunks {
  /** What a chunk may be larger than its variable: h5py chooses sizes up to this. */
  private static final int LARGEST_OVERHANG = 1 << 20;
  /** How many times its bytes a variable's chunks may have, at the edges. */
  private static final int MOST_WASTE = 16;

  private final HdfBytes file;
  private final String path;
  private final int[] sizes;
  private final int elementBytes;
  private final long length;

  /**
   * The chunks of a variable.
   *
   * @param path for messages
   * @param elementBytes of one value
   */
  HdfChunks(HdfBytes file, String path, Shape shape, int elementBytes) {
    this.file = file;
    this.path = path;
    this.sizes = shape.dimensions().stream().mapToInt(size -> size).toArray();
    this.elementBytes = elementBytes;
    this.length = (long) elementBytes * shape.size();
  }

  ByteBuffer read(ChunkedDataLayoutMessage layout, HdfFilters filters) {
    int[] chunkSizes = layout.getChunkDimensions();
    long chunkBytes = chunkBytes(chunkSizes);
    long count = count(chunkSizes);
    if (count * chunkBytes > MOST_WASTE * length + LARGEST_OVERHANG) {
      throw invalid("its chunks are much larger than itself");
    }
    file.requireMemory(path, length + 2 * chunkBytes);
    List<Chunk> chunks =
        BTreeV1.createDataBTree(file, layout.getBTreeAddress(), sizes.length).getChunks();
    long stored = chunks.stream()
        .mapToLong(chunk -> Integer.toUnsignedLong(chunk.getSize()))
        .sum();
    if (stored > file.size()) {
      throw invalid("its chunks overlap");
    }
    byte[] values = new byte[(int) length];
    Set<Integer> places = new HashSet<>();
    for (Chunk chunk : chunks) {
      int[] start = start(chunk, chunkSizes);
      int to = offset(start, sizes);
      if (!places.add(to)) {
        throw invalid("a chunk is there twice");
      }
      byte[] decoded = filters.decode(file, chunk, (int) chunkBytes);
      copy(decoded, chunkSizes, start, 0, 0, values, to);
    }
    if (places.size() != count) {
      throw invalid(String.format(
          Locale.ROOT, "%d of its %d chunks were never written", count - places.size(), count));
    }
    return ByteBuffer.wrap(values);
  }

  private long chunkBytes(int[] chunkSizes) {
    if (chunkSizes.length != sizes.length || IntStream.of(chunkSizes).anyMatch(size -> size < 1)) {
      throw invalid("its chunks have another number of dimensions");
    }
    long bytes = elementBytes;
    for (int size : chunkSizes) {
      bytes *= size;
      if (bytes > length + LARGEST_OVERHANG) {
        throw invalid("its chunks are much larger than itself");
      }
    }
    return bytes;
  }

  private long count(int[] chunkSizes) {
    long count = 1;
    for (int axis = 0; axis < sizes.length; axis++) {
      count *= (sizes[axis] - 1) / chunkSizes[axis] + 1;
    }
    return count;
  }

  private int[] start(Chunk chunk, int[] chunkSizes) {
    long[] start = chunk.getChunkOffset();
    for (int axis = 0; axis < sizes.length; axis++) {
      if (start[axis] < 0 || start[axis] >= sizes[axis] || start[axis] % chunkSizes[axis] != 0) {
        throw invalid("a chunk is not where chunks are");
      }
    }
    return IntStream.range(0, sizes.length).map(axis -> (int) start[axis]).toArray();
  }

  /** The offset in bytes of an element in an array of such sizes. */
  private int offset(int[] element, int[] of) {
    int index = 0;
    for (int axis = 0; axis < of.length; axis++) {
      index = index * of[axis] + element[axis];
    }
    return index * elementBytes;
  }

  /** Copies a chunk from one axis on, without what hangs over the variable's edges. */
  private void copy(
      byte[] chunk, int[] chunkSizes, int[] start, int axis, int from, byte[] values, int to) {
    int count = Math.min(chunkSizes[axis], sizes[axis] - start[axis]);
    if (axis == sizes.length - 1) {
      System.arraycopy(chunk, from, values, to, count * elementBytes);
      return;
    }
    int chunkStride = stride(chunkSizes, axis);
    int stride = stride(sizes, axis);
    for (int i = 0; i < count; i++) {
      copy(chunk, chunkSizes, start, axis + 1, from + i * chunkStride, values, to + i * stride);
    }
  }

  private int stride(int[] of, int axis) {
    return elementBytes
        * IntStream.range(axis + 1, of.length).map(i -> of[i]).reduce(1, (a, b) -> a * b);
  }

  private InvalidHdfException invalid(String problem) {
    return new InvalidHdfException("'%s' cannot be read: %s".formatted(path, problem));
  }
}
