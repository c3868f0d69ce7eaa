package dev.plenum.interchange.onnx.reading;

import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataLocation;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import dev.plenum.interchange.onnx.reading.Literal.Floats;
import dev.plenum.interchange.onnx.reading.Literal.Wholes;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;

/** Tensors of a file as literals. */
final class LiteralReader {
  private static final int MOST_DIMENSIONS = 8;

  private final TensorProto tensor;
  private final String what;
  private final List<Integer> dimensions;
  private final int size;

  private LiteralReader(TensorProto tensor, String what) {
    this.tensor = tensor;
    this.what = what;
    if (tensor.getDataLocation() == DataLocation.EXTERNAL || tensor.getExternalDataCount() > 0) {
      throw new InvalidOnnxException(
          what + " lies in another file, which is not read; save the model as one file");
    }
    if (tensor.getDimsCount() > MOST_DIMENSIONS) {
      throw new InvalidOnnxException(what + " has " + tensor.getDimsCount() + " dimensions");
    }
    dimensions = new ArrayList<>();
    long product = 1;
    for (long dimension : tensor.getDimsList()) {
      if (dimension < 0 || dimension > Integer.MAX_VALUE) {
        throw new InvalidOnnxException(what + " has the dimension " + dimension);
      }
      dimensions.add((int) dimension);
      product = product * dimension > Integer.MAX_VALUE ? Integer.MAX_VALUE : product * dimension;
    }
    size = (int) product;
  }

  /**
   * Reads a tensor.
   *
   * @param what it is, for messages
   * @throws InvalidOnnxException if it is of another type than float, double, int32, int64 and bool,
   *     lies elsewhere, or has not as many values as its dimensions say
   */
  static Literal read(TensorProto tensor, String what) {
    return new LiteralReader(tensor, what).read();
  }

  /** For messages: the name of a type of elements. */
  static String type(int number) {
    DataType type = DataType.forNumber(number);
    return type == null ? "type " + number : type.name();
  }

  private Literal read() {
    DataType type = DataType.forNumber(tensor.getDataType());
    if (type == DataType.FLOAT) {
      return tensor.hasRawData()
          ? floats(raw(Float.BYTES))
          : new Floats(dimensions, floats(tensor.getFloatDataList()));
    } else if (type == DataType.DOUBLE) {
      return doubles();
    } else if (type == DataType.INT64) {
      return tensor.hasRawData()
          ? wholes(raw(Long.BYTES), Long.BYTES)
          : wholes(tensor.getInt64DataCount(), tensor::getInt64Data);
    } else if (type == DataType.INT32) {
      return tensor.hasRawData()
          ? wholes(raw(Integer.BYTES), Integer.BYTES)
          : wholes(tensor.getInt32DataCount(), tensor::getInt32Data);
    } else if (type == DataType.BOOL) {
      return tensor.hasRawData()
          ? wholes(raw(1), 1)
          : wholes(tensor.getInt32DataCount(), tensor::getInt32Data);
    }
    throw new InvalidOnnxException(what + " is of type " + type(tensor.getDataType())
        + "; FLOAT, DOUBLE, INT32, INT64 and BOOL are read");
  }

  private ByteBuffer raw(int bytes) {
    require((long) size * bytes, tensor.getRawData().size(), "bytes");
    return tensor.getRawData().asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
  }

  private void require(long expected, long found, String unit) {
    if (expected != found) {
      throw new InvalidOnnxException("%s with the dimensions %s needs %s %s, found %s"
          .formatted(what, dimensions, expected, unit, found));
    }
  }

  private Floats floats(ByteBuffer raw) {
    float[] values = new float[size];
    raw.asFloatBuffer().get(values);
    return new Floats(dimensions, values);
  }

  private float[] floats(List<Float> list) {
    require(size, list.size(), "values");
    float[] values = new float[size];
    for (int i = 0; i < size; i++) {
      values[i] = list.get(i);
    }
    return values;
  }

  private Floats doubles() {
    float[] values = new float[size];
    if (tensor.hasRawData()) {
      ByteBuffer raw = raw(Double.BYTES);
      for (int i = 0; i < size; i++) {
        values[i] = (float) raw.getDouble();
      }
    } else {
      require(size, tensor.getDoubleDataCount(), "values");
      for (int i = 0; i < size; i++) {
        values[i] = (float) tensor.getDoubleData(i);
      }
    }
    return new Floats(dimensions, values);
  }

  private Wholes wholes(ByteBuffer raw, int bytes) {
    return wholes(
        size,
        bytes == Long.BYTES
            ? i -> raw.getLong(i * Long.BYTES)
            : bytes == Integer.BYTES ? i -> raw.getInt(i * Integer.BYTES) : raw::get);
  }

  private Wholes wholes(int found, IntToLongFunction value) {
    require(size, found, "values");
    return new Wholes(
        dimensions, IntStream.range(0, size).mapToObj(value::applyAsLong).toList());
  }
}
