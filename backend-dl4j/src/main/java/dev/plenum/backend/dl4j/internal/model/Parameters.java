package dev.plenum.backend.dl4j.internal.model;

import dev.plenum.api.network.Network;
import dev.plenum.api.network.ParameterSpec;
import dev.plenum.api.network.PlacedLayer;
import dev.plenum.api.network.Shape;
import dev.plenum.api.spi.ParameterStore;
import dev.plenum.api.tensor.NamedTensors;
import dev.plenum.api.tensor.Tensor;
import dev.plenum.backend.dl4j.internal.engine.NativeMemory;
import dev.plenum.backend.dl4j.internal.layers.ParameterViews;
import dev.plenum.backend.dl4j.internal.optimizers.OptimizerArrays;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * All trainable values of a network one after another in one array, in layer order and Keras's
 * layouts; likewise their gradients and the optimizer's slots. So an update is a few operations on
 * long arrays, however many layers there are.
 */
final class Parameters implements ParameterStore, AutoCloseable {

  /** Where a parameter lies in the arrays. */
  private record Place(String name, Shape shape, int layer, int offset) {}

  private final NativeMemory memory = new NativeMemory();
  private final List<Place> places = new ArrayList<>();
  private final int length;
  private final OptimizerArrays arrays;

  Parameters(Network network, List<String> slotNames) {
    long end = 0;
    for (PlacedLayer layer : network.placedLayers()) {
      for (ParameterSpec spec : layer.parameters()) {
        places.add(new Place(
            layer.parameterName(spec), spec.shape(), layer.index(), Math.toIntExact(end)));
        end += spec.shape().size();
      }
    }
    length = Math.toIntExact(end);
    Map<String, INDArray> slots = new LinkedHashMap<>();
    slotNames.forEach(name -> slots.put(name, memory.zeros(length)));
    arrays = new OptimizerArrays(
        memory.zeros(length), memory.zeros(length), slots, memory.zeros(length));
  }

  OptimizerArrays arrays() {
    return arrays;
  }

  List<ParameterViews> ofLayer(int index) {
    return places.stream()
        .filter(place -> place.layer == index)
        .map(place ->
            new ParameterViews(view(arrays.values(), place), view(arrays.gradient(), place)))
        .toList();
  }

  private static INDArray view(INDArray array, Place place) {
    long[] shape = place.shape.dimensions().stream().mapToLong(d -> d).toArray();
    return NativeMemory.view(array, place.offset, shape);
  }

  @Override
  public NamedTensors weights() {
    return weights(places);
  }

  @Override
  public NamedTensors weights(int layer) {
    return weights(places.stream().filter(place -> place.layer == layer).toList());
  }

  private NamedTensors weights(List<Place> wanted) {
    float[] all = NativeMemory.toArray(arrays.values());
    Map<String, Tensor> weights = new LinkedHashMap<>();
    wanted.forEach(place -> weights.put(place.name, tensor(all, place)));
    return new NamedTensors(weights);
  }

  @Override
  public void setWeights(NamedTensors weights) {
    weights.requireSameStructure(weights(), "the weights");
    float[] all = new float[length];
    places.forEach(place -> copy(weights.get(place.name), all, place));
    NativeMemory.write(all, 0, arrays.values());
  }

  @Override
  public NamedTensors slots() {
    Map<String, float[]> values = new LinkedHashMap<>();
    arrays.slots().forEach((slot, array) -> values.put(slot, NativeMemory.toArray(array)));
    Map<String, Tensor> slots = new LinkedHashMap<>();
    for (Place place : places) {
      values.forEach((slot, all) -> slots.put(slotName(place, slot), tensor(all, place)));
    }
    return new NamedTensors(slots);
  }

  @Override
  public void setSlots(NamedTensors slots) {
    slots.requireSameStructure(slots(), "the optimizer's slots");
    arrays.slots().forEach((slot, array) -> {
      float[] all = new float[length];
      places.forEach(place -> copy(slots.get(slotName(place, slot)), all, place));
      NativeMemory.write(all, 0, array);
    });
  }

  private static String slotName(Place place, String slot) {
    return place.name + "/" + slot;
  }

  private static Tensor tensor(float[] all, Place place) {
    int end = place.offset + place.shape.size();
    return new Tensor(place.shape, Arrays.copyOfRange(all, place.offset, end));
  }

  private static void copy(Tensor tensor, float[] all, Place place) {
    System.arraycopy(tensor.toArray(), 0, all, place.offset, place.shape.size());
  }

  @Override
  public void close() {
    memory.close();
  }
}
