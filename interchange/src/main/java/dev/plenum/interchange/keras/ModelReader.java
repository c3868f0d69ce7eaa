package dev.plenum.interchange.keras;

import dev.plenum.api.network.Operation;
import dev.plenum.api.network.Shape;
import dev.plenum.interchange.imported.Rescaling;
import dev.plenum.interchange.keras.NetworkBuilder.Value;
import dev.plenum.persistence.InputFile;
import dev.plenum.persistence.InvalidJsonException;
import dev.plenum.persistence.InvalidModelFileException;
import dev.plenum.persistence.JsonValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Adds the layers of a model's description to a network, those of models in it one by one. */
final class ModelReader {
  private final NetworkBuilder builder;
  private final WeightSource weights;
  private final boolean isKeras2;
  private final InputFile file;
  private final Map<Integer, WeightSource.Place> places = new HashMap<>();
  private final List<String> leftOut = new ArrayList<>();
  private final Set<String> precisions = new LinkedHashSet<>();

  /**
   * Begins with nothing.
   *
   * @param isKeras2 whether Keras 2 or an older version wrote the description
   * @param file for messages
   */
  ModelReader(NetworkBuilder builder, WeightSource weights, boolean isKeras2, InputFile file) {
    this.builder = builder;
    this.weights = weights;
    this.isKeras2 = isKeras2;
    this.file = file;
  }

  /** Where the weights of the network's layers are, by the layers' positions. */
  Map<Integer, WeightSource.Place> places() {
    return places;
  }

  /** The layers that do nothing when predicting: {@code random_flip (RandomFlip)}. */
  List<String> leftOut() {
    return leftOut;
  }

  /** The precisions of all layers, as Keras names them. */
  Set<String> precisions() {
    return precisions;
  }

  /**
   * Adds the layers of a model.
   *
   * @throws InvalidJsonException if the contract has not such layers; the message names the layer
   * @throws InvalidModelFileException if a layer has a precision in which weights cannot be read
   */
  void read(KerasGraph graph) throws InvalidModelFileException {
    read(graph, builder.images(), new WeightSource.Place(List.of(), List.of()));
  }

  private Value read(KerasGraph graph, Value input, WeightSource.Place model)
      throws InvalidModelFileException {
    List<String> storeNames = graph.storeNames();
    int[] readers = graph.readers();
    Value images = input.shared(readers[0] > 1);
    List<Value> values = new ArrayList<>();
    for (int i = 0; i < graph.layers().size(); i++) {
      JsonValue layer = graph.layers().get(i);
      List<Value> inputs = graph.reads().get(i).stream()
          .map(read -> read == KerasGraph.INPUT ? images : values.get(read))
          .toList();
      Value value = layer(layer, inputs, model.inside(KerasGraph.name(layer), storeNames.get(i)));
      values.add(value.shared(readers[i + 1] > 1));
    }
    return values.get(values.size() - 1);
  }

  private Value layer(JsonValue layer, List<Value> inputs, WeightSource.Place place)
      throws InvalidModelFileException {
    JsonValue type = layer.required("class_name");
    try {
      KerasLayer.requireKerasOwn(layer);
      if (KerasGraph.isModel(type.text())) {
        return read(KerasGraph.of(layer), only(inputs, type), place);
      }
      precisions.add(Precision.of(layer, file));
      JsonValue settings = layer.required("config");
      if (KerasLayer.passesOn(type.text())) {
        leftOut.add("%s (%s)".formatted(place.name(), type.text()));
        return only(inputs, type);
      }
      return switch (type.text()) {
        case "Rescaling" -> rescaled(type, settings, inputs);
        case "Reshape" -> reshaped(type, settings, inputs);
        default -> computed(type, settings, inputs, place);
      };
    } catch (InvalidJsonException e) {
      throw new InvalidJsonException(
          "layer '%s' (%s): %s".formatted(KerasGraph.name(layer), type.text(), e.getMessage()));
    }
  }

  private static Value only(List<Value> inputs, JsonValue type) {
    if (inputs.size() != 1) {
      throw type.error("it must read one value, found " + inputs.size());
    }
    return inputs.get(0);
  }

  /** One at the beginning is told apart from the network, so that pixels can be scaled before it. */
  private Value rescaled(JsonValue type, JsonValue settings, List<Value> inputs) {
    Value value = only(inputs, type);
    double scale = settings.required("scale").doubleValue();
    double offset = settings.required("offset").doubleValue();
    if (builder.canRescale(value)) {
      builder.rescale(settings.make(() -> new Rescaling(scale, offset)));
      return value;
    }
    Operation layer = settings.make(() -> new dev.plenum.api.network.Rescaling(scale, offset));
    return added(layer, settings, inputs);
  }

  private Value reshaped(JsonValue type, JsonValue settings, List<Value> inputs) {
    Value value = only(inputs, type);
    JsonValue place = settings.required("target_shape");
    Shape target = place.make(() -> KerasLayer.target(place, value.shape().size()));
    if (target.size() != value.shape().size()) {
      throw place.expected("a shape of " + value.shape().size() + " values");
    }
    return builder.reshape(value, target, place);
  }

  private Value computed(
      JsonValue type, JsonValue settings, List<Value> inputs, WeightSource.Place place)
      throws InvalidModelFileException {
    if (inputs.isEmpty()) {
      throw type.error("it reads nothing");
    }
    Shape input = inputs.get(0).shape();
    Operation operation = type.text().equals("Normalization")
        ? KerasNormalization.of(settings, input, place, weights)
        : KerasLayer.operation(type, settings, input, isKeras2);
    Value value = added(operation, settings, inputs);
    places.put(value.number(), place);
    return value;
  }

  private Value added(Operation operation, JsonValue settings, List<Value> inputs) {
    Value value = builder.add(operation, inputs, settings);
    if (settings
        .optional("trainable")
        .filter(trainable -> !trainable.booleanValue())
        .isPresent()) {
      builder.freeze();
    }
    return value;
  }
}
