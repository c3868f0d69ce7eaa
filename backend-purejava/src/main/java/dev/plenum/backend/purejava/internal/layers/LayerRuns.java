package dev.plenum.backend.purejava.internal.layers;

import dev.plenum.api.network.Conv2D;
import dev.plenum.api.network.Dense;
import dev.plenum.api.network.Dropout;
import dev.plenum.api.network.Flatten;
import dev.plenum.api.network.LayerSpec;
import dev.plenum.api.network.MaxPool2D;
import dev.plenum.api.network.PlacedLayer;
import dev.plenum.api.network.Shape;
import dev.plenum.api.network.Window;
import dev.plenum.api.random.DropoutMask;
import dev.plenum.api.random.Seed;
import dev.plenum.backend.purejava.internal.memory.Border;
import dev.plenum.backend.purejava.internal.memory.Parameter;
import java.util.List;

/** The one place where a kind of layer is matched with the code that runs it. */
public final class LayerRuns {
  private LayerRuns() {}

  /** Makes what runs a layer on these maps. */
  public static LayerRun of(
      PlacedLayer layer,
      Connections connections,
      List<Parameter> parameters,
      Seed seed,
      int capacity,
      Workers workers) {
    LayerSpec spec = layer.spec();
    ActivationFunction activation = ActivationFunction.of(spec.activation());
    if (spec instanceof Conv2D conv) {
      return new ConvRun(
          connections,
          conv.window(),
          layer.input(),
          parameters.get(0),
          parameters.get(1),
          activation,
          capacity,
          workers);
    } else if (spec instanceof Dense) {
      return new DenseRun(
          connections, parameters.get(0), parameters.get(1), activation, capacity, workers);
    } else if (spec instanceof MaxPool2D pool) {
      return new MaxPoolRun(connections, pool.window(), layer.input(), capacity, workers);
    } else if (spec instanceof Dropout dropout) {
      return new DropoutRun(
          connections, new DropoutMask(seed, layer.index(), dropout.rate()), workers);
    } else if (spec instanceof Flatten) {
      return new FlattenRun(connections, workers);
    }
    throw new IllegalArgumentException("no code for layer type " + spec.type());
  }

  /** The zeros that a layer reads around its input. */
  public static Border inputBorder(PlacedLayer layer) {
    if (!(layer.spec() instanceof Conv2D conv)) {
      return Border.NONE;
    }
    Window window = conv.window();
    Shape input = layer.input();
    return new Border(
        window.top(input),
        window.left(input),
        after(
            window.outputHeight(input),
            window.strideY(),
            window.height(),
            input.height() + window.top(input)),
        after(
            window.outputWidth(input),
            window.strideX(),
            window.width(),
            input.width() + window.left(input)));
  }

  /** The zeros that a layer reads around the gradient of its output. */
  public static Border outputGradientBorder(PlacedLayer layer) {
    return layer.spec() instanceof Conv2D conv
        ? ConvDataGradient.border(conv.window(), layer.input())
        : Border.NONE;
  }

  private static int after(int windows, int stride, int window, int size) {
    return Math.max(0, (windows - 1) * stride + window - size);
  }
}
