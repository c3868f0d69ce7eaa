package dev.plenum.tck;

import dev.plenum.api.network.Activation;
import dev.plenum.api.network.Dense;
import dev.plenum.api.network.Flatten;
import dev.plenum.api.network.Graph;
import dev.plenum.api.network.LayerSpec;
import dev.plenum.api.network.Network;
import dev.plenum.api.network.Operation;
import dev.plenum.api.network.Sequential;
import dev.plenum.api.network.Shape;
import dev.plenum.api.network.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A network to compare a backend with the reference on.
 *
 * @param name what is special about it
 */
record NetworkCase(String name, Network network) {
  private static final int CLASSES = 4;

  /** A network of these layers, then Flatten and a softmax over four classes. */
  static NetworkCase of(String name, Shape input, LayerSpec... layers) {
    List<LayerSpec> all = new ArrayList<>(List.of(layers));
    all.addAll(ending());
    return new NetworkCase(name, new Sequential(input, all));
  }

  /** A graph that makes one value of the images, then Flatten and a softmax over four classes. */
  static NetworkCase of(String name, Shape input, UnaryOperator<Value> graph) {
    UnaryOperator<Value> whole =
        images -> graph.apply(images).then(ending().toArray(LayerSpec[]::new));
    return new NetworkCase(name, Graph.of(input, whole));
  }

  private static List<LayerSpec> ending() {
    return List.of(Flatten.instance(), Dense.of(CLASSES).activation(Activation.SOFTMAX));
  }

  /** The same with these layers frozen. */
  NetworkCase frozen(String... layers) {
    return new NetworkCase(
        name + ", frozen: " + String.join(", ", layers), network.freeze(List.of(layers)));
  }

  List<Operation> operations() {
    return network.placedLayers().stream().map(layer -> layer.spec()).toList();
  }

  /** What a backend must be capable of. */
  Set<Capability> needs() {
    return Needs.of(network);
  }

  @Override
  public String toString() {
    return name;
  }
}
