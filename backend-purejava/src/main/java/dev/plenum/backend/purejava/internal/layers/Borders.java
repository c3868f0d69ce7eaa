package dev.plenum.backend.purejava.internal.layers;

import dev.plenum.api.network.Conv2D;
import dev.plenum.api.network.DepthwiseConv2D;
import dev.plenum.backend.purejava.internal.memory.Border;

/** The zeros that a part of a network needs around what it reads. */
public final class Borders {
  private Borders() {}

  /** Around its input. */
  public static Border ofInput(Part part) {
    if (part instanceof Block block) {
      if (block.operation() instanceof Conv2D conv) {
        return conv.window().isDilated()
            ? new WindowMaps(conv.window(), block.input()).border()
            : Convolution.border(ConvGeometry.of(conv.window(), block.input()), block.input());
      } else if (block.operation() instanceof DepthwiseConv2D depthwise) {
        return new WindowMaps(depthwise.window(), block.input()).border();
      }
    }
    return Border.NONE;
  }

  /** Around the gradient of its output. */
  public static Border ofOutputGradient(Part part) {
    return part instanceof Block block
            && block.operation() instanceof Conv2D conv
            && !conv.window().isDilated()
            && block.pool() == null
        ? ConvDataGradient.border(
            ConvGeometry.of(conv.window(), block.input()), block.input(), block.unpooled())
        : Border.NONE;
  }
}
