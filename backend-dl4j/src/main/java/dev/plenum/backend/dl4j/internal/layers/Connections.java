package dev.plenum.backend.dl4j.internal.layers;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The arrays around a step. Without a gradient of the output the step never goes backward: in a network
 * that only predicts, or where nothing before it is trained.
 *
 * @param reads what it reads: one value, or those that a merge reads
 * @param writes what it writes
 */
public record Connections(List<Variable> reads, Variable writes) {

  /** Copies the list. */
  public Connections {
    reads = List.copyOf(reads);
  }

  /** What a layer reads. */
  INDArray input() {
    return reads.get(0).values();
  }

  /** What a layer writes. */
  INDArray output() {
    return writes.values();
  }

  /** What a layer writes going backward; null where nobody needs it. */
  @Nullable
  INDArray inputGradient() {
    return reads.get(0).gradient();
  }

  /** What a layer writes going backward, where it must. */
  INDArray requireInputGradient() {
    return reads.get(0).requireGradient();
  }

  /** The gradient of the output, where the step goes backward. */
  INDArray requireOutputGradient() {
    return writes.requireGradient();
  }

  boolean goesBackward() {
    return writes.gradient() != null;
  }

  /** The number of images. */
  int count() {
    return (int) input().size(0);
  }
}
