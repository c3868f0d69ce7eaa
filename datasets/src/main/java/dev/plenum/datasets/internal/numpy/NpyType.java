package dev.plenum.datasets.internal.numpy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * The type of an array's numbers.
 *
 * @param name as NumPy writes it, without the byte order: {@code f4}
 * @param bytes of each number
 * @param order of these
 * @param isWhole whether it has whole numbers only
 */
record NpyType(String name, int bytes, ByteOrder order, boolean isWhole) {
  private static final Map<String, ToDoubleFunction<ByteBuffer>> READERS = Map.ofEntries(
      Map.entry("b1", in -> in.get() == 0 ? 0 : 1),
      Map.entry("u1", in -> in.get() & 0xff),
      Map.entry("i1", ByteBuffer::get),
      Map.entry("u2", in -> in.getShort() & 0xffff),
      Map.entry("i2", ByteBuffer::getShort),
      Map.entry("u4", in -> Integer.toUnsignedLong(in.getInt())),
      Map.entry("i4", ByteBuffer::getInt),
      Map.entry("u8", in -> unsigned(in.getLong())),
      Map.entry("i8", ByteBuffer::getLong),
      Map.entry("f4", ByteBuffer::getFloat),
      Map.entry("f8", ByteBuffer::getDouble));

  /** The type that a header describes: {@code <f4}; empty if it is none that is read. */
  static Optional<NpyType> of(String descr) {
    boolean hasOrder = !descr.isEmpty() && "<>|=".indexOf(descr.charAt(0)) >= 0;
    String name = hasOrder ? descr.substring(1) : descr;
    if (!READERS.containsKey(name)) {
      return Optional.empty();
    }
    ByteOrder order = descr.startsWith(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    return Optional.of(new NpyType(name, name.charAt(1) - '0', order, name.charAt(0) != 'f'));
  }

  /** What a type is that is not read, and what to do. */
  static String refusal(String descr) {
    String kind = descr.replaceFirst("^[<>|=]", "");
    if (kind.startsWith("O")) {
      return "it holds Python objects (a pickle), which run code when they are read, and are not read here; in Python, make an array of numbers of them: np.asarray(x.tolist(), dtype='uint8')";
    }
    String what = switch (kind.isEmpty() ? ' ' : kind.charAt(0)) {
      case 'f' -> "floats of another length than 32 and 64 bits";
      case 'c' -> "complex numbers";
      case 'U', 'S', 'a' -> "text";
      case 'M', 'm' -> "dates or times";
      default -> "records or another type";
    };
    return "it holds %s (%s); expected whole numbers, or floats of 32 or 64 bits: in Python, x.astype('uint8')"
        .formatted(what, descr);
  }

  private static double unsigned(long bits) {
    return bits >= 0 ? bits : Double.POSITIVE_INFINITY; // far more than any pixel or label
  }

  /** Reads one number after another. */
  ToDoubleFunction<ByteBuffer> reader() {
    ToDoubleFunction<ByteBuffer> reader = READERS.get(name);
    if (reader == null) {
      throw new IllegalStateException(name);
    }
    return reader;
  }
}
