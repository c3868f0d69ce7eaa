package dev.plenum.backend.purejava.internal.layers;

import dev.plenum.backend.purejava.internal.kernels.Gemm;
import dev.plenum.backend.purejava.internal.kernels.Patch;
import dev.plenum.backend.purejava.internal.kernels.SparsePatches;
import dev.plenum.backend.purejava.internal.memory.Aligned;
import dev.plenum.backend.purejava.internal.memory.FeatureMaps;
import dev.plenum.backend.purejava.internal.memory.Parameter;
import dev.plenum.backend.purejava.internal.parallel.Phase;
import java.util.Arrays;

/**
 * The gradient of a convolution's input where that of its output is sparse: each list entry adds its
 * multiple of the kernel to the patch that it came from. This happens in scratch memory, whose pixels
 * are whole vectors and which has room for the windows' overhang; one band of the lists after the
 * other, so that the patches stay in the first-level cache.
 */
final class SparseDataGradient {
  private final ConvGeometry geometry;
  private final Gradients inputGradient;
  private final Parameter kernel;
  private final Workers workers;
  private final int padded;
  private final int kernelSize;
  private final int pixelsAcross;
  private final int[] starts;
  private final Patch patch;
  private final SparsePatches patches;
  /** [output][kernel row][kernel column][padded input channel]. */
  private final float[] transposed;

  private final float[][] scratch;
  private final Phase transpose = this::transposeOutput;

  SparseDataGradient(
      ConvGeometry geometry, Gradients inputGradient, Parameter kernel, Workers workers) {
    this.geometry = geometry;
    this.inputGradient = inputGradient;
    this.kernel = kernel;
    this.workers = workers;
    FeatureMaps maps = inputGradient.maps();
    padded = Gemm.padded(maps.channels());
    kernelSize = geometry.height() * geometry.width() * padded;
    pixelsAcross = Math.max(
        maps.width() - geometry.firstColumn(),
        (geometry.columns() - 1) * geometry.strideX() + geometry.width());
    int pixelsDown = Math.max(
        maps.height() - geometry.firstRow(),
        (geometry.rows() - 1) * geometry.strideY() + geometry.height());
    starts = geometry.patchStarts(pixelsAcross * padded, padded);
    patch = geometry.patch(pixelsAcross * padded, padded);
    patches = workers.kernels().sparsePatches();
    transposed = Aligned.array(kernel.columns() * kernelSize);
    scratch = workers.scratch(pixelsDown * pixelsAcross * padded);
  }

  /** Copies the kernel as it is now. */
  void prepare() {
    workers.run(kernel.columns(), transpose);
  }

  private void transposeOutput(int output, int worker) {
    int channels = inputGradient.maps().channels();
    int target = Aligned.START + output * kernelSize;
    for (int tap = 0; tap < geometry.height() * geometry.width(); tap++) {
      for (int c = 0; c < channels; c++) {
        transposed[target + tap * padded + c] =
            kernel.values()[(tap * channels + c) * kernel.stride() + output];
      }
    }
  }

  /** Computes one image's gradient, with the kernel that was prepared. */
  void run(SparseGradient gradient, int image, int worker) {
    float[] sums = scratch[worker];
    Arrays.fill(sums, 0f);
    for (int band = 0; band < gradient.bands(); band++) {
      for (int output = 0; output < kernel.columns(); output++) {
        patches.scatter(
            patch,
            gradient.start(band, output),
            gradient.end(band, output),
            gradient.pixels(),
            gradient.values(),
            starts,
            transposed,
            Aligned.START + output * kernelSize,
            sums,
            Aligned.START);
      }
    }
    FeatureMaps maps = inputGradient.maps();
    int place = inputGradient.place(image, worker);
    for (int row = 0; row < maps.height(); row++) {
      int source = (row - geometry.firstRow()) * pixelsAcross - geometry.firstColumn();
      maps.copyRow(place, row, sums, Aligned.START + source * padded, padded);
    }
  }
}
