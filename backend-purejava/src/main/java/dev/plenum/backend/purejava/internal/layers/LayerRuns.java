package dev.plenum.backend.purejava.internal.layers;

import dev.plenum.api.network.Conv2D;
import dev.plenum.api.network.Dense;
import dev.plenum.api.network.Dropout;
import dev.plenum.api.network.Flatten;
import dev.plenum.api.network.LayerSpec;
import dev.plenum.api.network.MaxPool2D;
import dev.plenum.api.network.PlacedLayer;
import dev.plenum.api.random.DropoutMask;
import dev.plenum.api.random.Seed;
import dev.plenum.backend.purejava.internal.memory.Border;
import dev.plenum.backend.purejava.internal.memory.Parameter;
import java.util.List;

/** The one place where a kind of layer is matched with the code that runs it. */
public final class LayerRuns {
  private LayerRuns() {}

  /** Makes what runs a block on these maps. */
  public static LayerRun of(
      Block block,
      Connections connections,
      List<Parameter> parameters,
      Seed seed,
      int capacity,
      Workers workers) {
    PlacedLayer layer = block.layer();
    LayerSpec spec = layer.spec();
    ActivationFunction activation = ActivationFunction.of(spec.activation());
    if (spec instanceof Conv2D conv) {
      ConvForward convolution = new ConvForward(
          ConvGeometry.of(conv.window(), layer.input()),
          connections.input(),
          parameters.get(0),
          parameters.get(1),
          activation,
          workers);
      return block.pool() == null
          ? new ConvRun(connections, convolution, workers)
          : new ConvPoolRun(
              connections,
              convolution,
              new MaxPooling(
                  ((MaxPool2D) block.pool().spec()).window(),
                  layer.output(),
                  workers.kernels().maxCells()),
              capacity,
              workers);
    } else if (spec instanceof Dense) {
      return new DenseRun(
          connections, parameters.get(0), parameters.get(1), activation, capacity, workers);
    } else if (spec instanceof MaxPool2D pool) {
      return new MaxPoolRun(connections, pool.window(), layer.input(), capacity, workers);
    } else if (spec instanceof Dropout dropout) {
      return new DropoutRun(
          connections, new DropoutMask(seed, layer.index(), dropout.rate()), capacity, workers);
    } else if (spec instanceof Flatten) {
      return new FlattenRun(connections, workers);
    }
    throw new IllegalArgumentException("no code for layer type " + spec.type());
  }

  /** The zeros that a block reads around its input. */
  public static Border inputBorder(Block block) {
    PlacedLayer layer = block.layer();
    return layer.spec() instanceof Conv2D conv
        ? Convolution.border(ConvGeometry.of(conv.window(), layer.input()), layer.input())
        : Border.NONE;
  }

  /** The zeros that a block reads around the gradient of its output. */
  public static Border outputGradientBorder(Block block) {
    PlacedLayer layer = block.layer();
    return layer.spec() instanceof Conv2D conv && block.pool() == null
        ? ConvDataGradient.border(
            ConvGeometry.of(conv.window(), layer.input()), layer.input(), layer.output())
        : Border.NONE;
  }
}
