package dev.plenum.backend.purejava.internal.layers;

import dev.plenum.backend.purejava.internal.kernels.Elementwise;
import dev.plenum.backend.purejava.internal.memory.FeatureMaps;
import org.jspecify.annotations.Nullable;

/** The sum of values, or their mean, with the activation behind it. */
final class SumRun implements ImageRun {
  private final Merging merging;
  private final float factor;
  private final ActivationFunction activation;
  private final Elementwise elementwise;

  /** Multiplies the sum by the factor, before the activation. */
  SumRun(Merging merging, float factor, ActivationFunction activation, Elementwise elementwise) {
    this.merging = merging;
    this.factor = factor;
    this.activation = activation;
    this.elementwise = elementwise;
  }

  @Override
  public void forward(int image, int worker) {
    FeatureMaps output = merging.output();
    for (int row = 0; row < output.height(); row++) {
      int out = output.index(image, row, 0);
      for (int i = 1; i < merging.inputs().size(); i++) {
        FeatureMaps a = i == 1 ? merging.inputs().get(0) : output;
        FeatureMaps b = merging.inputs().get(i);
        elementwise.add(
            a.data(),
            a.index(image, row, 0),
            b.data(),
            b.index(image, row, 0),
            output.data(),
            out,
            output.rowSize());
      }
      scale(output.data(), out, output.rowSize());
      activation.apply(output.data(), out, out + output.rowSize());
    }
  }

  private void scale(float[] values, int from, int count) {
    if (factor == 1f) {
      return;
    }
    for (int i = from; i < from + count; i++) {
      values[i] *= factor;
    }
  }

  @Override
  public @Nullable ImageBackward backward() {
    Gradients source = merging.outputGradient();
    ImageBackward distribute = merging.backward(this::giveBack);
    if (source == null || distribute == null) {
      return null;
    }
    return (image, slot, worker) -> {
      activation.multiplyByDerivative(
          merging.output(), image, source.maps(), source.place(image, worker), elementwise);
      distribute.run(image, slot, worker);
    };
  }

  private void giveBack(
      int input,
      int image,
      FeatureMaps gradient,
      int place,
      FeatureMaps target,
      int targetPlace,
      int worker) {
    target.copyImage(targetPlace, gradient, place);
    for (int row = 0; row < target.height(); row++) {
      scale(target.data(), target.index(targetPlace, row, 0), target.rowSize());
    }
  }
}
