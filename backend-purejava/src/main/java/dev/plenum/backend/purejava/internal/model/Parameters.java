package dev.plenum.backend.purejava.internal.model;

import dev.plenum.api.network.DepthwiseConv2D;
import dev.plenum.api.network.Network;
import dev.plenum.api.network.Operation;
import dev.plenum.api.network.SeparableConv2D;
import dev.plenum.api.network.Shape;
import dev.plenum.api.optimizer.OptimizerSpec;
import dev.plenum.api.spi.ParameterStore;
import dev.plenum.api.spi.StoredParameter;
import dev.plenum.api.tensor.NamedTensors;
import dev.plenum.api.tensor.Tensor;
import dev.plenum.backend.purejava.internal.memory.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All arrays of a network with the optimizer's slots, and how they go out and come in. */
final class Parameters implements ParameterStore {

  /** An array, and what the contract says of it. */
  record Entry(StoredParameter stored, Parameter parameter) {}

  private final List<Entry> entries = new ArrayList<>();
  private final Map<String, Parameter> byName = new LinkedHashMap<>();

  private long version;

  Parameters(Network network, OptimizerSpec optimizer) {
    for (StoredParameter stored : StoredParameter.of(network, optimizer)) {
      Shape shape = stored.spec().shape();
      Parameter parameter =
          new Parameter(stored.name(), shape, columns(stored), stored.slots().size());
      entries.add(new Entry(stored, parameter));
      byName.put(stored.name(), parameter);
    }
  }

  /** A depthwise kernel's last two dimensions are one: the output channels. */
  private static int columns(StoredParameter stored) {
    Operation operation = stored.layer().spec();
    Shape shape = stored.spec().shape();
    boolean depthwise = shape.rank() == 4
        && (operation instanceof DepthwiseConv2D
            || (operation instanceof SeparableConv2D
                && stored.spec().name().startsWith("depthwise")));
    int last = shape.lastDimension();
    return depthwise ? last * shape.dimensions().get(2) : last;
  }

  /** Another number whenever weights were set. */
  long version() {
    return version;
  }

  /** The arrays of those names. */
  List<Parameter> named(List<String> names) {
    return names.stream().map(byName::get).toList();
  }

  /** Makes room for the gradients, which only training needs. */
  void makeGradients() {
    byName.values().forEach(Parameter::makeGradient);
  }

  /** All arrays, in layer order. */
  List<Entry> entries() {
    return List.copyOf(entries);
  }

  @Override
  public NamedTensors weights() {
    return weights(entries);
  }

  @Override
  public NamedTensors weights(int layer) {
    return weights(
        entries.stream().filter(entry -> entry.stored.layer().index() == layer).toList());
  }

  @Override
  public void setWeights(NamedTensors weights) {
    weights.requireSameStructure(weights(), "the weights");
    version++;
    byName.forEach((name, parameter) -> parameter.load(parameter.values(), weights.get(name)));
  }

  @Override
  public NamedTensors slots() {
    Map<String, Tensor> slots = new LinkedHashMap<>();
    for (Entry entry : entries) {
      List<String> names = entry.stored.slots();
      for (int i = 0; i < names.size(); i++) {
        slots.put(
            entry.stored.slotName(names.get(i)), entry.parameter.export(entry.parameter.slot(i)));
      }
    }
    return new NamedTensors(slots);
  }

  @Override
  public void setSlots(NamedTensors slots) {
    slots.requireSameStructure(slots(), "the optimizer's slots");
    for (Entry entry : entries) {
      List<String> names = entry.stored.slots();
      for (int i = 0; i < names.size(); i++) {
        entry.parameter.load(
            entry.parameter.slot(i), slots.get(entry.stored.slotName(names.get(i))));
      }
    }
  }

  private static NamedTensors weights(List<Entry> wanted) {
    Map<String, Tensor> weights = new LinkedHashMap<>();
    wanted.forEach(entry ->
        weights.put(entry.stored.name(), entry.parameter.export(entry.parameter.values())));
    return new NamedTensors(weights);
  }
}
