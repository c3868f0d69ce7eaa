package dev.plenum.persistence;

import dev.plenum.api.tensor.NamedTensors;
import dev.plenum.api.tensor.Tensor;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Named tensors in the safetensors format: the length of the header in 8 bytes, little-endian; the
 * header, a JSON object with the type, shape and place of each tensor; then the values, one tensor
 * right after the other, as little-endian float32. The same tensors always give the same bytes.
 *
 * @param tensors the tensors, in the order of their data
 * @param metadata what else the header says, by name; the names are sorted
 */
public record Safetensors(NamedTensors tensors, Map<String, String> metadata) {
  private static final int CHUNK = 1 << 16;

  /**
   * Copies the map.
   *
   * @param tensors in the order of their data
   * @param metadata what else the header says, by name; is sorted
   * @throws IllegalArgumentException if a tensor has the reserved name {@code __metadata__}
   */
  public Safetensors {
    metadata = Collections.unmodifiableMap(new TreeMap<>(metadata));
    if (tensors.byName().containsKey(SafetensorsHeader.METADATA)) {
      throw new IllegalArgumentException(
          "a tensor cannot have the name '" + SafetensorsHeader.METADATA + "'");
    }
  }

  /**
   * {@return the tensors without metadata}
   *
   * @param tensors in the order of their data
   */
  public static Safetensors of(NamedTensors tensors) {
    return new Safetensors(tensors, Map.of());
  }

  /**
   * Writes header and data.
   *
   * @param out where they go; not closed
   * @throws IOException if it cannot be written to
   */
  public void writeTo(OutputStream out) throws IOException {
    byte[] header = SafetensorsHeader.of(this).toBytes();
    ByteBuffer length = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    out.write(length.putLong(header.length).array());
    out.write(header);
    for (Tensor tensor : tensors.byName().values()) {
      writeValues(tensor, out);
    }
  }

  private static void writeValues(Tensor tensor, OutputStream out) throws IOException {
    ByteBuffer chunk = ByteBuffer.allocate(CHUNK).order(ByteOrder.LITTLE_ENDIAN);
    for (float value : tensor.toArray()) {
      if (!chunk.hasRemaining()) {
        out.write(chunk.array());
        chunk.clear();
      }
      chunk.putFloat(value);
    }
    out.write(chunk.array(), 0, chunk.position());
  }

  /**
   * Reads tensors; neither reads on behind them nor closes the stream.
   *
   * @param in begins with the length of the header
   * @param size the number of bytes that header and data have together; nothing larger is allocated
   * @return the tensors, in the order of their data, and the metadata
   * @throws InvalidSafetensorsException if the header is damaged, tensors overlap, leave holes or do
   *     not fill the data, or one has another type than F32 or a shape without elements
   */
  public static Safetensors readFrom(InputStream in, long size) throws IOException {
    SafetensorsHeader header = SafetensorsHeader.read(in, size);
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    for (SafetensorsHeader.Place place : header.places()) {
      tensors.put(place.name(), readValues(in, place));
    }
    return new Safetensors(new NamedTensors(tensors), header.metadata());
  }

  private static Tensor readValues(InputStream in, SafetensorsHeader.Place place)
      throws IOException {
    float[] values = new float[place.shape().size()];
    ByteBuffer chunk = ByteBuffer.allocate(CHUNK).order(ByteOrder.LITTLE_ENDIAN);
    for (int done = 0; done < values.length; ) {
      int count = Math.min(values.length - done, CHUNK / Float.BYTES);
      if (in.readNBytes(chunk.array(), 0, count * Float.BYTES) < count * Float.BYTES) {
        throw new InvalidSafetensorsException(String.format(
            Locale.ROOT,
            "the data end within tensor '%s', before its value %d of %d",
            place.name(),
            done + count,
            values.length));
      }
      chunk.asFloatBuffer().get(values, done, count);
      done += count;
    }
    return new Tensor(place.shape(), values);
  }
}
