package dev.plenum.backend.purejava.internal.layers;

import dev.plenum.backend.purejava.internal.kernels.Gemm;
import dev.plenum.backend.purejava.internal.memory.Aligned;
import dev.plenum.backend.purejava.internal.memory.FeatureMaps;
import dev.plenum.backend.purejava.internal.memory.Parameter;
import dev.plenum.backend.purejava.internal.parallel.Phase;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The part of {@link ConvDataGradient} for the input pixels with one remainder of the strides. */
final class StridePhase {
  private final StrideRemainder remainder;
  private final Gradients inputGradient;
  private final Parameter kernel;
  private final Workers workers;
  private final int padded;
  /** [kernel row in reverse][kernel column in reverse][output][padded input channel]. */
  private final float[] flipped;
  /** Null where no window reaches these pixels. */
  private final @Nullable Convolution convolution;

  private final float[][] scratch;
  private final Phase flip = this::flipTap;

  StridePhase(
      StrideRemainder remainder,
      FeatureMaps gradient,
      Gradients inputGradient,
      Parameter kernel,
      Workers workers) {
    this.remainder = remainder;
    this.inputGradient = inputGradient;
    this.kernel = kernel;
    this.workers = workers;
    padded = Gemm.padded(inputGradient.maps().channels());
    flipped = new float[remainder.tapsY() * remainder.tapsX() * gradient.channels() * padded];
    convolution = remainder.hasTaps()
        ? Convolution.of(
            remainder.windows(),
            gradient,
            flipped,
            inputGradient.maps().channels(),
            new float[padded],
            workers)
        : null;
    scratch =
        workers.scratch(convolution == null ? 0 : convolution.bandRows() * convolution.rowLength());
  }

  /** See {@link ConvDataGradient#prepare}. */
  void prepare() {
    if (convolution != null) {
      workers.run(remainder.tapsY() * remainder.tapsX(), flip);
      convolution.prepare();
    }
  }

  /** Copies one kernel cell, input × output channels, as output × input channels. */
  private void flipTap(int tap, int worker) {
    int ky = remainder.kernelRow(tap / remainder.tapsX());
    int kx = remainder.kernelColumn(tap % remainder.tapsX());
    int inputs = inputGradient.maps().channels();
    int outputs = kernel.columns();
    int target = tap * outputs * padded;
    for (int ci = 0; ci < inputs; ci++) {
      int row = (ky * remainder.geometry().width() + kx) * inputs + ci;
      for (int co = 0; co < outputs; co++) {
        flipped[target + co * padded + ci] = kernel.values()[row * kernel.stride() + co];
      }
    }
  }

  /** See {@link ConvDataGradient#run}. */
  void run(int image, int outputPlace, int worker) {
    int place = inputGradient.place(image, worker);
    float[] band = scratch[worker];
    int bandRows = convolution == null ? 1 : convolution.bandRows();
    for (int row = 0; row < remainder.rows(); row += bandRows) {
      if (convolution == null) {
        clear(place, row);
        continue;
      }
      convolution.sum(outputPlace, row, worker, band, Aligned.START);
      for (int i = 0; i < Math.min(bandRows, remainder.rows() - row); i++) {
        int offset = Aligned.START + i * convolution.rowLength();
        store(place, row + i, band, offset, convolution.windowStep());
      }
    }
  }

  private void store(int place, int row, float[] band, int offset, int step) {
    int inputRow = remainder.inputRow(row);
    if (remainder.geometry().strideX() == 1) {
      inputGradient.maps().copyRow(place, inputRow, band, offset, step);
      return;
    }
    for (int column = 0; column < remainder.columns(); column++) {
      System.arraycopy(
          band,
          offset + column * step,
          inputGradient.maps().data(),
          inputGradient.maps().index(place, inputRow, remainder.inputColumn(column)),
          inputGradient.maps().channels());
    }
  }

  private void clear(int place, int row) {
    FeatureMaps maps = inputGradient.maps();
    for (int column = 0; column < remainder.columns(); column++) {
      int start = maps.index(place, remainder.inputRow(row), remainder.inputColumn(column));
      Arrays.fill(maps.data(), start, start + maps.channels(), 0f);
    }
  }
}
