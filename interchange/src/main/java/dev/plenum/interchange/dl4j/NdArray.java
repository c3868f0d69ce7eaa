package dev.plenum.interchange.dl4j;

import dev.plenum.persistence.InputFile;
import dev.plenum.persistence.InvalidModelFileException;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Locale;

/**
 * ND4J's binary arrays, of which models have vectors only. All is big-endian:
 *
 * <pre>
 * UTF "MIXED_DATA_TYPES", long 2 · rank + 4, UTF "LONG"
 * longs: rank, shape …, strides …, type of data, 1, order ('c' or 'f')
 * UTF "MIXED_DATA_TYPES", long count, UTF "FLOAT" or "DOUBLE"
 * so many numbers
 * </pre>
 */
final class NdArray {
  private static final String KIND = "MIXED_DATA_TYPES";
  private static final String LONG = "LONG";
  private static final String FLOAT = "FLOAT";
  private static final String DOUBLE = "DOUBLE";

  /** The most dimensions that ND4J knows. */
  private static final int MOST_DIMENSIONS = 32;

  /** What ND4J says of an array of floats that has its memory to itself. */
  private static final long FLOATS = 8192;

  private static final int CHUNK = 1 << 13;

  private NdArray() {}

  /**
   * Reads a vector; numbers of 64 bits are rounded to 32.
   *
   * @param most how many bytes there can be at most
   * @param what it is, for messages
   * @throws InvalidModelFileException if it is none, or is larger than the file or the memory
   */
  static float[] read(DataInputStream in, long most, String what, InputFile file)
      throws IOException {
    requireHeader(in, what, file);
    long rank2 = in.readLong();
    requireText(in, LONG, what, file);
    long rank = in.readLong();
    if (rank < 0 || rank > MOST_DIMENSIONS || rank2 != 2 * rank + 4) {
      throw file.damaged(what + " has no valid description of its shape", null);
    }
    long count = 1;
    for (int i = 0; i < rank; i++) {
      long size = in.readLong();
      if (size < 1 || (size > 1 && count > 1)) {
        throw file.damaged(what + " is no vector", null);
      }
      count *= size;
    }
    in.skipNBytes((rank + 3) * Long.BYTES); // strides, type, element stride, order
    requireHeader(in, what, file);
    long values = in.readLong();
    String type = in.readUTF();
    if (!type.equals(FLOAT) && !type.equals(DOUBLE)) {
      throw file.refused(
          "%s has values of the type %s".formatted(what, type),
          "What can be read are FLOAT and DOUBLE: convert the model (convertDataType) and save it again");
    }
    int bytes = type.equals(FLOAT) ? Float.BYTES : Double.BYTES;
    if (values != count || values > most / bytes) {
      throw file.damaged(
          String.format(Locale.ROOT, "%s says that it has %d values of %d", what, values, count),
          null);
    }
    file.requireMemory("weights", values * Float.BYTES);
    return values(in, (int) values, bytes);
  }

  private static float[] values(DataInputStream in, int count, int bytes) throws IOException {
    float[] values = new float[count];
    for (int from = 0; from < count; from += CHUNK) {
      int length = Math.min(CHUNK, count - from);
      byte[] chunk = new byte[length * bytes];
      in.readFully(chunk);
      ByteBuffer buffer = ByteBuffer.wrap(chunk);
      for (int i = 0; i < length; i++) {
        values[from + i] = bytes == Float.BYTES ? buffer.getFloat() : (float) buffer.getDouble();
      }
    }
    return values;
  }

  private static void requireHeader(DataInputStream in, String what, InputFile file)
      throws IOException {
    String kind = in.readUTF();
    if (!kind.equals(KIND)) {
      throw file.refused(
          "%s begins with '%s', not with '%s'".formatted(what, kind, KIND), Dl4jModelFile.OLDER);
    }
  }

  private static void requireText(DataInputStream in, String text, String what, InputFile file)
      throws IOException {
    if (!in.readUTF().equals(text)) {
      throw file.damaged(what + " has no valid description of its shape", null);
    }
  }

  /** Writes a row of floats: the shape (1, count). */
  static void write(DataOutputStream out, float[] values) throws IOException {
    long count = values.length;
    long[] shape = {2, 1, count, 1, 1, FLOATS, 1, 'c'};
    out.writeUTF(KIND);
    out.writeLong(shape.length);
    out.writeUTF(LONG);
    for (long number : shape) {
      out.writeLong(number);
    }
    out.writeUTF(KIND);
    out.writeLong(count);
    out.writeUTF(FLOAT);
    for (int from = 0; from < values.length; from += CHUNK) {
      int length = Math.min(CHUNK, values.length - from);
      ByteBuffer buffer = ByteBuffer.allocate(length * Float.BYTES);
      buffer.asFloatBuffer().put(values, from, length);
      out.write(buffer.array());
    }
  }
}
