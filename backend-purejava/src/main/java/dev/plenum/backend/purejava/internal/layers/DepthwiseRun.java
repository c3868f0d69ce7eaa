package dev.plenum.backend.purejava.internal.layers;

import dev.plenum.api.network.DepthwiseConv2D;
import dev.plenum.api.network.Shape;
import dev.plenum.backend.purejava.internal.kernels.Elementwise;
import dev.plenum.backend.purejava.internal.memory.FeatureMaps;
import dev.plenum.backend.purejava.internal.memory.Parameter;
import java.util.Arrays;
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
    repeated =
        multiplier == 1 ? null : new FeatureMaps(wide, windows.border(), workers.threads());
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
      for (int column = 0; column < output.width(); column++) {
        System.arraycopy(bias.values(), 0, output.data(), out + column * outputs, outputs);
      }
      for (int tap = 0; tap < windows.taps(); tap++) {
        elementwise.multiplyAddPixels(
            output.width(),
            outputs,
            input.data(),
            windows.index(input, place, row, tap),
            step,
            kernel.values(),
            tap * kernel.stride(),
            0,
            output.data(),
            out,
            outputs);
      }
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
    /** For each worker the gradient of the (repeated) input, with the border that windows hang into. */
    private final @Nullable FeatureMaps wideGradient;

    Backward(Shape wide, Workers workers) {
      sums = new KernelSums(kernel, bias, workers);
      wideGradient = connections.inputGradient() == null
          ? null
          : new FeatureMaps(wide, windows.border(), workers.threads());
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
      if (wideGradient != null) {
        giveBack(gradient, place, image, worker, wideGradient);
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
      float[] biasSum = sums.ofBias(slot);
      for (int column = 0; column < gradient.width(); column++) {
        elementwise.add(
            biasSum, 0, gradient.data(), g + column * outputs, biasSum, 0, outputs);
      }
    }

    private void giveBack(
        FeatureMaps gradient, int place, int image, int worker, FeatureMaps wide) {
      int size = wide.imageStride();
      int start = wide.imageStart(worker);
      Arrays.fill(wide.data(), start, start + size, 0f);
      int step = windows.window().strideX() * outputs;
      for (int row = 0; row < gradient.height(); row++) {
        for (int tap = 0; tap < windows.taps(); tap++) {
          elementwise.multiplyAddPixels(
              gradient.width(),
              outputs,
              gradient.data(),
              gradient.index(place, row, 0),
              outputs,
              kernel.values(),
              tap * kernel.stride(),
              0,
              wide.data(),
              windows.index(wide, worker, row, tap),
              step);
        }
      }
      Gradients target = Connections.requireTraining(connections.inputGradient());
      addMultiples(wide, worker, target.maps(), target.place(image, worker));
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
