package dev.plenum.backend.purejava.internal.layers;

import dev.plenum.backend.purejava.internal.memory.Aligned;
import dev.plenum.backend.purejava.internal.memory.FeatureMaps;
import org.jspecify.annotations.Nullable;

/**
 * A convolution with the max pool behind it. Forward, each row of the convolution is pooled while it
 * is in the cache and is never stored. Backward, only the winning cells have a gradient (a quarter
 * with windows of 2 × 2, and behind ReLU a fraction of that), so its convolutions run over lists of
 * these cells instead of all pixels.
 */
final class ConvPoolRun implements ImageRun {
  private final Connections connections;
  private final ConvForward convolution;
  private final MaxPooling pooling;
  private final float[][] convolved;
  private final float[][] pooled;
  /** The winning cells, image after image, rows × columns × padded channels; aligned. */
  private final float[] winners;

  private final @Nullable SparseConvBackward backward;

  ConvPoolRun(
      Connections connections, ConvForward convolution, MaxPooling pooling, Workers workers) {
    this.connections = connections;
    this.convolution = convolution;
    this.pooling = pooling;
    FeatureMaps output = connections.output();
    int bandRows = convolution.bandRows();
    int bands = (convolution.geometry().rows() + bandRows - 1) / bandRows;
    convolved = workers.scratch(bands * bandRows * convolution.rowLength());
    pooled = workers.scratch(output.width() * padded());
    winners = Aligned.array(output.images() * output.height() * output.width() * padded());
    Gradients outputGradient = connections.outputGradient();
    backward = outputGradient == null
        ? null
        : new SparseConvBackward(
            connections, convolution, pooling, winners, outputGradient, workers);
  }

  /** Channels rounded up to whole vectors. */
  private int padded() {
    return convolution.kernel().stride();
  }

  @Override
  public void prepare() {
    convolution.prepare();
  }

  @Override
  public void forward(int image, int worker) {
    FeatureMaps output = connections.output();
    float[] rows = convolved[worker];
    int computed = 0;
    for (int row = 0; row < output.height(); row++) {
      for (; computed < pooling.endRow(row); computed += convolution.bandRows()) {
        convolution.compute(
            image, computed, worker, rows, Aligned.START + computed * convolution.rowLength());
      }
      pooling.poolRow(
          row,
          rows,
          Aligned.START,
          convolution.rowLength(),
          convolution.windowStep(),
          padded(),
          pooled[worker],
          winners,
          Aligned.START + (image * output.height() + row) * output.width() * padded());
      output.copyRow(image, row, pooled[worker], Aligned.START, padded());
    }
  }

  @Override
  public @Nullable SparseConvBackward backward() {
    return backward;
  }
}
