package dev.plenum.backend.purejava.internal.layers;

import dev.plenum.api.network.Shape;
import dev.plenum.backend.purejava.internal.kernels.Gemm;
import dev.plenum.backend.purejava.internal.kernels.Winograd;
import dev.plenum.backend.purejava.internal.memory.Border;
import dev.plenum.backend.purejava.internal.memory.FeatureMaps;

/**
 * Sums each window of the maps, weighted by a kernel; some rows of windows at a time. The gradient of
 * a convolution's input is one too, over the flipped kernel.
 */
interface Convolution {

  /** How many rows of windows are summed at a time. */
  int bandRows();

  /** From one row of sums to the next: columns × {@link #windowStep}, or more. */
  int rowLength();

  /** From one window's sums to the next: the outputs, or these rounded up to whole vectors. */
  int windowStep();

  /** Takes the kernel as it is now, before the sums of a batch. */
  void prepare();

  /**
   * Sums {@link #bandRows} rows of one image. Rows beyond the last window are summed over whatever
   * lies there, or left as they are.
   *
   * @param row the first of the rows, a multiple of {@link #bandRows}
   * @param sums gets row i at {@code offset + i · rowLength()}; a whole vector may be read at each
   *     window
   */
  void sum(int image, int row, int worker, float[] sums, int offset);

  /**
   * The convolution that suits the geometry best.
   *
   * @param kernel [kernel row][kernel column][input channel][padded output]
   * @param outputs the outputs, not padded
   * @param start what every sum starts from, for each padded output
   */
  static Convolution of(
      ConvGeometry geometry,
      FeatureMaps input,
      float[] kernel,
      int outputs,
      float[] start,
      Workers workers) {
    int padded = Gemm.padded(outputs);
    if (usesWinograd(geometry, input.channels())) {
      return new WinogradConvolution(geometry, input, kernel, padded, start, workers);
    } else if (padded == Gemm.COLUMNS && geometry.strideX() < geometry.width()) {
      return new PackedConvolution(geometry, input, kernel, outputs, start, workers);
    }
    return new DirectConvolution(geometry, input, kernel, padded, start, workers);
  }

  /**
   * Whether Winograd's convolution is faster: for the kernel sizes that it knows, and if there are
   * enough channels to make the products worth the transforms.
   */
  static boolean usesWinograd(ConvGeometry geometry, int channels) {
    return hasTiles(geometry) && channels >= WinogradConvolution.MIN_CHANNELS;
  }

  /** Whether Winograd's convolution knows the kernel's size. */
  private static boolean hasTiles(ConvGeometry geometry) {
    return geometry.height() == geometry.width()
        && (geometry.height() == 3 || geometry.height() == 5)
        && geometry.strideY() == 1
        && geometry.strideX() == 1;
  }

  /** The zeros that the windows read around maps of that size, however they are summed: by whole tiles. */
  static Border border(ConvGeometry geometry, Shape maps) {
    int tile = hasTiles(geometry) ? Winograd.outputs(geometry.height()) : 1;
    return geometry
        .withWindows(roundUp(geometry.rows(), tile), roundUp(geometry.columns(), tile))
        .border(maps.height(), maps.width());
  }

  private static int roundUp(int number, int divisor) {
    return (number + divisor - 1) / divisor * divisor;
  }
}
