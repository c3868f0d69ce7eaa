package dev.plenum.backend.purejava.internal.layers;

import dev.plenum.api.network.Conv2D;
import dev.plenum.api.network.Shape;
import dev.plenum.backend.purejava.internal.kernels.Elementwise;
import dev.plenum.backend.purejava.internal.kernels.Gemm;
import dev.plenum.backend.purejava.internal.memory.Aligned;
import dev.plenum.backend.purejava.internal.memory.FeatureMaps;
import dev.plenum.backend.purejava.internal.memory.Parameter;
import dev.plenum.backend.purejava.internal.parallel.Phase;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A dilated convolution, whose stride is 1, as a matrix product for each tap: its pixels are not
 * neighbours, so that no product can run over several.
 */
final class DilatedConvRun implements ImageRun {
  private final Connections connections;
  private final WindowMaps windows;
  private final Parameter kernel;
  private final Parameter bias;
  private final ActivationFunction activation;
  private final Workers workers;
  private final int inputs;
  private final float[][] rows;
  private final @Nullable Backward backward;

  DilatedConvRun(
      Connections connections,
      Conv2D spec,
      Shape input,
      Parameter kernel,
      Parameter bias,
      ActivationFunction activation,
      Workers workers) {
    this.connections = connections;
    this.kernel = kernel;
    this.bias = bias;
    this.activation = activation;
    this.workers = workers;
    windows = new WindowMaps(spec.window(), input);
    inputs = input.channels();
    rows = workers.scratch(windows.columns() * kernel.stride());
    backward = connections.outputGradient() == null ? null : new Backward(input);
  }

  @Override
  public void forward(int image, int worker) {
    FeatureMaps input = connections.input();
    FeatureMaps output = connections.output();
    float[] sums = rows[worker];
    for (int row = 0; row < output.height(); row++) {
      for (int column = 0; column < output.width(); column++) {
        int to = Aligned.START + column * kernel.stride();
        System.arraycopy(bias.values(), 0, sums, to, kernel.stride());
      }
      for (int tap = 0; tap < windows.taps(); tap++) {
        workers
            .gemm(worker)
            .multiplyAdd(
                output.width(),
                kernel.stride(),
                inputs,
                input.data(),
                windows.index(input, image, row, tap),
                inputs,
                1,
                kernel.values(),
                tap * inputs * kernel.stride(),
                kernel.stride(),
                sums,
                Aligned.START,
                kernel.stride());
      }
      output.copyRow(image, row, sums, Aligned.START, kernel.stride());
    }
    activation.apply(output, image);
  }

  @Override
  public @Nullable ImageBackward backward() {
    return backward;
  }

  /** The way back. */
  private final class Backward implements ImageBackward {
    private final KernelSums sums = new KernelSums(kernel, bias, workers);
    private final Elementwise elementwise = workers.kernels().elementwise();
    private final int padded = Gemm.padded(inputs);
    /** [tap][output][padded input]. */
    private final float[] transposed = new float[windows.taps() * kernel.columns() * padded];
    /** For each worker the input's gradient with padded channels; null where nobody needs it. */
    private final @Nullable FeatureMaps wide;

    private final Phase transpose = this::transposeTap;

    Backward(Shape input) {
      wide = connections.inputGradient() == null
          ? null
          : new FeatureMaps(
              Shape.of(input.height(), input.width(), padded), windows.border(), workers.threads());
    }

    @Override
    public void prepare() {
      if (wide != null) {
        workers.run(windows.taps(), transpose);
      }
    }

    private void transposeTap(int tap, int worker) {
      for (int ci = 0; ci < inputs; ci++) {
        int from = (tap * inputs + ci) * kernel.stride();
        for (int co = 0; co < kernel.columns(); co++) {
          transposed[(tap * kernel.columns() + co) * padded + ci] = kernel.values()[from + co];
        }
      }
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
      for (int row = 0; row < gradient.height(); row++) {
        addKernelRow(image, gradient, gradient.index(place, row, 0), row, slot, worker);
      }
      if (wide != null) {
        giveBack(gradient, place, image, worker, wide);
      }
    }

    private void addKernelRow(
        int image, FeatureMaps gradient, int g, int row, int slot, int worker) {
      FeatureMaps input = connections.input();
      for (int tap = 0; tap < windows.taps(); tap++) {
        workers
            .gemm(worker)
            .multiplyAdd(
                inputs,
                kernel.stride(),
                gradient.width(),
                input.data(),
                windows.index(input, image, row, tap),
                1,
                inputs,
                gradient.data(),
                g,
                gradient.channels(),
                sums.ofKernel(slot),
                tap * inputs * kernel.stride(),
                kernel.stride());
      }
      if (!bias.hasGradient()) {
        return;
      }
      float[] biasSum = sums.ofBias(slot);
      for (int column = 0; column < gradient.width(); column++) {
        int from = g + column * gradient.channels();
        elementwise.add(biasSum, 0, gradient.data(), from, biasSum, 0, gradient.channels());
      }
    }

    private void giveBack(
        FeatureMaps gradient, int place, int image, int worker, FeatureMaps wide) {
      int start = wide.imageStart(worker);
      Arrays.fill(wide.data(), start, start + wide.imageStride(), 0f);
      for (int row = 0; row < gradient.height(); row++) {
        for (int tap = 0; tap < windows.taps(); tap++) {
          workers
              .gemm(worker)
              .multiplyAdd(
                  gradient.width(),
                  padded,
                  gradient.channels(),
                  gradient.data(),
                  gradient.index(place, row, 0),
                  gradient.channels(),
                  1,
                  transposed,
                  tap * kernel.columns() * padded,
                  padded,
                  wide.data(),
                  windows.index(wide, worker, row, tap),
                  padded);
        }
      }
      Gradients target = Connections.requireTraining(connections.inputGradient());
      int targetPlace = target.place(image, worker);
      for (int row = 0; row < target.maps().height(); row++) {
        target.maps().copyRow(targetPlace, row, wide.data(), wide.index(worker, row, 0), padded);
      }
    }
  }
}
