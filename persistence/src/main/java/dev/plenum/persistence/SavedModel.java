package dev.plenum.persistence;

import dev.plenum.api.Backend;
import dev.plenum.api.Model;
import dev.plenum.api.OptimizerState;
import dev.plenum.api.network.Network;
import dev.plenum.api.network.ParameterSpec;
import dev.plenum.api.network.PlacedLayer;
import dev.plenum.api.network.Shape;
import dev.plenum.api.optimizer.OptimizerSpec;
import dev.plenum.api.optimizer.Sgd;
import dev.plenum.api.random.Seed;
import dev.plenum.api.spi.StoredParameter;
import dev.plenum.api.tensor.NamedTensors;
import dev.plenum.api.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * All that a model file holds: enough to classify pictures and to train on, on any backend.
 *
 * @param network the network
 * @param optimizer what the optimizer was made from
 * @param weights its weights, in layer order
 * @param optimizerState what the optimizer remembers; the slots in the order of weights and slots
 * @param preprocessing how pictures become inputs
 * @param classNames the classes, one for each output of the network; all different
 * @param provenance where it comes from, usually the run's record; may be empty
 */
public record SavedModel(
    Network network,
    OptimizerSpec optimizer,
    NamedTensors weights,
    OptimizerState optimizerState,
    Preprocessing preprocessing,
    List<String> classNames,
    JsonObject provenance) {
  /** Where nothing is trained, nothing follows from a seed. */
  private static final Seed ANY = Seed.seed(0);

  /**
   * Checks that the parts fit together, and puts tensors in order.
   *
   * @param network what tells the classes apart
   * @param optimizer what the optimizer was made from
   * @param weights all of the network's, by name, in any order
   * @param optimizerState what the optimizer remembers; the slots in any order
   * @param preprocessing how pictures become inputs of the network's shape
   * @param classNames the classes, one for each output of the network; all different
   * @param provenance where it comes from, usually the run's record; may be empty
   * @throws dev.plenum.api.tensor.NonFiniteException if a weight or a slot is NaN or infinite
   * @throws IllegalArgumentException if weights, slots, input shape or the number of classes do not
   *     fit the network and the optimizer, or two classes have the same name
   */
  public SavedModel {
    weights = inOrder(weights, weightShapes(network), "the weights");
    optimizerState = new OptimizerState(
        optimizerState.iterations(),
        optimizerState.learningRate(),
        inOrder(optimizerState.slots(), slotShapes(network, optimizer), "the optimizer's slots"));
    weights.requireFinite();
    optimizerState.slots().requireFinite();
    classNames = List.copyOf(classNames);
    if (!preprocessing.inputShape().equals(network.input())) {
      throw new IllegalArgumentException(
          "the network takes images of shape %s, but they are made %s"
              .formatted(network.input(), preprocessing.inputShape()));
    }
    if (classNames.size() != network.classes()) {
      throw new IllegalArgumentException(String.format(
          Locale.ROOT,
          "the network tells %d classes apart, found %d names",
          network.classes(),
          classNames.size()));
    }
    if (Set.copyOf(classNames).size() < classNames.size()) {
      throw new IllegalArgumentException(
          "the names of the classes must all be different, found " + classNames);
    }
  }

  /**
   * {@return the present state of a live model}
   *
   * @param model read, not changed or closed
   * @param preprocessing how pictures become inputs of the network's shape
   * @param classNames the classes, one for each output of the network; all different
   * @param provenance where it comes from, usually the run's record; may be empty
   * @throws dev.plenum.api.tensor.NonFiniteException if its training diverged
   * @throws IllegalArgumentException if the input shape or the number of classes does not fit it
   */
  public static SavedModel of(
      Model model, Preprocessing preprocessing, List<String> classNames, JsonObject provenance) {
    return new SavedModel(
        model.network(),
        model.optimizer().spec(),
        model.weights(),
        model.optimizer().state(),
        preprocessing,
        classNames,
        provenance);
  }

  /**
   * {@return a live model with these weights and this optimizer state} It takes the values that {@link
   * #preprocessing} makes of pictures, not the pictures'.
   *
   * @param backend what it shall run on
   * @param seed what shuffling and dropout follow from if it is trained on
   * @throws dev.plenum.api.BackendUnavailableException if the backend is not available here
   */
  public Model restore(Backend backend, Seed seed) {
    Model model = backend.compile(network, optimizer, seed);
    try {
      model.setWeights(weights);
      model.optimizer().setState(optimizerState);
      return model;
    } catch (RuntimeException | Error e) {
      model.close();
      throw e;
    }
  }

  /**
   * {@return a live model with these weights, and nothing that only training needs} Its optimizer is plain
   * gradient descent, which remembers nothing.
   *
   * @param backend what it shall run on
   * @throws dev.plenum.api.BackendUnavailableException if the backend is not available here
   */
  public Model restoreForPrediction(Backend backend) {
    Model model = backend.compile(network, Sgd.defaults(), ANY);
    try {
      model.setWeights(weights);
      return model;
    } catch (RuntimeException | Error e) {
      model.close();
      throw e;
    }
  }

  private static Map<String, Shape> weightShapes(Network network) {
    Map<String, Shape> shapes = new LinkedHashMap<>();
    for (PlacedLayer layer : network.placedLayers()) {
      for (ParameterSpec parameter : layer.parameters()) {
        shapes.put(layer.parameterName(parameter), parameter.shape());
      }
    }
    return shapes;
  }

  private static Map<String, Shape> slotShapes(Network network, OptimizerSpec optimizer) {
    Map<String, Shape> shapes = new LinkedHashMap<>();
    for (StoredParameter parameter : StoredParameter.of(network, optimizer)) {
      for (String slot : parameter.slots()) {
        shapes.put(parameter.slotName(slot), parameter.spec().shape());
      }
    }
    return shapes;
  }

  private static NamedTensors inOrder(
      NamedTensors tensors, Map<String, Shape> shapes, String what) {
    if (!tensors.byName().keySet().equals(shapes.keySet())) {
      throw new IllegalArgumentException("%s do not fit the network: expected %s, found %s"
          .formatted(what, shapes.keySet(), tensors.names()));
    }
    Map<String, Tensor> ordered = new LinkedHashMap<>();
    shapes.forEach((name, shape) -> {
      Tensor tensor = tensors.get(name);
      if (!tensor.shape().equals(shape)) {
        throw new IllegalArgumentException(
            "%s do not fit the network: '%s' must have the shape %s, found %s"
                .formatted(what, name, shape, tensor.shape()));
      }
      ordered.put(name, tensor);
    });
    return new NamedTensors(ordered);
  }
}
