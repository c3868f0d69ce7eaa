package dev.plenum.interchange.keras;

import dev.plenum.api.network.Shape;
import dev.plenum.api.tensor.Tensor;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;

/**
 * A variable in chunks of half its size along each axis, compressed as h5py does it with {@code
 * compression="gzip", shuffle=True, fletcher32=True}, but for every other chunk, where gzip was left
 * out as where it makes a chunk no smaller.
 */
public record Chunked(Tensor tensor) {
  /** Version 1: shuffle by 4 bytes, deflate at level 4, fletcher32. */
  private static final byte[] PIPELINE = {
    1, 3, 0, 0, 0, 0, 0, 0, //
    2, 0, 0, 0, 1, 0, 1, 0, 4, 0, 0, 0, 0, 0, 0, 0, //
    1, 0, 0, 0, 1, 0, 1, 0, 4, 0, 0, 0, 0, 0, 0, 0, //
    3, 0, 0, 0, 0, 0, 0, 0
  };

  private static final int WITHOUT_GZIP = 0b10;

  /**
   * A chunk as it is stored.
   *
   * @param start the indices of its first element
   * @param filterMask the filters that were left out
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Chunk(List<Integer> start, byte[] bytes, int filterMask) {}

  Shape shape() {
    return tensor.shape();
  }

  byte[] pipeline() {
    return PIPELINE.clone();
  }

  List<Integer> chunkSizes() {
    return shape().dimensions().stream().map(size -> (size + 1) / 2).toList();
  }

  List<Chunk> chunks() {
    List<List<Integer>> starts = List.of(List.of());
    for (int axis = 0; axis < shape().rank(); axis++) {
      List<List<Integer>> longer = new ArrayList<>();
      for (List<Integer> start : starts) {
        for (int at = 0; at < shape().dimensions().get(axis); at += chunkSizes().get(axis)) {
          List<Integer> more = new ArrayList<>(start);
          more.add(at);
          longer.add(more);
        }
      }
      starts = longer;
    }
    List<Chunk> chunks = new ArrayList<>();
    for (List<Integer> start : starts) {
      byte[] shuffled = shuffled(start);
      boolean isPlain = chunks.size() % 2 == 1;
      byte[] packed = isPlain ? shuffled : deflated(shuffled);
      chunks.add(new Chunk(start, withChecksum(packed), isPlain ? WITHOUT_GZIP : 0));
    }
    return chunks;
  }

  /** First all lowest bytes of the values, then all that are next; 0 beyond the variable's edge. */
  private byte[] shuffled(List<Integer> start) {
    int count = new Shape(chunkSizes()).size();
    byte[] bytes = new byte[Float.BYTES * count];
    for (int i = 0; i < count; i++) {
      int bits = Float.floatToIntBits(value(start, i));
      for (int part = 0; part < Float.BYTES; part++) {
        bytes[part * count + i] = (byte) (bits >>> (Byte.SIZE * part));
      }
    }
    return bytes;
  }

  private float value(List<Integer> start, int element) {
    int index = 0;
    int rest = element;
    int stride = 1;
    for (int axis = shape().rank() - 1; axis >= 0; axis--) {
      int at = start.get(axis) + rest % chunkSizes().get(axis);
      rest /= chunkSizes().get(axis);
      if (at >= shape().dimensions().get(axis)) {
        return 0;
      }
      index += at * stride;
      stride *= shape().dimensions().get(axis);
    }
    return tensor.get(index);
  }

  private static byte[] deflated(byte[] bytes) {
    Deflater deflater = new Deflater();
    deflater.setInput(bytes);
    deflater.finish();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] buffer = new byte[1024];
    while (!deflater.finished()) {
      out.write(buffer, 0, deflater.deflate(buffer));
    }
    deflater.end();
    return out.toByteArray();
  }

  /** Of big-endian words, modulo 65535, as Fletcher defines it; 0 is written as 65535. */
  private static byte[] withChecksum(byte[] bytes) {
    long first = 0;
    long second = 0;
    for (int i = 0; i < bytes.length; i += 2) {
      int low = i + 1 < bytes.length ? bytes[i + 1] & 0xff : 0;
      first = (first + ((bytes[i] & 0xff) << 8) + low) % 65535;
      second = (second + first) % 65535;
    }
    long sum = (second == 0 ? 65535 : second) << 16 | (first == 0 ? 65535 : first);
    return ByteBuffer.allocate(bytes.length + Integer.BYTES)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(bytes)
        .putInt((int) sum)
        .array();
  }
}
