package dev.plenum.backend.purejava.internal.layers;

import dev.plenum.api.network.Shape;
import dev.plenum.backend.purejava.internal.memory.Border;
import dev.plenum.backend.purejava.internal.memory.FeatureMaps;
import dev.plenum.backend.purejava.internal.memory.Parameter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The gradient of a convolution's input.
 *
 * <p>Input row u (counted from the first row of padding) feeds the output rows o with u = o · stride +
 * k for a kernel row k. So all input rows with the same remainder r = u mod stride, a "phase", see the
 * same kernel rows k = r, r + stride, …, and their gradient is a convolution of stride 1 over the
 * output's gradient with those kernel rows in reverse: row u = q · stride + r sums over j the output
 * rows q − j with kernel row r + j · stride. The same holds for columns. With stride 1 there is one
 * phase and this is the well-known convolution with the flipped kernel.
 */
final class ConvDataGradient {
  private final List<StridePhase> phases = new ArrayList<>();

  ConvDataGradient(
      @Nullable Gradients inputGradient,
      FeatureMaps outputGradient,
      ConvGeometry geometry,
      Parameter kernel,
      Workers workers) {
    if (inputGradient == null) {
      return;
    }
    for (StrideRemainder remainder : StrideRemainder.of(
        geometry, inputGradient.maps().height(), inputGradient.maps().width())) {
      phases.add(new StridePhase(remainder, outputGradient, inputGradient, kernel, workers));
    }
  }

  /** The zeros that the output's gradient needs around it. */
  static Border border(ConvGeometry geometry, Shape input, Shape output) {
    return StrideRemainder.of(geometry, input.height(), input.width()).stream()
        .filter(StrideRemainder::hasTaps)
        .map(remainder -> Convolution.border(remainder.windows(), output))
        .reduce(Border.NONE, Border::union);
  }

  /** Takes the kernel as it is now. */
  void prepare() {
    phases.forEach(StridePhase::prepare);
  }

  /**
   * Computes one image's gradient, with the kernel that was prepared.
   *
   * @param outputPlace where its output's gradient lies
   */
  void run(int image, int outputPlace, int worker) {
    for (int i = 0; i < phases.size(); i++) { // an iterator would be an object for every image
      phases.get(i).run(image, outputPlace, worker);
    }
  }
}
