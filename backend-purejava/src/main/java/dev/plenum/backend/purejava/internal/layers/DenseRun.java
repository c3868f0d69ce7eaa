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
 * kernel. Backward, a unit is a block of inputs: the gradient of those inputs (computed for all images side by
 * side) and of the kernel's rows for them, a panel of outputs after the other.
 *
 * <p>What a product reads over and over is copied together first: where it lies, rows many values apart would
 * push each other out of the first-level cache. The left matrix of each product is copied so that its rows
 * lie side by side, which is what {@link Gemm} is fastest with.
 */
final class DenseRun implements LayerRun {
  /** At most; a batch is cut into equal parts. Each copies the kernel's blocks, so few large ones are better. */
  private static final int IMAGES_PER_UNIT = 128;

  private static final int OUTPUTS_PER_UNIT = 32;
  private static final int INPUTS_PER_UNIT = 30;
  /** As far apart are the inputs of two images in a block. */
  private static final int INPUTS_PER_ROW = 32;

  private static final int DEPTH_BLOCK = 128;
  /** With fewer images their values lie closer to one another as they are. */
  private static final int MIN_TRANSPOSED = 4;

  private final Connections connections;
  private final Workers workers;
  private final ActivationFunction activation;
  private final Parameter kernel;
  private final Parameter bias;
  private final int inputs;
  private final int outputs;
  private final int panels;
  private final float[][] scratch;
  /** A row that sums begin with. */
  private final float[] zeros;
  /** For each worker a block of the kernel, as it is or transposed, or of the inputs. */
  private final float[][] blocks;

  private final ImageColumns inputColumns;
  /** The gradient before the activation, without rows where no gradient of the inputs is needed. */
  private final ImageColumns gradientColumns;
  /** The same in panels of outputs, each images × outputs of the panel. */
  private final float[] gradientPanels;

  private final Phase transposition = this::transposeUnit;
  private final Phase forward = this::forwardUnit;
  private final Phase derivative = this::derivativeUnit;
  private final Phase backward = this::backwardUnit;
  private int count;
  private int imageParts;
  private boolean isTransposed;

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
    boolean trains = connections.outputGradient() != null;
    inputColumns = new ImageColumns(inputs, capacity);
    gradientColumns = new ImageColumns(connections.inputGradient() == null ? 0 : outputs, capacity);
    scratch = workers.scratch(
        Math.max(IMAGES_PER_UNIT * OUTPUTS_PER_UNIT, INPUTS_PER_UNIT * gradientColumns.stride()));
    blocks = workers.scratch(Math.max(
        DEPTH_BLOCK * OUTPUTS_PER_UNIT, trains ? Math.max(capacity, outputs) * INPUTS_PER_ROW : 0));
    zeros = new float[Math.max(gradientColumns.stride(), OUTPUTS_PER_UNIT)];
    gradientPanels = Aligned.array(trains ? panels * panelSize(capacity) : 0);
  }

  @Override
  public void forward(int count) {
    this.count = count;
    imageParts = (count + IMAGES_PER_UNIT - 1) / IMAGES_PER_UNIT;
    isTransposed = count >= MIN_TRANSPOSED;
    if (isTransposed) {
      workers.run(ImageColumns.lines(count), transposition);
    }
    workers.run(imageParts * panels, forward);
  }

  @Override
  public void backward(int count) {
    if (connections.outputGradient() == null) {
      return; // nothing before its output is trained, itself included
    }
    this.count = count;
    workers.run(ImageColumns.lines(count), derivative);
    workers.run((inputs + INPUTS_PER_UNIT - 1) / INPUTS_PER_UNIT + 1, backward);
  }

  private void transposeUnit(int unit, int worker) {
    inputColumns.copyLine(unit, connections.input(), count);
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
              isTransposed ? inputColumns.values() : input.data(),
              isTransposed
                  ? inputColumns.index(depth, firstImage)
                  : input.index(firstImage, 0, 0) + depth,
              isTransposed ? 1 : inputs,
              isTransposed ? inputColumns.stride() : 1,
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

  /** Takes some images' gradients back through the activation, and into panels and columns. */
  private void derivativeUnit(int unit, int worker) {
    FeatureMaps gradient = connections.requireOutputGradient().maps();
    FeatureMaps output = connections.output();
    int end = Math.min(ImageColumns.first(unit + 1), count);
    for (int image = ImageColumns.first(unit); image < end; image++) {
      activation.multiplyByDerivative(
          output.data(),
          output.index(image, 0, 0),
          gradient.data(),
          gradient.index(image, 0, 0),
          outputs,
          workers.kernels().elementwise());
      copyIntoPanels(gradient.data(), gradient.index(image, 0, 0), image);
    }
    if (connections.inputGradient() != null) {
      gradientColumns.copyLine(unit, gradient, count);
    }
  }

  private void copyIntoPanels(float[] gradient, int start, int image) {
    for (int panel = 0; panel < panels; panel++) {
      int firstOutput = panel * OUTPUTS_PER_UNIT;
      System.arraycopy(
          gradient,
          start + firstOutput,
          gradientPanels,
          Aligned.START + panel * panelSize(count) + image * OUTPUTS_PER_UNIT,
          Math.min(OUTPUTS_PER_UNIT, outputs - firstOutput));
    }
  }

  private static int panelSize(int images) {
    return images * OUTPUTS_PER_UNIT;
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
    float[] block = blocks[worker];
    for (int i = 0; i < size; i++) {
      int row = (firstInput + i) * kernel.stride();
      for (int o = 0; o < outputs; o++) {
        block[Aligned.START + o * INPUTS_PER_ROW + i] = kernel.values()[row + o];
      }
    }
    FeatureMaps inputGradient = connections.inputGradient().maps();
    float[] sums = scratch[worker];
    workers
        .gemm(worker)
        .multiplyAdd(
            size,
            Gemm.padded(count),
            outputs,
            block,
            Aligned.START,
            1,
            INPUTS_PER_ROW,
            gradientColumns.values(),
            gradientColumns.index(0, 0),
            gradientColumns.stride(),
            zeros,
            0,
            0,
            sums,
            Aligned.START,
            gradientColumns.stride());
    for (int image = 0; image < count; image++) {
      int target = inputGradient.index(image, 0, 0) + firstInput;
      for (int i = 0; i < size; i++) {
        inputGradient.data()[target + i] =
            sums[Aligned.START + i * gradientColumns.stride() + image];
      }
    }
  }

  private void gradientOfKernel(int firstInput, int size, int worker) {
    FeatureMaps input = connections.input();
    float[] block = blocks[worker];
    for (int image = 0; image < count; image++) {
      System.arraycopy(
          input.data(),
          input.index(image, 0, 0) + firstInput,
          block,
          Aligned.START + image * INPUTS_PER_ROW,
          size);
    }
    int start = firstInput * kernel.stride();
    for (int panel = 0; panel < panels; panel++) {
      int firstOutput = panel * OUTPUTS_PER_UNIT;
      workers
          .gemm(worker)
          .multiplyAdd(
              size,
              Math.min(OUTPUTS_PER_UNIT, kernel.stride() - firstOutput),
              count,
              block,
              Aligned.START,
              1,
              INPUTS_PER_ROW,
              gradientPanels,
              Aligned.START + panel * panelSize(count),
              OUTPUTS_PER_UNIT,
              zeros,
              0,
              0,
              kernel.gradient(),
              start + firstOutput,
              kernel.stride());
    }
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
