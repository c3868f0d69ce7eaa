package dev.plenum.backend.purejava.internal.layers;

import dev.plenum.backend.purejava.internal.memory.FeatureMaps;
import dev.plenum.backend.purejava.internal.parallel.Phase;

/** A convolution that is not followed by a pool; see {@link ConvPoolRun}. A unit is an image. */
final class ConvRun implements LayerRun {
  private final Connections connections;
  private final Workers workers;
  private final ConvForward convolution;
  private final float[][] scratch;
  private final ConvDataGradient dataGradient;
  private final ConvKernelGradient kernelGradient;

  private final Phase forward = this::forwardImage;
  private final Phase backward = this::backwardImage;

  ConvRun(Connections connections, ConvForward convolution, int capacity, Workers workers) {
    this.connections = connections;
    this.convolution = convolution;
    this.workers = workers;
    scratch = workers.scratch(convolution.bandRows() * convolution.rowLength());
    dataGradient =
        new ConvDataGradient(connections, convolution.geometry(), convolution.kernel(), workers);
    kernelGradient = new ConvKernelGradient(
        connections,
        convolution.geometry(),
        convolution.kernel(),
        convolution.bias(),
        capacity,
        workers);
  }

  @Override
  public void forward(int count) {
    convolution.prepare();
    workers.run(count, forward);
  }

  @Override
  public void backward(int count) {
    dataGradient.prepare();
    workers.run(count, backward);
    kernelGradient.run(count);
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

  private void backwardImage(int image, int worker) {
    convolution
        .activation()
        .multiplyByDerivative(connections.output(), connections.requireOutputGradient(), image);
    kernelGradient.prepare(image);
    dataGradient.run(image, worker);
  }
}
