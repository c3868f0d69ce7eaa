package dev.plenum.backend.purejava.internal.layers;

import dev.plenum.backend.purejava.internal.memory.FeatureMaps;
import dev.plenum.backend.purejava.internal.parallel.Phase;

/**
 * A convolution's way back. A unit is one of the {@link Slots} of the batch: an image's gradients are
 * all computed while it is in the cache.
 */
final class ConvBackward {
  private final ActivationFunction activation;
  private final FeatureMaps output;
  private final FeatureMaps outputGradient;
  private final ConvDataGradient dataGradient;
  private final ConvKernelGradient kernelGradient;
  private final Workers workers;
  private final Phase slot = this::runSlot;
  private int count;

  ConvBackward(
      Connections connections,
      ConvForward convolution,
      FeatureMaps outputGradient,
      Workers workers) {
    this.outputGradient = outputGradient;
    this.workers = workers;
    activation = convolution.activation();
    output = connections.output();
    dataGradient = new ConvDataGradient(
        connections.inputGradient(),
        outputGradient,
        convolution.geometry(),
        convolution.kernel(),
        workers);
    kernelGradient =
        new ConvKernelGradient(convolution, connections.input(), outputGradient, workers);
  }

  void run(int count) {
    this.count = count;
    dataGradient.prepare();
    workers.run(kernelGradient.slots(), slot);
    kernelGradient.addSlots();
  }

  private void runSlot(int slot, int worker) {
    kernelGradient.clear(slot);
    int end = Slots.start(slot + 1, kernelGradient.slots(), count);
    for (int image = Slots.start(slot, kernelGradient.slots(), count); image < end; image++) {
      activation.multiplyByDerivative(output, outputGradient, image);
      dataGradient.run(image, worker);
      kernelGradient.add(image, slot, worker);
    }
  }
}
