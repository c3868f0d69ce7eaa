package dev.plenum.backend.purejava.internal.layers;

import dev.plenum.backend.purejava.internal.memory.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Multiplies a batch normalisation into the kernel and the bias of the layer before it, for predicting:
 * with the scale s of each output channel, kernel ← kernel · s and bias ← (bias − mean) · s + beta. It does
 * so before a batch is predicted, and nothing with the images.
 */
final class FoldRun implements ImageRun {
  private final KernelAndBias own;
  private final BatchNorm norm;
  private final KernelAndBias folded;

  FoldRun(KernelAndBias own, BatchNorm norm) {
    this.own = own;
    this.norm = norm;
    Parameter kernel = own.kernel();
    folded = new KernelAndBias(
        Parameter.zeros(kernel.rows(), kernel.columns()), Parameter.zeros(1, kernel.columns()));
  }

  /** What the layer is to use in place of its own. */
  KernelAndBias folded() {
    return folded;
  }

  @Override
  public void prepare() {
    Parameter kernel = own.kernel();
    for (int c = 0; c < kernel.columns(); c++) {
      double scale = norm.movingScale(c);
      for (int i = c; i < kernel.rows() * kernel.stride(); i += kernel.stride()) {
        folded.kernel().values()[i] = (float) (kernel.values()[i] * scale);
      }
      folded.bias().values()[c] = (float) (own.bias().values()[c] * scale + norm.movingShift(c));
    }
  }

  @Override
  public void forward(int image, int worker) {}

  @Override
  public @Nullable ImageBackward backward() {
    return null;
  }
}
