package dev.plenum.backend.purejava.internal.model;

import dev.plenum.api.network.PlacedLayer;
import dev.plenum.api.network.Network;
import dev.plenum.api.spi.ParameterStore;
import dev.plenum.api.tensor.NamedTensors;
import dev.plenum.api.tensor.Tensor;
import dev.plenum.backend.purejava.internal.memory.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All trainable arrays of a network with the optimizer's slots, and how they go out and come in. */
final class Parameters implements ParameterStore {
  private final List<List<Parameter>> byLayer = new ArrayList<>();
  private final List<String> slotNames;

  Parameters(Network network, List<String> slotNames) {
    this.slotNames = slotNames;
    for (PlacedLayer layer : network.placedLayers()) {
      byLayer.add(layer.parameters().stream()
          .map(spec -> new Parameter(layer.parameterName(spec), spec, slotNames.size()))
          .toList());
    }
  }

  List<Parameter> ofLayer(int index) {
    return byLayer.get(index);
  }

  List<Parameter> all() {
    return byLayer.stream().flatMap(List::stream).toList();
  }

  @Override
  public NamedTensors weights() {
    return weights(all());
  }

  @Override
  public NamedTensors weights(int layer) {
    return weights(ofLayer(layer));
  }

  @Override
  public void setWeights(NamedTensors weights) {
    weights.requireSameStructure(weights(), "the weights");
    all().forEach(parameter -> parameter.load(parameter.values(), weights.get(parameter.name())));
  }

  @Override
  public NamedTensors slots() {
    Map<String, Tensor> slots = new LinkedHashMap<>();
    for (Parameter parameter : all()) {
      for (int i = 0; i < slotNames.size(); i++) {
        slots.put(slotName(parameter, i), parameter.export(parameter.slot(i)));
      }
    }
    return new NamedTensors(slots);
  }

  @Override
  public void setSlots(NamedTensors slots) {
    slots.requireSameStructure(slots(), "the optimizer's slots");
    for (Parameter parameter : all()) {
      for (int i = 0; i < slotNames.size(); i++) {
        parameter.load(parameter.slot(i), slots.get(slotName(parameter, i)));
      }
    }
  }

  private String slotName(Parameter parameter, int slot) {
    return parameter.name() + "/" + slotNames.get(slot);
  }

  private static NamedTensors weights(List<Parameter> parameters) {
    Map<String, Tensor> weights = new LinkedHashMap<>();
    parameters.forEach(p -> weights.put(p.name(), p.export(p.values())));
    return new NamedTensors(weights);
  }
}
