package dev.plenum.backend.purejava.internal.layers;

import dev.plenum.backend.purejava.internal.kernels.Elementwise;
import dev.plenum.backend.purejava.internal.memory.FeatureMaps;

/**
 * A convolution's way back.
 *
 * @param activation the convolution's
 * @param output what it put out
 * @param outputGradient the gradient of that
 * @param dataGradient computes the gradient of its input
 * @param kernelGradient computes those of its kernel and bias
 * @param elementwise multiplies by the activation's derivative
 */
record ConvBackward(
    ActivationFunction activation,
    FeatureMaps output,
    Gradients outputGradient,
    ConvDataGradient dataGradient,
    KernelGradient kernelGradient,
    Elementwise elementwise)
    implements ImageBackward {

  ConvBackward(
      Connections connections, ConvForward convolution, Gradients outputGradient, Workers workers) {
    this(
        convolution.activation(),
        connections.output(),
        outputGradient,
        new ConvDataGradient(
            connections.inputGradient(),
            outputGradient.maps(),
            convolution.geometry(),
            convolution.kernel(),
            workers),
        WinogradKernelGradient.suits(
                convolution.geometry(), connections.input(), convolution.kernel())
            ? new WinogradKernelGradient(
                convolution, connections.input(), outputGradient.maps(), workers)
            : new ConvKernelGradient(
                convolution, connections.input(), outputGradient.maps(), workers),
        workers.kernels().elementwise());
  }

  @Override
  public void prepare() {
    dataGradient.prepare();
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
    int place = outputGradient.place(image, worker);
    activation.multiplyByDerivative(output, image, outputGradient.maps(), place, elementwise);
    dataGradient.run(image, place, worker);
    kernelGradient.add(image, place, slot, worker);
  }

  @Override
  public void finish(int slot, int worker) {
    kernelGradient.finish(slot, worker);
  }

  @Override
  public void addSlots(int slots) {
    kernelGradient.addSlots(slots);
  }
}
