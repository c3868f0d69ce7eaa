package dev.plenum.backend.purejava.internal.layers;

import dev.plenum.api.network.Shape;
import dev.plenum.api.network.Window;
import dev.plenum.backend.purejava.internal.memory.FeatureMaps;
import dev.plenum.backend.purejava.internal.memory.Parameter;
import dev.plenum.backend.purejava.internal.parallel.Phase;

/**
 * A convolution, forward; {@link ConvDataGradient} and {@link ConvKernelGradient} are its way back.
 *
 * <p>A unit is an image. One row of output pixels × all channels is summed in scratch memory that
 * stays in the first-level cache, as one matrix product per kernel row: the products' depth runs over
 * (kernel column, input channel), which are contiguous in the image as well as in the kernel. Then
 * the activation is applied and the row is stored.
 */
final class ConvRun implements LayerRun {
  private final Connections connections;
  private final Workers workers;
  private final ActivationFunction activation;
  private final Window window;
  private final int top;
  private final int left;
  private final Parameter kernel;
  private final Parameter bias;
  private final float[][] scratch;
  private final ConvDataGradient dataGradient;
  private final ConvKernelGradient kernelGradient;

  private final Phase forward = this::forwardImage;
  private final Phase backward = this::backwardImage;

  ConvRun(
      Connections connections,
      Window window,
      Shape input,
      Parameter kernel,
      Parameter bias,
      ActivationFunction activation,
      int capacity,
      Workers workers) {
    this.connections = connections;
    this.workers = workers;
    this.activation = activation;
    this.window = window;
    this.kernel = kernel;
    this.bias = bias;
    top = window.top(input);
    left = window.left(input);
    scratch = workers.scratch(connections.output().width() * kernel.stride());
    dataGradient = new ConvDataGradient(connections, window, input, kernel, workers);
    kernelGradient =
        new ConvKernelGradient(connections, window, input, kernel, bias, capacity, workers);
  }

  @Override
  public void forward(int count) {
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
    float[] sums = scratch[worker];
    for (int row = 0; row < output.height(); row++) {
      sumRow(image, row, worker, sums);
      activation.apply(sums, 0, output.width() * kernel.stride());
      for (int column = 0; column < output.width(); column++) {
        System.arraycopy(
            sums,
            column * kernel.stride(),
            output.data(),
            output.index(image, row, column),
            output.channels());
      }
    }
  }

  private void sumRow(int image, int row, int worker, float[] sums) {
    FeatureMaps input = connections.input();
    int pixels = connections.output().width();
    int depth = window.width() * input.channels();
    for (int column = 0; column < pixels; column++) {
      System.arraycopy(bias.values(), 0, sums, column * kernel.stride(), kernel.stride());
    }
    for (int ky = 0; ky < window.height(); ky++) {
      workers
          .gemm(worker)
          .multiplyAdd(
              pixels,
              kernel.stride(),
              depth,
              input.data(),
              input.index(image, row * window.strideY() - top + ky, -left),
              window.strideX() * input.channels(),
              1,
              kernel.values(),
              ky * depth * kernel.stride(),
              kernel.stride(),
              sums,
              0,
              kernel.stride());
    }
  }

  private void backwardImage(int image, int worker) {
    FeatureMaps output = connections.output();
    FeatureMaps gradient = connections.requireOutputGradient();
    for (int row = 0; row < output.height(); row++) {
      activation.multiplyByDerivative(
          output.data(),
          output.index(image, row, 0),
          gradient.data(),
          gradient.index(image, row, 0),
          output.rowSize());
    }
    kernelGradient.prepare(image);
    dataGradient.run(image, worker);
  }
}
