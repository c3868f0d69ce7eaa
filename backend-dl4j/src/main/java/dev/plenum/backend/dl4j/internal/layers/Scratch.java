package dev.plenum.backend.dl4j.internal.layers;

import dev.plenum.backend.dl4j.internal.engine.NativeMemory;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Room for results in between: one array for all steps of a network, since they work one after another.
 * What a step leaves there is lost when it ends.
 */
public final class Scratch {
  private final NativeMemory memory;
  private final long length;
  private @Nullable INDArray room;

  /**
   * Takes no memory yet.
   *
   * @param length the number of elements of the largest array that {@link #like} is given
   */
  public Scratch(NativeMemory memory, long length) {
    this.memory = memory;
    this.length = length;
  }

  /** Room in the shape of an array. */
  INDArray like(INDArray array) {
    INDArray all = room;
    if (all == null) {
      all = memory.zeros(length);
      room = all;
    }
    return NativeMemory.view(all, 0, array.shape());
  }
}
