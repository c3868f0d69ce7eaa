package dev.plenum.backend.purejava.internal.layers;

import dev.plenum.backend.purejava.internal.kernels.Gemm;
import dev.plenum.backend.purejava.internal.memory.Aligned;
import dev.plenum.backend.purejava.internal.memory.FeatureMaps;
import dev.plenum.backend.purejava.internal.memory.Parameter;
import dev.plenum.backend.purejava.internal.parallel.Phase;
import java.util.Arrays;

/**
 * A fully connected layer, as matrix products over the whole batch.
 *
 * <p>Forward, a unit is a block of images by a panel of outputs; the depth is run through in blocks of the
 * kernel, which are copied together first: where its rows lie, many outputs apart, they would push each other
 * out of the first-level cache. Backward, a unit is a block of inputs: the
 * gradient of those inputs (computed for all images side by side, so that the kernel is read along
 * its rows and needs no transposed copy) and of the kernel's rows for them.
 */
final class DenseRun implements LayerRun {
  /** At most; a batch is cut into equal parts. Each copies the kernel's blocks, so few large ones are better. */
  private static final int IMAGES_PER_UNIT = 128;

  private static final int OUTPUTS_PER_UNIT = 32;
  private static final int INPUTS_PER_UNIT = 30;
  /** A cache line of the transposed gradient, so that no two threads write to the same one. */
  private static final int IMAGES_PER_LINE = 16;

  private static final int DEPTH_BLOCK = 128;

  private final Connections connections;
  private final Workers workers;
  private final ActivationFunction activation;
  private final Parameter kernel;
  private final Parameter bias;
  private final int inputs;
  private final int outputs;
  private final int panels;
  private final int imagesPadded;
  private final float[][] scratch;
  /** For each worker a block of the kernel. */
  private final float[][] blocks;
  /** The gradient before the activation, outputs × images. */
  private final float[] transposedGradient;

  private final Phase forward = this::forwardUnit;
  private final Phase derivative = this::derivativeUnit;
  private final Phase backward = this::backwardUnit;
  private int count;
  private int imageParts;

  DenseRun(
      Connections connections,
      Parameter kernel,
      Parameter bias,
      ActivationFunction activation,
      int capacity,
      Workers workers) {
    this.connections = connections;
    this.workers = workers;
    this.activation = activation;
    this.kernel = kernel;
    this.bias = bias;
    inputs = kernel.rows();
    outputs = kernel.columns();
    panels = (outputs + OUTPUTS_PER_UNIT - 1) / OUTPUTS_PER_UNIT;
    imagesPadded = Gemm.padded(capacity);
    scratch = workers.scratch(
        Math.max(IMAGES_PER_UNIT * OUTPUTS_PER_UNIT, INPUTS_PER_UNIT * imagesPadded));
    blocks = workers.scratch(DEPTH_BLOCK * OUTPUTS_PER_UNIT);
    transposedGradient =
        Aligned.array(connections.outputGradient() == null ? 0 : outputs * imagesPadded);
  }

  @Override
  public void forward(int count) {
    this.count = count;
    imageParts = (count + IMAGES_PER_UNIT - 1) / IMAGES_PER_UNIT;
    workers.run(imageParts * panels, forward);
  }

  @Override
  public void backward(int count) {
    if (connections.outputGradient() == null) {
      return; // nothing before its output is trained, itself included
    }
    this.count = count;
    workers.run((imagesPadded + IMAGES_PER_LINE - 1) / IMAGES_PER_LINE, derivative);
    workers.run((inputs + INPUTS_PER_UNIT - 1) / INPUTS_PER_UNIT + 1, backward);
  }

  private void forwardUnit(int unit, int worker) {
    int firstImage = firstImage(unit / panels);
    int firstOutput = unit % panels * OUTPUTS_PER_UNIT;
    int images = firstImage(unit / panels + 1) - firstImage;
    int columns = Math.min(OUTPUTS_PER_UNIT, kernel.stride() - firstOutput);
    FeatureMaps input = connections.input();
    float[] sums = scratch[worker];
    for (int i = 0; i < images; i++) {
      int row = Aligned.START + i * OUTPUTS_PER_UNIT;
      System.arraycopy(bias.values(), firstOutput, sums, row, columns);
    }
    float[] block = blocks[worker];
    for (int depth = 0; depth < inputs; depth += DEPTH_BLOCK) {
      int height = Math.min(DEPTH_BLOCK, inputs - depth);
      for (int i = 0; i < height; i++) {
        int row = (depth + i) * kernel.stride() + firstOutput;
        System.arraycopy(kernel.values(), row, block, Aligned.START + i * columns, columns);
      }
      workers
          .gemm(worker)
          .multiplyAdd(
              images,
              columns,
              height,
              input.data(),
              input.index(firstImage, 0, 0) + depth,
              inputs,
              1,
              block,
              Aligned.START,
              columns,
              sums,
              Aligned.START,
              OUTPUTS_PER_UNIT);
    }
    FeatureMaps output = connections.output();
    int width = Math.min(OUTPUTS_PER_UNIT, outputs - firstOutput);
    for (int i = 0; i < images; i++) {
      int row = Aligned.START + i * OUTPUTS_PER_UNIT;
      activation.apply(sums, row, row + width);
      System.arraycopy(
          sums, row, output.data(), output.index(firstImage + i, 0, 0) + firstOutput, width);
    }
  }

  private int firstImage(int part) {
    return part * count / imageParts;
  }

  /** Takes some images' gradients back through the activation, and into columns of the transpose. */
  private void derivativeUnit(int unit, int worker) {
    int first = unit * IMAGES_PER_LINE;
    int end = Math.min(first + IMAGES_PER_LINE, imagesPadded);
    FeatureMaps gradient = connections.requireOutputGradient().maps();
    FeatureMaps output = connections.output();
    for (int image = first; image < Math.min(end, count); image++) {
      activation.multiplyByDerivative(
          output.data(),
          output.index(image, 0, 0),
          gradient.data(),
          gradient.index(image, 0, 0),
          outputs,
          workers.kernels().elementwise());
    }
    for (int o = 0; o < outputs; o++) {
      for (int image = first; image < end; image++) {
        transposedGradient[Aligned.START + o * imagesPadded + image] =
            image < count ? gradient.data()[gradient.index(image, 0, 0) + o] : 0f;
      }
    }
  }

  private void backwardUnit(int unit, int worker) {
    if (unit == 0) {
      if (bias.hasGradient()) {
        sumBiasGradient();
      }
      return;
    }
    int firstInput = (unit - 1) * INPUTS_PER_UNIT;
    int size = Math.min(INPUTS_PER_UNIT, inputs - firstInput);
    gradientOfInputs(firstInput, size, worker);
    gradientOfKernel(firstInput, size, worker);
  }

  private void gradientOfInputs(int firstInput, int size, int worker) {
    if (connections.inputGradient() == null) {
      return;
    }
    FeatureMaps inputGradient = connections.inputGradient().maps();
    float[] sums = scratch[worker];
    int columns = Gemm.padded(count);
    Arrays.fill(sums, Aligned.START, Aligned.START + size * imagesPadded, 0f);
    workers
        .gemm(worker)
        .multiplyAdd(
            size,
            columns,
            outputs,
            kernel.values(),
            firstInput * kernel.stride(),
            kernel.stride(),
            1,
            transposedGradient,
            Aligned.START,
            imagesPadded,
            sums,
            Aligned.START,
            imagesPadded);
    for (int image = 0; image < count; image++) {
      int target = inputGradient.index(image, 0, 0) + firstInput;
      for (int i = 0; i < size; i++) {
        inputGradient.data()[target + i] = sums[Aligned.START + i * imagesPadded + image];
      }
    }
  }

  private void gradientOfKernel(int firstInput, int size, int worker) {
    FeatureMaps input = connections.input();
    FeatureMaps gradient = connections.requireOutputGradient().maps();
    int start = firstInput * kernel.stride();
    Arrays.fill(kernel.gradient(), start, start + size * kernel.stride(), 0f);
    workers
        .gemm(worker)
        .multiplyAdd(
            size,
            kernel.stride(),
            count,
            input.data(),
            input.index(0, 0, 0) + firstInput,
            1,
            inputs,
            gradient.data(),
            gradient.index(0, 0, 0),
            outputs,
            kernel.gradient(),
            start,
            kernel.stride());
    kernel.clearGradientPadding(firstInput, firstInput + size);
  }

  private void sumBiasGradient() {
    FeatureMaps gradient = connections.requireOutputGradient().maps();
    float[] sum = bias.gradient();
    Arrays.fill(sum, 0f);
    for (int image = 0; image < count; image++) {
      int start = gradient.index(image, 0, 0);
      for (int o = 0; o < outputs; o++) {
        sum[o] += gradient.data()[start + o];
      }
    }
  }
}
