package dev.plenum.api.spi;

import dev.plenum.api.network.Network;
import dev.plenum.api.network.PlacedLayer;
import dev.plenum.api.optimizer.OptimizerSpec;
import dev.plenum.api.random.InitialWeights;
import dev.plenum.api.random.Seed;
import dev.plenum.api.tensor.NamedTensors;
import dev.plenum.api.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A store that keeps what it is given as it is. */
final class MapStore implements ParameterStore {
  private final List<PlacedLayer> layers;
  private NamedTensors weights;
  private NamedTensors slots;

  MapStore(Network network, OptimizerSpec optimizer) {
    layers = network.placedLayers();
    weights = InitialWeights.of(network, new Seed(0));
    Map<String, Tensor> zeros = new LinkedHashMap<>();
    weights
        .byName()
        .forEach((name, tensor) -> optimizer
            .slots()
            .forEach(slot -> zeros.put(
                name + "/" + slot,
                new Tensor(tensor.shape(), new float[tensor.shape().size()]))));
    slots = new NamedTensors(zeros);
  }

  @Override
  public NamedTensors weights() {
    return weights;
  }

  @Override
  public NamedTensors weights(int layer) {
    Map<String, Tensor> own = new LinkedHashMap<>(weights.byName());
    own.keySet().removeIf(name -> !name.startsWith(layers.get(layer).name() + "/"));
    return new NamedTensors(own);
  }

  @Override
  public void setWeights(NamedTensors weights) {
    weights.requireSameStructure(this.weights, "the weights");
    this.weights = weights;
  }

  @Override
  public NamedTensors slots() {
    return slots;
  }

  @Override
  public void setSlots(NamedTensors slots) {
    slots.requireSameStructure(this.slots, "the optimizer's slots");
    this.slots = slots;
  }
}
