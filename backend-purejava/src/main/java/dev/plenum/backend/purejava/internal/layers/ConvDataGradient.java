package dev.plenum.backend.purejava.internal.layers;

import dev.plenum.backend.purejava.internal.memory.Border;
import dev.plenum.backend.purejava.internal.memory.FeatureMaps;
import dev.plenum.backend.purejava.internal.memory.Parameter;
import java.util.ArrayList;
import java.util.List;

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
      Connections connections, ConvGeometry geometry, Parameter kernel, Workers workers) {
    FeatureMaps inputGradient = connections.inputGradient();
    FeatureMaps gradient = connections.outputGradient();
    if (inputGradient == null || gradient == null) {
      return;
    }
    for (int y = 0; y < geometry.strideY(); y++) {
      for (int x = 0; x < geometry.strideX(); x++) {
        StridePhase phase =
            new StridePhase(y, x, geometry, gradient, inputGradient, kernel, workers);
        if (phase.rows() > 0 && phase.columns() > 0) {
          phases.add(phase);
        }
      }
    }
  }

  /** The zeros that the output's gradient needs around it. */
  static Border border(ConvGeometry geometry, int inputHeight, int inputWidth) {
    int before = (geometry.height() - 1) / geometry.strideY();
    int beforeX = (geometry.width() - 1) / geometry.strideX();
    int lastRow = (inputHeight - 1 - geometry.firstRow()) / geometry.strideY();
    int lastColumn = (inputWidth - 1 - geometry.firstColumn()) / geometry.strideX();
    return new Border(
        before,
        beforeX,
        Math.max(0, lastRow - (geometry.rows() - 1)),
        Math.max(0, lastColumn - (geometry.columns() - 1)));
  }

  /** Takes the kernel as it is now. */
  void prepare() {
    phases.forEach(StridePhase::prepare);
  }

  /** Computes one image's gradient, with the kernel that was prepared. */
  void run(int image, int worker) {
    for (StridePhase phase : phases) {
      phase.run(image, worker);
    }
  }
}
