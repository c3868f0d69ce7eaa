package dev.plenum.benchmarks.kernels;

import dev.plenum.api.network.Conv2D;
import dev.plenum.api.network.PlacedLayer;
import dev.plenum.backend.purejava.internal.kernels.Gemm;
import dev.plenum.backend.purejava.internal.kernels.Kernels;
import dev.plenum.backend.purejava.internal.kernels.Winograd;
import dev.plenum.backend.purejava.internal.memory.Aligned;
import java.util.Locale;

/**
 * A matrix product as a layer asks for it, see {@link Gemm}. All of it lies in the cache, as most of it
 * does in training. Columns are counted with what fills them up to whole vectors.
 *
 * @param rows of A and C
 * @param columns of B and C
 * @param depth columns of A, rows of B
 * @param aRow from one row of A to the next
 * @param aDepth from one column of A to the next
 * @param bRow from one row of B to the next
 */
record GemmSizes(int rows, int columns, int depth, int aRow, int aDepth, int bRow) {
  /** Of the dense layer's units, see {@code DenseRun}. */
  private static final int DENSE_ROWS = 28;

  private static final int DENSE_COLUMNS = 32;
  private static final int DENSE_DEPTH = 128;

  /** Pixels of a convolution's kernel gradient, see {@code ConvKernelGradient}. */
  private static final int GRADIENT_PIXELS = 128;

  /** Tiles of a band, about, see {@code WinogradConvolution}. */
  private static final int WINOGRAD_TILES = 28;

  /** A row of a direct convolution's outputs by a row of its kernel. */
  static GemmSizes convForward(PlacedLayer layer, Conv2D conv) {
    int channels = layer.input().channels();
    int columns = Gemm.padded(conv.filters());
    return new GemmSizes(
        layer.output().width(),
        columns,
        conv.window().width() * channels,
        conv.window().strideX() * channels,
        1,
        columns);
  }

  /** A row of a convolution's kernel by the pixels of some rows of outputs. */
  static GemmSizes convKernelGradient(PlacedLayer layer, Conv2D conv) {
    int channels = layer.input().channels();
    int columns = Gemm.padded(conv.filters());
    return new GemmSizes(
        conv.window().width() * channels,
        columns,
        GRADIENT_PIXELS,
        1,
        conv.window().strideX() * channels,
        columns);
  }

  /** A band of Winograd's convolution, at one of the transformed positions. */
  static GemmSizes winograd(PlacedLayer layer, Conv2D conv) {
    int channels = layer.input().channels();
    int columns = Gemm.padded(conv.filters());
    int tile = Winograd.outputs(conv.window().width());
    int across = (layer.output().width() + tile - 1) / tile;
    int down = (layer.output().height() + tile - 1) / tile;
    int tiles = across * Math.min(down, (WINOGRAD_TILES + across - 1) / across);
    return new GemmSizes(tiles, columns, channels, Gemm.padded(channels), 1, columns);
  }

  /** Some images by some outputs. */
  static GemmSizes denseForward(int inputs, int outputs) {
    int stride = Gemm.padded(outputs);
    return new GemmSizes(
        DENSE_ROWS,
        Math.min(DENSE_COLUMNS, stride),
        Math.min(DENSE_DEPTH, inputs),
        inputs,
        1,
        stride);
  }

  /** Some inputs by all images. */
  static GemmSizes denseInputGradient(int inputs, int outputs, int images) {
    int columns = Gemm.padded(images);
    return new GemmSizes(
        Math.min(DENSE_ROWS, inputs), columns, outputs, Gemm.padded(outputs), 1, columns);
  }

  /** Some inputs by all outputs, over all images. */
  static GemmSizes denseKernelGradient(int inputs, int outputs, int images) {
    int columns = Gemm.padded(outputs);
    return new GemmSizes(Math.min(DENSE_ROWS, inputs), columns, images, 1, inputs, columns);
  }

  /** The product as a case. */
  KernelCase toCase(String kernel, String layer) {
    return new KernelCase(
        kernel,
        layer,
        String.format(Locale.ROOT, "%d x %d x %d", rows, columns, depth),
        Work.multiplyAdds((double) rows * columns * depth),
        this::prepare);
  }

  private Runnable prepare() {
    Gemm gemm = Kernels.vector().newGemm().get();
    float[] a = RandomValues.signed((rows - 1) * aRow + (depth - 1) * aDepth + 1);
    int start = Aligned.START;
    float[] b = RandomValues.signed(start + (depth - 1) * bRow + columns);
    float[] c = Aligned.array(rows * columns);
    return () -> gemm.multiplyAdd(
        rows, columns, depth, a, 0, aRow, aDepth, b, start, bRow, c, start, columns);
  }
}
