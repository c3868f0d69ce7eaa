package dev.plenum.benchmarks.kernels;

import static dev.plenum.backend.purejava.internal.kernels.Winograd.SIZE;

import dev.plenum.api.network.Conv2D;
import dev.plenum.api.network.PlacedLayer;
import dev.plenum.api.network.Window;
import dev.plenum.backend.purejava.internal.kernels.Gemm;
import dev.plenum.backend.purejava.internal.kernels.Kernels;
import dev.plenum.backend.purejava.internal.kernels.Winograd;
import dev.plenum.backend.purejava.internal.memory.Aligned;
import dev.plenum.benchmarks.network.MeasuredNetwork;
import java.util.List;
import java.util.Locale;

/**
 * Winograd's convolution of a network's layers in its three parts: a row of tiles is transformed, each
 * of its matrices multiplied, and the products transformed back. The transforms are counted by the
 * operations of {@code ScalarWinograd}.
 */
final class WinogradCases {
  /** With fewer channels the engine convolves directly. */
  private static final int MIN_CHANNELS = 16;

  private WinogradCases() {}

  static List<KernelCase> of(MeasuredNetwork network) {
    return network.network().placedLayers().stream()
        .flatMap(layer -> of(layer, network.name() + "/" + layer.name()).stream())
        .toList();
  }

  private static List<KernelCase> of(PlacedLayer layer, String name) {
    if (!(layer.spec() instanceof Conv2D conv) || !isSuitable(layer, conv.window())) {
      return List.of();
    }
    int tile = Winograd.outputs(conv.window().height());
    int tiles = (layer.output().width() + tile - 1) / tile;
    return List.of(
        input(tile, tiles, layer.input().channels(), name),
        GemmSizes.winograd(layer, conv).toCase("winograd-multiply", name),
        output(tile, tiles, Gemm.padded(conv.filters()), name));
  }

  private static boolean isSuitable(PlacedLayer layer, Window window) {
    return window.height() == window.width()
        && (window.height() == 3 || window.height() == 5)
        && window.strideX() * window.strideY() == 1
        && layer.input().channels() >= MIN_CHANNELS;
  }

  private static KernelCase input(int tile, int tiles, int channels, String name) {
    int padded = Gemm.padded(channels);
    int operationsPerTile = 20;
    return new KernelCase(
        "winograd-input",
        name,
        String.format(Locale.ROOT, "%d tiles of %d x %d", tiles, SIZE, channels),
        Work.operations((double) operationsPerTile * tiles * channels),
        () -> {
          Winograd winograd = Kernels.vector().winograd();
          int pixels = tile * tiles + SIZE - tile;
          float[] in = RandomValues.signed(Aligned.START + pixels * channels + Gemm.COLUMNS);
          float[] out = Aligned.array(SIZE * tiles * padded);
          return () -> winograd.transformInput(
              tiles,
              padded,
              in,
              Aligned.START,
              tile * channels,
              channels,
              out,
              Aligned.START,
              padded,
              tiles * padded);
        });
  }

  private static KernelCase output(int tile, int tiles, int outputs, String name) {
    int operationsPerTile = tile == 4 ? 16 : 9;
    int matrix = tiles * outputs;
    return new KernelCase(
        "winograd-output",
        name,
        String.format(Locale.ROOT, "%d tiles of %d x %d", tiles, SIZE, outputs),
        Work.operations((double) operationsPerTile * matrix),
        () -> {
          Winograd winograd = Kernels.vector().winograd();
          float[] in = RandomValues.signed(Aligned.START + SIZE * matrix);
          float[] start = new float[matrix];
          float[] out = Aligned.array(tile * matrix);
          return () -> winograd.transformOutput(
              tile, 1, matrix, in, Aligned.START, 0, matrix, start, out, Aligned.START, 0, matrix);
        });
  }
}
