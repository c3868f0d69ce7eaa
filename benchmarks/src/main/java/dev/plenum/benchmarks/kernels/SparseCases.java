package dev.plenum.benchmarks.kernels;

import dev.plenum.api.network.Conv2D;
import dev.plenum.api.network.MaxPool2D;
import dev.plenum.api.network.PlacedLayer;
import dev.plenum.api.network.Window;
import dev.plenum.api.spi.Plan;
import dev.plenum.backend.purejava.internal.kernels.Gemm;
import dev.plenum.backend.purejava.internal.kernels.Kernels;
import dev.plenum.backend.purejava.internal.kernels.Patch;
import dev.plenum.backend.purejava.internal.kernels.SparsePatches;
import dev.plenum.backend.purejava.internal.layers.Block;
import dev.plenum.backend.purejava.internal.layers.Blocks;
import dev.plenum.backend.purejava.internal.layers.Part;
import dev.plenum.backend.purejava.internal.memory.Aligned;
import dev.plenum.benchmarks.network.MeasuredNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * The products with a sparse gradient of those of a network's convolutions that a max pool follows: the
 * list of one channel of one image, or for the data gradient that of a band, with {@link
 * KernelCases#NON_ZERO} of the pool's windows in it.
 */
final class SparseCases {
  /** Rows of windows in a band, see {@code SparseGradient}. */
  private static final int BAND_ROWS = 4;

  private SparseCases() {}

  static List<KernelCase> of(MeasuredNetwork network) {
    List<KernelCase> cases = new ArrayList<>();
    for (Part part : Blocks.of(Plan.of(network.network()), true)) {
      if (part instanceof Block block
          && block.operation() instanceof Conv2D conv
          && block.pool() != null
          && block.pool().operation() instanceof MaxPool2D pool) {
        PlacedLayer layer = block.run().layer();
        String name = network.name() + "/" + layer.name();
        Entries list = new Entries(layer, block.pool().layer(), pool.window());
        cases.add(gather(list, conv.window(), name));
        if (layer.index() > 0) {
          cases.add(scatter(list, conv.window(), name));
        }
      }
    }
    return cases;
  }

  private static KernelCase gather(Entries list, Window window, String name) {
    int channels = list.layer().input().channels();
    int rowStep = (list.layer().output().width() * window.strideX() + window.width()) * channels;
    int rows = list.pool().output().height();
    int[] pixels = list.pixels(rows);
    return toCase("sparse-gather", name, pixels.length, window, channels, () -> {
      SparsePatches patches = Kernels.vector().sparsePatches();
      Patch patch = patch(window, rowStep, channels);
      int[] starts = list.starts(window, rowStep, channels);
      float[] in = RandomValues.positive(end(starts, patch));
      float[] values = RandomValues.signed(pixels.length);
      float[] sums = new float[patch.rows() * patch.chunks() * Gemm.COLUMNS];
      return () -> patches.gather(
          patch, 0, pixels.length, pixels, values, starts, in, Aligned.START, sums, 0);
    });
  }

  private static KernelCase scatter(Entries list, Window window, String name) {
    int channels = list.layer().input().channels();
    int padded = Gemm.padded(channels);
    int rowStep = (list.layer().output().width() * window.strideX() + window.width()) * padded;
    int[] pixels = list.pixels(Math.min(BAND_ROWS, list.pool().output().height()));
    return toCase("sparse-scatter", name, pixels.length, window, channels, () -> {
      SparsePatches patches = Kernels.vector().sparsePatches();
      Patch patch = patch(window, rowStep, padded);
      int[] starts = list.starts(window, rowStep, padded);
      float[] out = new float[end(starts, patch)];
      float[] values = RandomValues.signed(pixels.length);
      float[] kernel = RandomValues.signed(patch.rows() * patch.chunks() * Gemm.COLUMNS);
      return () -> patches.scatter(
          patch, 0, pixels.length, pixels, values, starts, kernel, 0, out, Aligned.START);
    });
  }

  private static KernelCase toCase(
      String kernel,
      String name,
      int entries,
      Window window,
      int channels,
      Supplier<Runnable> prepare) {
    return new KernelCase(
        kernel,
        name,
        String.format(
            Locale.ROOT, "%d of %d x %d x %d", entries, window.height(), window.width(), channels),
        Work.multiplyAdds((double) entries * window.height() * window.width() * channels),
        prepare);
  }

  private static Patch patch(Window window, int rowStep, int pixelStep) {
    return new Patch(
        window.height(), rowStep, Gemm.padded(window.width() * pixelStep) / Gemm.COLUMNS);
  }

  /** Behind the last patch, which begins after {@link Aligned#START}. */
  private static int end(int[] starts, Patch patch) {
    return Aligned.START
        + starts[starts.length - 1]
        + patch.rows() * patch.rowStep()
        + Gemm.COLUMNS;
  }

  /**
   * The winning cells of one channel.
   *
   * @param layer the convolution
   * @param pool the pool behind it
   * @param cells the pool's windows
   */
  private record Entries(PlacedLayer layer, PlacedLayer pool, Window cells) {

    /** The pixels in the order of the engine's lists: column by column. */
    int[] pixels(int rows) {
      float[] random = RandomValues.positive(2 * rows * pool.output().width());
      List<Integer> pixels = new ArrayList<>();
      for (int column = 0; column < pool.output().width(); column++) {
        for (int row = 0; row < rows; row++) {
          int i = 2 * (column * rows + row);
          if (random[i] < KernelCases.NON_ZERO) {
            pixels.add(winner(row, column, random[i + 1]));
          }
        }
      }
      return pixels.stream().mapToInt(Integer::intValue).toArray();
    }

    private int winner(int row, int column, float chance) {
      int cell = (int) (chance * cells.height() * cells.width());
      int y = row * cells.strideY() + cell / cells.width();
      int x = column * cells.strideX() + cell % cells.width();
      return y * layer.output().width() + x;
    }

    /** Where the patch of each of the convolution's pixels begins. */
    int[] starts(Window window, int rowStep, int pixelStep) {
      int width = layer.output().width();
      int[] starts = new int[layer.output().height() * width];
      for (int i = 0; i < starts.length; i++) {
        starts[i] =
            i / width * window.strideY() * rowStep + i % width * window.strideX() * pixelStep;
      }
      return starts;
    }
  }
}
