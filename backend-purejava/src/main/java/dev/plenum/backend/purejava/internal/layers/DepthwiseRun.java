package dev.plenum.backend.purejava.internal.layers;

import dev.plenum.api.network.DepthwiseConv2D;
import dev.plenum.api.network.Shape;
import dev.plenum.backend.purejava.internal.kernels.Elementwise;
import dev.plenum.backend.purejava.internal.memory.FeatureMaps;
import dev.plenum.backend.purejava.internal.memory.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * A convolution of each channel by itself, tap by tap: the kernel is a row of (channel, multiple) for each
 * tap. Where a channel becomes several, the input is first copied with each channel as often.
 */
final class DepthwiseRun implements ImageRun {
  private final Connections connections;
  private final WindowMaps windows;
  private final int multiplier;
  private final Parameter kernel;
  private final Parameter bias;
  private final ActivationFunction activation;
  private final Elementwise elementwise;
  private final int outputs;
  /** Where each tap lies in the input, from the first tap on. */
  private final int[] taps;

  /** For each worker an image with each channel as often as it is used; null where that is once. */
  private final @Nullable FeatureMaps repeated;

  private final @Nullable Backward backward;

  DepthwiseRun(
      Connections connections,
      DepthwiseConv2D spec,
      Shape input,
      Parameter kernel,
      Parameter bias,
      ActivationFunction activation,
      Workers workers) {
    this.connections = connections;
    this.kernel = kernel;
    this.bias = bias;
    this.activation = activation;
    windows = new WindowMaps(spec.window(), input);
    multiplier = spec.multiplier();
    elementwise = workers.kernels().elementwise();
    outputs = kernel.columns();
    Shape wide = Shape.of(input.height(), input.width(), outputs);
    repeated = multiplier == 1 ? null : new FeatureMaps(wide, windows.border(), workers.threads());
    taps = windows.tapsFromFirst(repeated == null ? connections.input() : repeated);
    backward = connections.outputGradient() == null ? null : new Backward(wide, workers);
  }

  @Override
  public void forward(int image, int worker) {
    FeatureMaps input = source(image, worker);
    int place = repeated == null ? image : worker;
    FeatureMaps output = connections.output();
    int step = windows.window().strideX() * outputs;
    for (int row = 0; row < output.height(); row++) {
      int out = output.index(image, row, 0);
      elementwise.sumTaps(
          output.width(),
          outputs,
          taps,
          input.data(),
          windows.index(input, place, row, 0),
          step,
          kernel.values(),
          kernel.stride(),
          bias.values(),
          output.data(),
          out,
          outputs);
      activation.apply(output.data(), out, out + output.rowSize());
    }
  }

  /** The maps to read, at the image's number or the worker's; fills them where they are the worker's. */
  private FeatureMaps source(int image, int worker) {
    FeatureMaps input = connections.input();
    if (repeated == null) {
      return input;
    }
    for (int row = 0; row < input.height(); row++) {
      int from = input.index(image, row, 0);
      int to = repeated.index(worker, row, 0);
      for (int i = 0; i < repeated.rowSize(); i++) {
        repeated.data()[to + i] = input.data()[from + i / multiplier];
      }
    }
    return repeated;
  }

  @Override
  public @Nullable ImageBackward backward() {
    return backward;
  }

  /** The way back. */
  private final class Backward implements ImageBackward {
    private final KernelSums sums;
    private final @Nullable DepthwiseDataGradient dataGradient;

    Backward(Shape wide, Workers workers) {
      sums = new KernelSums(kernel, bias, workers);
      dataGradient = connections.inputGradient() == null
          ? null
          : new DepthwiseDataGradient(windows, wide, kernel, workers);
    }

    @Override
    public int maxSlots() {
      return sums.slots();
    }

    @Override
    public void clear(int slot) {
      sums.clear(slot);
    }

    @Override
    public void addSlots(int slots) {
      sums.addSlots(slots);
    }

    @Override
    public void run(int image, int slot, int worker) {
      Gradients outputGradient = connections.requireOutputGradient();
      FeatureMaps gradient = outputGradient.maps();
      int place = outputGradient.place(image, worker);
      activation.multiplyByDerivative(connections.output(), image, gradient, place, elementwise);
      FeatureMaps input = source(image, worker);
      int inputPlace = repeated == null ? image : worker;
      for (int row = 0; row < gradient.height(); row++) {
        addKernelRow(gradient, place, row, input, inputPlace, slot);
      }
      if (dataGradient != null) {
        Gradients target = Connections.requireTraining(connections.inputGradient());
        FeatureMaps wide = dataGradient.compute(gradient, place, worker);
        addMultiples(wide, worker, target.maps(), target.place(image, worker));
      }
    }

    private void addKernelRow(
        FeatureMaps gradient, int place, int row, FeatureMaps input, int inputPlace, int slot) {
      int g = gradient.index(place, row, 0);
      int step = windows.window().strideX() * outputs;
      for (int tap = 0; tap < windows.taps(); tap++) {
        elementwise.multiplyAddPixels(
            gradient.width(),
            outputs,
            input.data(),
            windows.index(input, inputPlace, row, tap),
            step,
            gradient.data(),
            g,
            outputs,
            sums.ofKernel(slot),
            tap * kernel.stride(),
            0);
      }
      if (!bias.hasGradient()) {
        return;
      }
      float[] biasSum = sums.ofBias(slot);
      for (int column = 0; column < gradient.width(); column++) {
        elementwise.add(biasSum, 0, gradient.data(), g + column * outputs, biasSum, 0, outputs);
      }
    }

    private void addMultiples(FeatureMaps wide, int worker, FeatureMaps target, int place) {
      if (multiplier == 1) {
        target.copyImage(place, wide, worker);
        return;
      }
      for (int row = 0; row < target.height(); row++) {
        int from = wide.index(worker, row, 0);
        int to = target.index(place, row, 0);
        for (int i = 0; i < target.rowSize(); i++) {
          float sum = 0f;
          for (int m = 0; m < multiplier; m++) {
            sum += wide.data()[from + i * multiplier + m];
          }
          target.data()[to + i] = sum;
        }
      }
    }
  }
}
