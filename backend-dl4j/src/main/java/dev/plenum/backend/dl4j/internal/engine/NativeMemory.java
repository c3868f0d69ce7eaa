package dev.plenum.backend.dl4j.internal.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.concurrency.AffinityManager;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Arrays outside the Java heap that are freed together, when this is closed, and not when a garbage
 * collection happens to come by. All are of single precision, the last dimension contiguous.
 */
public final class NativeMemory implements AutoCloseable {
  private static final char ROW_MAJOR = 'c';

  private final List<INDArray> arrays = new ArrayList<>();

  /** A new array of zeros, in no workspace; without dimensions a single one. */
  @SuppressWarnings("try") // opened to be closed again
  public INDArray zeros(long... shape) {
    try (MemoryWorkspace outside = Nd4j.getMemoryManager().scopeOutOfWorkspaces()) {
      INDArray array = Nd4j.create(DataType.FLOAT, shape, ROW_MAJOR);
      arrays.add(array);
      return array;
    }
  }

  /** Part of an array whose values lie one after another, seen in another shape. */
  public static INDArray view(INDArray array, long offset, long... shape) {
    return view(array, offset, shape, strides(shape));
  }

  /** The part of an array from {@code start} on along one dimension, {@code size} values long. */
  public static INDArray part(INDArray array, int dimension, long start, long size) {
    long[] shape = array.shape().clone();
    shape[dimension] = size;
    return view(array, start * array.stride(dimension), shape, array.stride());
  }

  /** Every so many-th part of an array along one dimension, from the first on. */
  public static INDArray every(int step, INDArray array, int dimension) {
    long[] shape = array.shape().clone();
    long[] strides = array.stride().clone();
    shape[dimension] = (shape[dimension] - 1) / step + 1;
    strides[dimension] *= step;
    return view(array, 0, shape, strides);
  }

  private static INDArray view(INDArray array, long offset, long[] shape, long[] strides) {
    return Nd4j.create(array.data(), shape, strides, array.offset() + offset, ROW_MAJOR);
  }

  private static long[] strides(long[] shape) {
    long[] strides = new long[shape.length];
    long stride = 1;
    for (int i = shape.length - 1; i >= 0; i--) {
      strides[i] = stride;
      stride *= shape[i];
    }
    return strides;
  }

  /** Fills an array with the values of {@code source} from {@code offset} on. */
  public static void write(float[] source, int offset, INDArray target) {
    pointer(target).put(source, offset, Math.toIntExact(target.length()));
    Nd4j.getAffinityManager().tagLocation(target, AffinityManager.Location.HOST);
  }

  /** Copies all values of an array to {@code target} from {@code offset} on. */
  public static void read(INDArray source, float[] target, int offset) {
    Nd4j.getAffinityManager().ensureLocation(source, AffinityManager.Location.HOST);
    pointer(source).get(target, offset, Math.toIntExact(source.length()));
  }

  private static FloatPointer pointer(INDArray array) {
    return (FloatPointer) array.data().addressPointer();
  }

  /** A copy of all values of an array. */
  public static float[] toArray(INDArray array) {
    float[] values = new float[Math.toIntExact(array.length())];
    read(array, values, 0);
    return values;
  }

  /** The shape of {@code count} samples. */
  public static long[] batchShape(int count, List<Integer> sample) {
    return LongStream.concat(LongStream.of(count), sample.stream().mapToLong(d -> d))
        .toArray();
  }

  @Override
  public void close() {
    arrays.forEach(INDArray::close);
    arrays.clear();
  }
}
