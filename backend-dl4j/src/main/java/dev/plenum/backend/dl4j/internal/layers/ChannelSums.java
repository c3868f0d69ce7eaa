package dev.plenum.backend.dl4j.internal.layers;

import dev.plenum.backend.dl4j.internal.engine.Elementwise;
import dev.plenum.backend.dl4j.internal.engine.NativeMemory;
import dev.plenum.backend.dl4j.internal.engine.NativeOp;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Sums over a batch and all its pixels, channel by channel: products with rows of ones, which were 60
 * times as fast as ND4J's reductions. For images first over the rows of all of them, then along a row: two
 * shorter sums lose less to rounding than one.
 */
final class ChannelSums {
  private final INDArray rowOfOnes;
  private final INDArray columnSums;
  private final int channels;

  /** For arrays of that shape, which may be flat: (n, height, width, channels) or (n, units). */
  ChannelSums(long[] shape, NativeMemory memory) {
    channels = (int) shape[shape.length - 1];
    long width = shape.length == 4 ? shape[2] : 1;
    long elements = 1;
    for (long dimension : shape) {
      elements *= dimension;
    }
    long rows = elements / channels / width;
    rowOfOnes = memory.zeros(1, Math.max(rows, width));
    Elementwise.fill(1, rowOfOnes).run();
    columnSums = memory.zeros(1, width * channels);
  }

  /** Writes the sums of an array. */
  List<Runnable> of(INDArray array, INDArray sums) {
    long width = columnSums.length() / channels;
    long rows = array.length() / columnSums.length();
    return List.of(
        sum(NativeMemory.view(array, 0, rows, width * channels), columnSums),
        sum(
            NativeMemory.view(columnSums, 0, width, channels),
            NativeMemory.view(sums, 0, 1, channels)));
  }

  private Runnable sum(INDArray matrix, INDArray sums) {
    INDArray ones = NativeMemory.view(rowOfOnes, 0, 1, matrix.size(0));
    return new NativeOp("matmul", List.of(ones, matrix), List.of(sums));
  }
}
