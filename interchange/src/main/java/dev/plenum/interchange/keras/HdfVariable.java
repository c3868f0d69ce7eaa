package dev.plenum.interchange.keras;

import dev.plenum.api.network.Shape;
import dev.plenum.api.tensor.Tensor;
import io.jhdf.ObjectHeader;
import io.jhdf.object.datatype.DataType;
import io.jhdf.object.datatype.FloatingPoint;
import io.jhdf.object.message.DataLayoutMessage;
import io.jhdf.object.message.DataLayoutMessage.ContiguousDataLayoutMessage;
import io.jhdf.object.message.DataSpaceMessage;
import io.jhdf.object.message.DataTypeMessage;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Locale;

/** Reads variables as Keras stores them: float32, contiguous. */
final class HdfVariable {
  private HdfVariable() {}

  static Tensor read(HdfBytes file, ObjectHeader header, String path, Shape shape) {
    if (!header.hasMessageOfType(DataSpaceMessage.class)) {
      throw new InvalidHdfException("'%s' is not a variable but a group".formatted(path));
    }
    requireShape(header, path, shape);
    ByteOrder order = byteOrder(header, path);
    DataLayoutMessage layout = header.getMessageOfType(DataLayoutMessage.class);
    if (!(layout instanceof ContiguousDataLayoutMessage place)) {
      throw new InvalidHdfException("'%s' must be stored contiguous, as Keras does, found %s"
          .formatted(path, layout.getDataLayout().name().toLowerCase(Locale.ROOT)));
    }
    // The bytes come first: how many values there are is only known to be true then.
    float[] values = floats(file, place.getAddress(), order, shape.size());
    requireFinite(values, path);
    return new Tensor(shape, values);
  }

  private static float[] floats(HdfBytes file, long address, ByteOrder order, int count) {
    var buffer = file.data(address, (long) Float.BYTES * count).order(order).asFloatBuffer();
    float[] values = new float[count];
    buffer.get(values);
    return values;
  }

  private static void requireShape(ObjectHeader header, String path, Shape shape) {
    long[] found =
        header.getMessageOfType(DataSpaceMessage.class).getDataSpace().getDimensionsAsLong();
    long[] needed = shape.dimensions().stream().mapToLong(size -> size).toArray();
    if (!Arrays.equals(found, needed)) {
      throw new InvalidHdfException("'%s' must have the shape %s, found %s"
          .formatted(path, Arrays.toString(needed), Arrays.toString(found)));
    }
  }

  private static ByteOrder byteOrder(ObjectHeader header, String path) {
    DataType type = header.getMessageOfType(DataTypeMessage.class).getDataType();
    if (type instanceof FloatingPoint floats && type.getSize() == Float.BYTES) {
      return floats.getByteOrder();
    }
    throw new InvalidHdfException(String.format(
        Locale.ROOT,
        "'%s' must be float32, found %s of %d bytes",
        path,
        type.getClass().getSimpleName(),
        type.getSize()));
  }

  private static void requireFinite(float[] values, String path) {
    for (int i = 0; i < values.length; i++) {
      if (!Float.isFinite(values[i])) {
        throw new InvalidHdfException(String.format(
            Locale.ROOT, "value %d of '%s' is %s: the model is of no use", i, path, values[i]));
      }
    }
  }
}
