package dev.plenum.tck;

import dev.plenum.api.network.AveragePooling2D;
import dev.plenum.api.network.Conv2D;
import dev.plenum.api.network.DepthwiseConv2D;
import dev.plenum.api.network.MaxPool2D;
import dev.plenum.api.network.Network;
import dev.plenum.api.network.Operation;
import dev.plenum.api.network.Padding;
import dev.plenum.api.network.PlacedLayer;
import dev.plenum.api.network.SeparableConv2D;
import dev.plenum.api.network.Shape;
import dev.plenum.api.network.Window;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What a backend must be capable of to run a network. */
final class Needs {
  private Needs() {}

  static Set<Capability> of(Network network) {
    Set<Capability> needs = EnumSet.noneOf(Capability.class);
    for (PlacedLayer layer : network.placedLayers()) {
      pool(layer.spec()).ifPresent(window -> addPool(window, needs));
      kernel(layer.spec()).ifPresent(window -> addKernel(window, layer.input(), needs));
    }
    return needs;
  }

  private static Optional<Window> pool(Operation operation) {
    if (operation instanceof MaxPool2D pool) {
      return Optional.of(pool.window());
    } else if (operation instanceof AveragePooling2D pool) {
      return Optional.of(pool.window());
    }
    return Optional.empty();
  }

  private static Optional<Window> kernel(Operation operation) {
    if (operation instanceof Conv2D conv) {
      return Optional.of(conv.window());
    } else if (operation instanceof DepthwiseConv2D depthwise) {
      return Optional.of(depthwise.window());
    } else if (operation instanceof SeparableConv2D separable) {
      return Optional.of(separable.window());
    }
    return Optional.empty();
  }

  private static void addPool(Window window, Set<Capability> needs) {
    addStrides(window, needs);
    if (window.padding() == Padding.SAME) {
      needs.add(Capability.PADDED_POOLS);
    }
  }

  private static void addKernel(Window window, Shape input, Set<Capability> needs) {
    addStrides(window, needs);
    if (window.isDilated()) {
      needs.add(Capability.DILATION);
    }
    if (window.padding() == Padding.SAME
        && (isUneven(input.height(), window.spanY(), window.strideY())
            || isUneven(input.width(), window.spanX(), window.strideX()))) {
      needs.add(Capability.UNEVEN_PADDING);
    }
  }

  private static void addStrides(Window window, Set<Capability> needs) {
    if (window.strideY() != window.strideX()) {
      needs.add(Capability.UNEQUAL_STRIDES);
    }
  }

  private static boolean isUneven(int input, int span, int stride) {
    int total = (Padding.SAME.outputSize(input, span, stride) - 1) * stride + span - input;
    return total > 0 && total % 2 == 1;
  }
}
