package dev.plenum.backend.purejava.internal.layers;

import dev.plenum.backend.purejava.internal.memory.FeatureMaps;
import dev.plenum.backend.purejava.internal.parallel.Phase;
import org.jspecify.annotations.Nullable;

/** A convolution that is not followed by a pool; see {@link ConvPoolRun}. A unit is an image. */
final class ConvRun implements LayerRun {
  private final Connections connections;
  private final Workers workers;
  private final ConvForward convolution;
  private final float[][] scratch;
  private final @Nullable ConvBackward backward;
  private final Phase forward = this::forwardImage;

  ConvRun(Connections connections, ConvForward convolution, Workers workers) {
    this.connections = connections;
    this.convolution = convolution;
    this.workers = workers;
    scratch = workers.scratch(convolution.bandRows() * convolution.rowLength());
    FeatureMaps outputGradient = connections.outputGradient();
    backward = outputGradient == null
        ? null
        : new ConvBackward(connections, convolution, outputGradient, workers);
  }

  @Override
  public void forward(int count) {
    convolution.prepare();
    workers.run(count, forward);
  }

  @Override
  public void backward(int count) {
    Connections.requireTraining(backward).run(count);
  }

  private void forwardImage(int image, int worker) {
    FeatureMaps output = connections.output();
    float[] band = scratch[worker];
    for (int row = 0; row < output.height(); row += convolution.bandRows()) {
      convolution.compute(image, row, worker, band, 0);
      int rows = Math.min(convolution.bandRows(), output.height() - row);
      for (int i = 0; i < rows; i++) {
        output.copyRow(
            image,
            row + i,
            band,
            i * convolution.rowLength(),
            convolution.kernel().stride());
      }
    }
  }
}
