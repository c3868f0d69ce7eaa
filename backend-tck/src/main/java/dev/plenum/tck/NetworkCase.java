package dev.plenum.tck;

import dev.plenum.api.network.Activation;
import dev.plenum.api.network.Dense;
import dev.plenum.api.network.Flatten;
import dev.plenum.api.network.LayerSpec;
import dev.plenum.api.network.Network;
import dev.plenum.api.network.Sequential;
import dev.plenum.api.network.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A network to compare a backend with the reference on.
 *
 * @param name what is special about it
 * @param needs what a backend must be capable of
 */
record NetworkCase(String name, Network network, Set<Capability> needs) {
  private static final int CLASSES = 4;

  /** A network of these layers, then Flatten and a softmax over four classes. */
  static NetworkCase of(String name, Shape input, LayerSpec... layers) {
    List<LayerSpec> all = new ArrayList<>(List.of(layers));
    all.add(Flatten.instance());
    all.add(Dense.of(CLASSES).activation(Activation.SOFTMAX));
    return new NetworkCase(name, new Sequential(input, all), Set.of());
  }

  NetworkCase needing(Capability... capabilities) {
    return new NetworkCase(name, network, Set.of(capabilities));
  }

  @Override
  public String toString() {
    return name;
  }
}
