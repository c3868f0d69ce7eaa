package dev.plenum.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plenum.api.network.Activation;
import dev.plenum.api.network.Conv2D;
import dev.plenum.api.network.Dense;
import dev.plenum.api.network.Dropout;
import dev.plenum.api.network.Flatten;
import dev.plenum.api.network.LayerSpec;
import dev.plenum.api.network.MaxPool2D;
import dev.plenum.api.network.Network;
import dev.plenum.api.network.Padding;
import dev.plenum.api.network.Sequential;
import dev.plenum.api.network.Shape;
import dev.plenum.api.optimizer.Adam;
import dev.plenum.api.optimizer.OptimizerSpec;
import dev.plenum.api.optimizer.RMSprop;
import dev.plenum.api.optimizer.Sgd;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every kind of layer, activation and optimizer is written and read; one that is added is missed. */
class EveryKindTest {
  private static final List<LayerSpec> LAYERS = List.of(
      Conv2D.of(3, 5, 2).strides(2, 1).padding(Padding.SAME),
      MaxPool2D.of(2),
      Dropout.of(0.25),
      Flatten.instance(),
      Dense.of(4));
  private static final List<OptimizerSpec> OPTIMIZERS = List.of(
      new Adam(0.01, 0.8, 0.95, 1e-5),
      new RMSprop(0.02, 0.7, 0.5, 1e-4, true),
      new Sgd(0.03, 0.6, true));

  private static Set<Class<?>> permitted(Class<?> type) {
    return Set.copyOf(Arrays.asList(type.getPermittedSubclasses()));
  }

  private static Set<Class<?>> kinds(List<?> specs) {
    return specs.stream().map(Object::getClass).collect(Collectors.toSet());
  }

  @Test
  void layersAndActivations() {
    assertEquals(permitted(LayerSpec.class), kinds(LAYERS));
    for (Activation activation : Activation.values()) {
      List<LayerSpec> layers = new ArrayList<>(LAYERS);
      layers.add(Dense.of(7).activation(activation));
      layers.add(Dense.of(4).activation(Activation.SOFTMAX));
      if (activation == Activation.SOFTMAX) { // stands at the end only
        layers.remove(layers.size() - 2);
      }
      Network network = new Sequential(Shape.of(9, 8, 2), layers);
      assertEquals(network, NetworkJson.read(NetworkJson.write(network), "network"));
    }
  }

  @Test
  void optimizers() {
    assertEquals(permitted(OptimizerSpec.class), kinds(OPTIMIZERS));
    for (OptimizerSpec optimizer : OPTIMIZERS) {
      assertEquals(optimizer, OptimizerJson.read(OptimizerJson.write(optimizer), "optimizer"));
    }
  }
}
