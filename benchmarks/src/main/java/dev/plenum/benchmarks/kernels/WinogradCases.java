package dev.plenum.benchmarks.kernels;

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
  /** Outputs of a tile along one side. */
  private static final int OUTPUTS = 2;

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
    int size = conv.window().height() + OUTPUTS - 1;
    int tiles = (layer.output().width() + OUTPUTS - 1) / OUTPUTS;
    return List.of(
        input(size, tiles, layer.input().channels(), name),
        GemmSizes.winograd(layer, conv).toCase("winograd-multiply", name),
        output(size, tiles, Gemm.padded(conv.filters()), name));
  }

  private static boolean isSuitable(PlacedLayer layer, Window window) {
    return window.height() == window.width()
        && (window.height() == 3 || window.height() == 5)
        && window.strideX() * window.strideY() == 1
        && layer.input().channels() >= MIN_CHANNELS;
  }

  private static KernelCase input(int size, int tiles, int channels, String name) {
    int padded = Gemm.padded(channels);
    int operationsPerTile = size == 4 ? 4 : 20;
    return new KernelCase(
        "winograd-input",
        name,
        String.format(Locale.ROOT, "%d tiles of %d x %d", tiles, size, channels),
        Work.operations((double) operationsPerTile * tiles * channels),
        () -> {
          Winograd winograd = Kernels.vector().winograd();
          int pixels = OUTPUTS * tiles + size - OUTPUTS;
          float[] in = RandomValues.signed(Aligned.START + pixels * channels + Gemm.COLUMNS);
          float[] out = Aligned.array(size * tiles * padded);
          return () -> winograd.transformInput(
              size,
              tiles,
              padded,
              in,
              Aligned.START,
              OUTPUTS * channels,
              channels,
              out,
              Aligned.START,
              padded,
              tiles * padded);
        });
  }

  private static KernelCase output(int size, int tiles, int outputs, String name) {
    int operationsPerTile = size == 4 ? 4 : 9;
    int matrix = tiles * outputs;
    return new KernelCase(
        "winograd-output",
        name,
        String.format(Locale.ROOT, "%d tiles of %d x %d", tiles, size, outputs),
        Work.operations((double) operationsPerTile * matrix),
        () -> {
          Winograd winograd = Kernels.vector().winograd();
          float[] in = RandomValues.signed(Aligned.START + size * matrix);
          float[] start = new float[matrix];
          float[] out = Aligned.array(OUTPUTS * matrix);
          return () -> winograd.transformOutput(
              size, 1, matrix, in, Aligned.START, 0, matrix, start, out, Aligned.START, 0, matrix);
        });
  }
}
