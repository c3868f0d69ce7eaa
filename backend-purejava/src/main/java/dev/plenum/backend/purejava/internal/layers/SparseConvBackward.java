package dev.plenum.backend.purejava.internal.layers;

import dev.plenum.backend.purejava.internal.memory.FeatureMaps;
import dev.plenum.backend.purejava.internal.parallel.Phase;
import org.jspecify.annotations.Nullable;

/** {@link ConvBackward} where the gradient is sparse: behind a max pool. */
final class SparseConvBackward {
  private final ActivationFunction activation;
  private final FeatureMaps output;
  private final FeatureMaps outputGradient;
  private final SparseGradient[] gradients;
  private final @Nullable SparseDataGradient dataGradient;
  private final SparseKernelGradient kernelGradient;
  private final Workers workers;
  private final Phase slot = this::runSlot;
  private int count;

  /**
   * The way back.
   *
   * @param winners see {@link SparseGradient#fill}
   */
  SparseConvBackward(
      Connections connections,
      ConvForward convolution,
      MaxPooling pooling,
      float[] winners,
      FeatureMaps outputGradient,
      Workers workers) {
    this.outputGradient = outputGradient;
    this.workers = workers;
    activation = convolution.activation();
    output = connections.output();
    gradients = new SparseGradient[workers.threads()];
    for (int i = 0; i < gradients.length; i++) {
      gradients[i] = new SparseGradient(outputGradient, pooling, winners);
    }
    FeatureMaps inputGradient = connections.inputGradient();
    dataGradient = inputGradient == null
        ? null
        : new SparseDataGradient(
            convolution.geometry(), inputGradient, convolution.kernel(), workers);
    kernelGradient = new SparseKernelGradient(convolution, connections.input(), workers);
  }

  void run(int count) {
    this.count = count;
    if (dataGradient != null) {
      dataGradient.prepare();
    }
    workers.run(kernelGradient.slots(), slot);
    kernelGradient.addSlots();
  }

  private void runSlot(int slot, int worker) {
    SparseGradient gradient = gradients[worker];
    kernelGradient.clear(slot);
    int end = Slots.start(slot + 1, kernelGradient.slots(), count);
    for (int image = Slots.start(slot, kernelGradient.slots(), count); image < end; image++) {
      // The largest value of a window is the convolution's output at the winning cell.
      activation.multiplyByDerivative(output, outputGradient, image);
      gradient.fill(image);
      if (dataGradient != null) {
        dataGradient.run(gradient, image, worker);
      }
      kernelGradient.add(gradient, image, slot);
    }
  }
}
