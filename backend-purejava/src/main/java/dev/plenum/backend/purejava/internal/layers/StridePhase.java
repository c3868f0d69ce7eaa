package dev.plenum.backend.purejava.internal.layers;

import dev.plenum.backend.purejava.internal.kernels.Gemm;
import dev.plenum.backend.purejava.internal.memory.FeatureMaps;
import dev.plenum.backend.purejava.internal.memory.Parameter;
import dev.plenum.backend.purejava.internal.parallel.Phase;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The part of {@link ConvDataGradient} for the input pixels with one remainder of the strides. */
final class StridePhase {
  private final int remainderY;
  private final int remainderX;
  private final ConvGeometry geometry;
  private final FeatureMaps inputGradient;
  private final Parameter kernel;
  private final Workers workers;
  private final int padded;
  private final int firstRow;
  private final int firstColumn;
  private final int rows;
  private final int columns;
  private final int tapsY;
  private final int tapsX;
  /** [kernel row in reverse][kernel column in reverse][output][padded input channel]. */
  private final float[] flipped;
  /** Null where no window reaches these pixels: their gradient is zero. */
  private final @Nullable Convolution convolution;

  private final float[][] scratch;
  private final Phase flip = this::flipTap;

  StridePhase(
      int remainderY,
      int remainderX,
      ConvGeometry geometry,
      FeatureMaps gradient,
      FeatureMaps inputGradient,
      Parameter kernel,
      Workers workers) {
    this.remainderY = remainderY;
    this.remainderX = remainderX;
    this.geometry = geometry;
    this.inputGradient = inputGradient;
    this.kernel = kernel;
    this.workers = workers;
    padded = Gemm.padded(inputGradient.channels());
    firstRow = Math.floorMod(remainderY + geometry.firstRow(), geometry.strideY());
    firstColumn = Math.floorMod(remainderX + geometry.firstColumn(), geometry.strideX());
    rows = count(firstRow, inputGradient.height(), geometry.strideY());
    columns = count(firstColumn, inputGradient.width(), geometry.strideX());
    tapsY = count(remainderY, geometry.height(), geometry.strideY());
    tapsX = count(remainderX, geometry.width(), geometry.strideX());
    flipped = new float[tapsY * tapsX * gradient.channels() * padded];
    convolution = flipped.length == 0
        ? null
        : Convolution.of(
            new ConvGeometry(
                tapsY,
                tapsX,
                1,
                1,
                (firstRow - geometry.firstRow()) / geometry.strideY() - (tapsY - 1),
                (firstColumn - geometry.firstColumn()) / geometry.strideX() - (tapsX - 1),
                rows,
                columns),
            gradient,
            flipped,
            padded,
            new float[padded],
            workers);
    scratch =
        workers.scratch(convolution == null ? 0 : convolution.bandRows() * convolution.rowLength());
  }

  /** Of the numbers first, first + step, … those that are less than the end. */
  private static int count(int first, int end, int step) {
    return first < end ? (end - 1 - first) / step + 1 : 0;
  }

  /** Input rows of this phase. */
  int rows() {
    return rows;
  }

  /** Input columns of this phase. */
  int columns() {
    return columns;
  }

  void prepare() {
    if (convolution != null) {
      workers.run(tapsY * tapsX, flip);
      convolution.prepare();
    }
  }

  /** Copies one kernel cell, input × output channels, as output × input channels. */
  private void flipTap(int tap, int worker) {
    int ky = remainderY + (tapsY - 1 - tap / tapsX) * geometry.strideY();
    int kx = remainderX + (tapsX - 1 - tap % tapsX) * geometry.strideX();
    int inputs = inputGradient.channels();
    int outputs = kernel.columns();
    int target = tap * outputs * padded;
    for (int ci = 0; ci < inputs; ci++) {
      int source = ((ky * geometry.width() + kx) * inputs + ci) * kernel.stride();
      for (int co = 0; co < outputs; co++) {
        flipped[target + co * padded + ci] = kernel.values()[source + co];
      }
    }
  }

  void run(int image, int worker) {
    if (convolution == null) {
      clear(image);
      return;
    }
    float[] band = scratch[worker];
    for (int row = 0; row < rows; row += convolution.bandRows()) {
      convolution.sum(image, row, worker, band, 0);
      for (int i = 0; i < Math.min(convolution.bandRows(), rows - row); i++) {
        store(image, row + i, band, i * convolution.rowLength());
      }
    }
  }

  private void store(int image, int row, float[] band, int offset) {
    int inputRow = firstRow + row * geometry.strideY();
    if (geometry.strideX() == 1) {
      inputGradient.copyRow(image, inputRow, band, offset, padded);
      return;
    }
    for (int column = 0; column < columns; column++) {
      System.arraycopy(
          band,
          offset + column * padded,
          inputGradient.data(),
          inputGradient.index(image, inputRow, firstColumn + column * geometry.strideX()),
          inputGradient.channels());
    }
  }

  private void clear(int image) {
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        int start = inputGradient.index(
            image, firstRow + row * geometry.strideY(), firstColumn + column * geometry.strideX());
        Arrays.fill(inputGradient.data(), start, start + inputGradient.channels(), 0f);
      }
    }
  }
}
