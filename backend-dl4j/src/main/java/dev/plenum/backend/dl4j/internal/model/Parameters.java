package dev.plenum.backend.dl4j.internal.model;

import dev.plenum.api.network.Network;
import dev.plenum.api.network.Shape;
import dev.plenum.api.optimizer.OptimizerSpec;
import dev.plenum.api.optimizer.UpdateOptions;
import dev.plenum.api.spi.ParameterStore;
import dev.plenum.api.spi.StoredParameter;
import dev.plenum.api.tensor.NamedTensors;
import dev.plenum.api.tensor.Tensor;
import dev.plenum.backend.dl4j.internal.engine.NativeMemory;
import dev.plenum.backend.dl4j.internal.layers.Variable;
import dev.plenum.backend.dl4j.internal.optimizers.OptimizerArrays;
import dev.plenum.backend.dl4j.internal.optimizers.ParameterUpdate;
import dev.plenum.backend.dl4j.internal.optimizers.TrainedParameter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * All values of a network's arrays one after another in one array, in Keras's layouts: first what is
 * trained, then the state of layers that are not frozen, then the rest, each in layer order. Likewise
 * their gradients and the optimizer's slots, as far as there are any. So an update is a few operations on
 * long arrays, however many layers there are.
 */
final class Parameters implements ParameterStore, AutoCloseable {

  /** Where a parameter lies in the arrays. */
  private record Place(StoredParameter parameter, int offset) {
    Shape shape() {
      return parameter.spec().shape();
    }

    INDArray in(INDArray array) {
      long[] shape = shape().dimensions().stream().mapToLong(d -> d).toArray();
      return NativeMemory.view(array, offset, shape);
    }

    Tensor tensor(float[] all) {
      return new Tensor(
          shape(), Arrays.copyOfRange(all, offset, offset + shape().size()));
    }

    void copy(Tensor tensor, float[] all) {
      System.arraycopy(tensor.toArray(), 0, all, offset, shape().size());
    }
  }

  private final NativeMemory memory = new NativeMemory();
  private final Map<String, Place> places = new LinkedHashMap<>();
  private final INDArray values;
  private final INDArray gradient;
  private final Map<String, INDArray> slots;
  private final ParameterUpdate update;

  Parameters(Network network, OptimizerSpec optimizer) {
    List<StoredParameter> all = StoredParameter.of(network, optimizer);
    all.forEach(
        parameter -> places.put(parameter.name(), new Place(parameter, 0))); // keeps the order
    int trained = place(all, StoredParameter::isTrained, 0);
    int changing = place(all, p -> !p.isTrained() && !p.layer().frozen(), trained);
    int length = place(all, p -> p.layer().frozen(), changing);
    values = memory.zeros(length);
    OptimizerArrays arrays = arrays(optimizer, trained, changing);
    gradient = arrays.gradient();
    slots = arrays.slots();
    update = new ParameterUpdate(optimizer, trainedParameters(), arrays);
  }

  private int place(List<StoredParameter> all, Predicate<StoredParameter> which, int start) {
    long end = start;
    for (StoredParameter parameter : all) {
      if (which.test(parameter)) {
        places.put(parameter.name(), new Place(parameter, Math.toIntExact(end)));
        end += parameter.spec().shape().size();
      }
    }
    return Math.toIntExact(end);
  }

  private OptimizerArrays arrays(OptimizerSpec optimizer, int trained, int changing) {
    Map<String, INDArray> slots = new LinkedHashMap<>();
    optimizer.slots().forEach(name -> slots.put(name, memory.zeros(trained)));
    if (optimizer.options().emaMomentum().isPresent()) {
      slots.put(UpdateOptions.EMA, memory.zeros(changing));
    }
    return new OptimizerArrays(
        NativeMemory.view(values, 0, trained),
        NativeMemory.view(values, 0, changing),
        memory.zeros(trained),
        slots,
        memory.zeros(changing));
  }

  private List<TrainedParameter> trainedParameters() {
    return places.values().stream()
        .filter(place -> place.parameter.isTrained())
        .map(place -> new TrainedParameter(
            place.parameter.name(), place.parameter.spec().regularizer(), variable(place)))
        .toList();
  }

  /** Changes the parameters by their gradients. */
  ParameterUpdate update() {
    return update;
  }

  /** The arrays of these names. */
  List<Variable> variables(List<String> names) {
    return names.stream()
        .map(name -> variable(Objects.requireNonNull(places.get(name), name)))
        .toList();
  }

  private Variable variable(Place place) {
    return new Variable(place.in(values), place.parameter.isTrained() ? place.in(gradient) : null);
  }

  @Override
  public NamedTensors weights() {
    return weights(place -> true);
  }

  @Override
  public NamedTensors weights(int layer) {
    return weights(place -> place.parameter.layer().index() == layer);
  }

  private NamedTensors weights(Predicate<Place> wanted) {
    float[] all = NativeMemory.toArray(values);
    Map<String, Tensor> weights = new LinkedHashMap<>();
    places.forEach((name, place) -> {
      if (wanted.test(place)) {
        weights.put(name, place.tensor(all));
      }
    });
    return new NamedTensors(weights);
  }

  @Override
  public void setWeights(NamedTensors weights) {
    weights.requireSameStructure(weights(), "the weights");
    float[] all = new float[Math.toIntExact(values.length())];
    places.forEach((name, place) -> place.copy(weights.get(name), all));
    NativeMemory.write(all, 0, values);
  }

  @Override
  public NamedTensors slots() {
    Map<String, float[]> all = new LinkedHashMap<>();
    slots.forEach((slot, array) -> all.put(slot, NativeMemory.toArray(array)));
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    for (Place place : places.values()) {
      for (String slot : place.parameter.slots()) {
        tensors.put(
            place.parameter.slotName(slot),
            place.tensor(Objects.requireNonNull(all.get(slot), slot)));
      }
    }
    return new NamedTensors(tensors);
  }

  @Override
  public void setSlots(NamedTensors tensors) {
    tensors.requireSameStructure(slots(), "the optimizer's slots");
    slots.forEach((slot, array) -> {
      float[] all = new float[Math.toIntExact(array.length())];
      for (Place place : places.values()) {
        if (place.parameter.slots().contains(slot)) {
          place.copy(tensors.get(place.parameter.slotName(slot)), all);
        }
      }
      NativeMemory.write(all, 0, array);
    });
  }

  @Override
  public void close() {
    memory.close();
  }
}
