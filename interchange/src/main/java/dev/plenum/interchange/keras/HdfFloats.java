package dev.plenum.interchange.keras;

import io.jhdf.ObjectHeader;
import io.jhdf.object.datatype.DataType;
import io.jhdf.object.datatype.FloatingPoint;
import io.jhdf.object.message.DataTypeMessage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Locale;
import java.util.Optional;

/**
 * How a variable's numbers are written: in 16, 32 or 64 bits, in either byte order. All but those of 64
 * bits are float32 exactly; those are rounded to the nearest.
 *
 * @param bytes of one number
 */
record HdfFloats(int bytes, ByteOrder order, Format format) {
  /** Bytes of a number, and bits of its fraction. */
  private static final String BFLOAT16 = "2/7";

  /** Makes a float32 of the number at an index of the buffer. */
  @FunctionalInterface
  interface Format {
    float at(ByteBuffer buffer, int index);
  }

  static HdfFloats of(ObjectHeader header, String path) {
    DataType type = header.getMessageOfType(DataTypeMessage.class).getDataType();
    return (type instanceof FloatingPoint floats ? of(floats) : Optional.<HdfFloats>empty())
        .orElseThrow(() -> new InvalidHdfException(String.format(
            Locale.ROOT,
            "'%s' must have floating-point numbers of 16, 32 or 64 bits, found %s of %d bits",
            path,
            kind(type),
            Byte.SIZE * type.getSize())));
  }

  private static Optional<HdfFloats> of(FloatingPoint type) {
    Optional<Format> format = switch (type.getSize() + "/" + type.getMantissaSize()) {
      case "2/10" -> Optional.of((from, at) -> FloatingPoint.toFloat(from.getShort(at)));
      case BFLOAT16 ->
        Optional.of((from, at) -> Float.intBitsToFloat(from.getShort(at) << Short.SIZE));
      case "4/23" -> Optional.of(ByteBuffer::getFloat);
      case "8/52" -> Optional.of((from, at) -> (float) from.getDouble(at));
      default -> Optional.empty();
    };
    return format.map(known -> new HdfFloats(type.getSize(), type.getByteOrder(), known));
  }

  /** The class of the format's specification, in words. */
  private static String kind(DataType type) {
    return switch (type.getDataClass()) {
      case 0 -> "whole numbers";
      case 1 -> "unusual floating-point numbers";
      case 3, 9 -> "texts";
      default -> "something else";
    };
  }

  float[] read(ByteBuffer buffer, int count) {
    ByteBuffer ordered = buffer.order(order);
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = format.at(ordered, i * bytes);
    }
    return values;
  }
}
