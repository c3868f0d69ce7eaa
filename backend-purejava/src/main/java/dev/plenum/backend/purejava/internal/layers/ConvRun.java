package dev.plenum.backend.purejava.internal.layers;

import dev.plenum.backend.purejava.internal.memory.Aligned;
import dev.plenum.backend.purejava.internal.memory.FeatureMaps;
import org.jspecify.annotations.Nullable;

/** A convolution that is not followed by a pool; see {@link ConvPoolRun}. */
final class ConvRun implements ImageRun {
  private final Connections connections;
  private final ConvForward convolution;
  private final float[][] scratch;
  private final @Nullable ConvBackward backward;

  ConvRun(Connections connections, ConvForward convolution, Workers workers) {
    this.connections = connections;
    this.convolution = convolution;
    scratch = workers.scratch(convolution.bandRows() * convolution.rowLength());
    Gradients outputGradient = connections.outputGradient();
    backward = outputGradient == null
        ? null
        : new ConvBackward(connections, convolution, outputGradient, workers);
  }

  @Override
  public void prepare() {
    convolution.prepare();
  }

  @Override
  public void forward(int image, int worker) {
    FeatureMaps output = connections.output();
    float[] band = scratch[worker];
    for (int row = 0; row < output.height(); row += convolution.bandRows()) {
      convolution.compute(image, row, worker, band, Aligned.START);
      int rows = Math.min(convolution.bandRows(), output.height() - row);
      for (int i = 0; i < rows; i++) {
        output.copyRow(
            image,
            row + i,
            band,
            Aligned.START + i * convolution.rowLength(),
            convolution.windowStep());
      }
    }
  }

  @Override
  public @Nullable ConvBackward backward() {
    return backward;
  }
}
