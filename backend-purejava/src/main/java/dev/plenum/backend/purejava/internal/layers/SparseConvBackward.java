package dev.plenum.backend.purejava.internal.layers;

import dev.plenum.backend.purejava.internal.kernels.Elementwise;
import dev.plenum.backend.purejava.internal.memory.FeatureMaps;
import org.jspecify.annotations.Nullable;

/** {@link ConvBackward} where the gradient is sparse: behind a max pool. */
final class SparseConvBackward implements ImageBackward {
  private final ActivationFunction activation;
  private final FeatureMaps output;
  private final Gradients outputGradient;
  private final SparseGradient[] gradients;
  private final @Nullable SparseDataGradient dataGradient;
  private final SparseKernelGradient kernelGradient;
  private final Elementwise elementwise;

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
      Gradients outputGradient,
      Workers workers) {
    this.outputGradient = outputGradient;
    activation = convolution.activation();
    output = connections.output();
    elementwise = workers.kernels().elementwise();
    gradients = new SparseGradient[workers.threads()];
    for (int i = 0; i < gradients.length; i++) {
      gradients[i] = new SparseGradient(outputGradient.maps(), pooling, winners, elementwise);
    }
    Gradients inputGradient = connections.inputGradient();
    dataGradient = inputGradient == null
        ? null
        : new SparseDataGradient(
            convolution.geometry(), inputGradient, convolution.kernel(), workers);
    kernelGradient = new SparseKernelGradient(convolution, connections.input(), workers);
  }

  @Override
  public void prepare() {
    if (dataGradient != null) {
      dataGradient.prepare();
    }
  }

  @Override
  public int maxSlots() {
    return kernelGradient.slots();
  }

  @Override
  public void clear(int slot) {
    kernelGradient.clear(slot);
  }

  @Override
  public void run(int image, int slot, int worker) {
    SparseGradient gradient = gradients[worker];
    // The largest value of a window is the convolution's output at the winning cell.
    int place = outputGradient.place(image, worker);
    activation.multiplyByDerivative(output, image, outputGradient.maps(), place, elementwise);
    gradient.fill(image, place);
    if (dataGradient != null) {
      dataGradient.run(gradient, image, worker);
    }
    kernelGradient.add(gradient, image, slot);
  }

  @Override
  public void addSlots(int slots) {
    kernelGradient.addSlots(slots);
  }
}
