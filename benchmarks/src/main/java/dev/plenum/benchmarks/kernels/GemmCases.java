package dev.plenum.benchmarks.kernels;

import dev.plenum.api.network.Conv2D;
import dev.plenum.api.network.Dense;
import dev.plenum.api.network.PlacedLayer;
import dev.plenum.benchmarks.network.MeasuredNetwork;
import java.util.List;

/** The matrix products of a network's layers. */
final class GemmCases {
  private GemmCases() {}

  static List<KernelCase> of(MeasuredNetwork network) {
    return network.network().placedLayers().stream()
        .flatMap(layer -> of(layer, network.name() + "/" + layer.name()).stream())
        .toList();
  }

  private static List<KernelCase> of(PlacedLayer layer, String name) {
    if (layer.spec() instanceof Conv2D conv) {
      return List.of(
          GemmSizes.convForward(layer, conv).toCase("gemm-conv-forward", name),
          GemmSizes.convKernelGradient(layer, conv).toCase("gemm-conv-kernel-gradient", name));
    } else if (layer.spec() instanceof Dense dense) {
      int inputs = layer.input().size();
      int images = MeasuredNetwork.BATCH_SIZE;
      return List.of(
          GemmSizes.denseForward(inputs, dense.units()).toCase("gemm-dense-forward", name),
          GemmSizes.denseInputGradient(inputs, dense.units(), images)
              .toCase("gemm-dense-input-gradient", name),
          GemmSizes.denseKernelGradient(inputs, dense.units(), images)
              .toCase("gemm-dense-kernel-gradient", name));
    }
    return List.of();
  }
}
