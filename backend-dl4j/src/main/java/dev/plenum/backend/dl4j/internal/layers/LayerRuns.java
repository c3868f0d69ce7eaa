package dev.plenum.backend.dl4j.internal.layers;

import dev.plenum.api.network.Conv2D;
import dev.plenum.api.network.Dense;
import dev.plenum.api.network.Dropout;
import dev.plenum.api.network.Flatten;
import dev.plenum.api.network.MaxPool2D;
import dev.plenum.api.network.Operation;
import dev.plenum.api.network.PlacedLayer;
import dev.plenum.api.random.DropoutMask;
import dev.plenum.api.random.Seed;
import dev.plenum.backend.dl4j.internal.engine.NativeMemory;
import java.util.List;

/** The one place where a kind of layer is matched with the code that runs it. */
public final class LayerRuns {
  private LayerRuns() {}

  /** Whether a layer's output is its input, perhaps in another shape. */
  public static boolean onlyReshapes(Operation spec, boolean trains) {
    return spec instanceof Flatten || (spec instanceof Dropout && !trains);
  }

  /** Makes what runs a layer between these arrays; what else it needs is taken from the memory. */
  public static LayerRun of(
      PlacedLayer layer,
      Connections connections,
      List<ParameterViews> parameters,
      Seed seed,
      NativeMemory memory) {
    Operation spec = layer.spec();
    if (spec instanceof Conv2D conv) {
      return new ConvRun(
          connections, conv, layer.input(), parameters.get(0), parameters.get(1), memory);
    } else if (spec instanceof Dense dense) {
      return new DenseRun(connections, parameters.get(0), parameters.get(1), dense.activation());
    } else if (spec instanceof MaxPool2D pool) {
      return new MaxPoolRun(connections, pool.window(), layer.input(), memory);
    } else if (spec instanceof Dropout dropout) {
      return new DropoutRun(
          connections, new DropoutMask(seed, layer.index(), dropout.rate()), memory);
    }
    throw new IllegalArgumentException("no code for layer type " + spec.type());
  }
}
