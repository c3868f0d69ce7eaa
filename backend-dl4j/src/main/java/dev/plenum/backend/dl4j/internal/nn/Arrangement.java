package dev.plenum.backend.dl4j.internal.nn;

import dev.plenum.api.network.Shape;
import dev.plenum.backend.dl4j.internal.engine.NativeMemory;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * How images lie in memory: (n, c, h, w) here, since Deeplearning4j's layers are faster that way (50 ms a
 * batch against 70), and (n, h, w, c) in the api.
 */
final class Arrangement {
  private static final int IMAGES = 4;

  private Arrangement() {}

  /** A view of images (n, h, w, c) as (n, c, h, w); flat values as they are. */
  static INDArray channelsFirst(INDArray array) {
    return array.rank() == IMAGES ? array.permute(0, 3, 1, 2) : array;
  }

  /** A view of images (n, c, h, w) as (n, h, w, c); flat values as they are. */
  static INDArray channelsLast(INDArray array) {
    return array.rank() == IMAGES ? array.permute(0, 2, 3, 1) : array;
  }

  /** Values in the order of the api, which get another shape, as (n, c, h, w) or flat. */
  static INDArray reshaped(INDArray ordered, Shape target) {
    long[] shape = NativeMemory.batchShape(Math.toIntExact(ordered.size(0)), target.dimensions());
    return channelsFirst(ordered.dup('c').reshape('c', shape));
  }
}
