package dev.plenum.interchange.dl4j;

import dev.plenum.api.network.Add;
import dev.plenum.api.network.Average;
import dev.plenum.api.network.Concatenate;
import dev.plenum.api.network.Flatten;
import dev.plenum.api.network.Maximum;
import dev.plenum.api.network.MergeSpec;
import dev.plenum.api.network.Multiply;
import dev.plenum.api.network.PlacedLayer;
import dev.plenum.api.network.Rescaling;
import dev.plenum.api.network.Shape;
import dev.plenum.interchange.Assembly;
import dev.plenum.interchange.TrainedNetwork;
import dev.plenum.persistence.InvalidJsonException;
import dev.plenum.persistence.JsonValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Makes a network of a configuration, vertex by vertex. */
final class NetworkReader {
  private static final Value IMAGES = Value.of(PlacedLayer.IMAGES);

  private final Configuration configuration;
  private final Assembly assembly;
  private final Parameters parameters;
  private final Layout layout = new Layout();
  private final TrainingOnly trainingOnly = new TrainingOnly();
  private final LayerReader layers;
  private final List<Value> values = new ArrayList<>();
  private final Value input;

  /**
   * Begins with the input.
   *
   * @param pictures the shape of the network's images
   * @param isFlat whether it gets them as values in a row, channel by channel
   */
  NetworkReader(
      Configuration configuration, Shape pictures, boolean isFlat, Parameters parameters) {
    this.configuration = configuration;
    this.assembly = new Assembly(pictures);
    this.parameters = parameters;
    this.layers = new LayerReader(assembly, parameters, layout, trainingOnly);
    if (isFlat) {
      parameters.requireRoom(pictures.size(), configuration.vertices().get(0).content());
    }
    this.input = isFlat
        ? new Value(
            assembly.add(Flatten.instance(), PlacedLayer.IMAGES),
            Layout.flattened(pictures, Layout.NCHW))
        : IMAGES;
  }

  /**
   * Reads all vertices.
   *
   * @throws InvalidJsonException if the contract has none that compute the same; the message names the
   *     layer or vertex
   */
  TrainedNetwork read() {
    configuration.vertices().forEach(this::add);
    Vertex last = configuration.vertices().get(configuration.output());
    Value output = values.get(configuration.output());
    if (output.order().isPresent()) {
      throw last.content().error("its classes are the values of flattened images");
    }
    return last.content().make(() -> assembly.network(output.part()));
  }

  /** The shape of the images that are flattened first, if some are. */
  Optional<Shape> flattened() {
    for (Vertex vertex : configuration.vertices()) {
      if (InputReader.flattens(vertex)) {
        return Optional.of(assembly.shape(inputs(vertex).get(0).part()));
      }
      add(vertex);
    }
    return Optional.empty();
  }

  private void add(Vertex vertex) {
    int first = assembly.size();
    try {
      values.add(vertex.content().make(() -> value(vertex)));
    } catch (InvalidJsonException e) {
      throw new InvalidJsonException("%s '%s': %s"
          .formatted(vertex.isLayer() ? "layer" : "vertex", vertex.name(), e.getMessage()));
    }
    if (vertex.isFrozen()) {
      for (int part = first; part < assembly.size(); part++) {
        assembly.freeze(part);
      }
    }
  }

  private List<Value> inputs(Vertex vertex) {
    return vertex.reads().stream()
        .map(read -> read == PlacedLayer.IMAGES ? input : values.get(read))
        .toList();
  }

  private Value value(Vertex vertex) {
    List<Value> inputs = inputs(vertex);
    if (vertex.isLayer()) {
      Value only = only(inputs, vertex);
      Value before = vertex
          .preprocessor()
          .map(preprocessor -> layers.preprocessed(preprocessor, only))
          .orElse(only);
      return layers.read(vertex.inner(), vertex.type(), before);
    }
    JsonValue content = vertex.content();
    return switch (vertex.type()) {
      case "MergeVertex" -> concatenated(content, inputs);
      case "ElementWiseVertex" -> merged(content, inputs);
      case "ScaleVertex" ->
        rescaled(only(inputs, vertex), content.required("scaleFactor").doubleValue(), 0);
      case "ShiftVertex" ->
        rescaled(only(inputs, vertex), 1, content.required("shiftFactor").doubleValue());
      case "PreprocessorVertex" ->
        layers.preprocessed(content.required("preProcessor"), only(inputs, vertex));
      default ->
        throw content.error("vertices of the class %s are not known here".formatted(vertex.type()));
    };
  }

  private static Value only(List<Value> inputs, Vertex vertex) {
    if (inputs.size() != 1) {
      throw vertex.content().error("it must read one value, found " + inputs.size());
    }
    return inputs.get(0);
  }

  private Value rescaled(Value value, double scale, double offset) {
    return layers.all(value, List.of(new Rescaling(scale, offset)));
  }

  private Value merged(JsonValue vertex, List<Value> inputs) {
    MergeSpec merge = switch (vertex.required("op").text()) {
      case "Add" -> new Add();
      case "Product" -> new Multiply();
      case "Average" -> new Average();
      case "Max" -> new Maximum();
      default -> throw vertex.required("op").expected("one of Add, Product, Average, Max");
    };
    boolean isPlain = inputs.stream().allMatch(input -> input.order().isEmpty());
    if (!isPlain && !haveOneOrder(inputs)) {
      throw vertex.error("it merges flattened images with other values");
    }
    return inputs.get(0).by(add(merge, inputs));
  }

  private boolean haveOneOrder(List<Value> inputs) {
    int[] order = order(inputs.get(0));
    return inputs.stream().allMatch(input -> Arrays.equals(order, order(input)));
  }

  private int[] order(Value value) {
    return assembly.shape(value.part()).isImage()
        ? new int[0]
        : value.order(assembly.shape(value.part()).size());
  }

  private Value concatenated(JsonValue vertex, List<Value> inputs) {
    if (inputs.size() == 1) {
      return inputs.get(0);
    }
    boolean areImages = assembly.shape(inputs.get(0).part()).isImage();
    int axis = vertex.whole("mergeAxis", 1);
    if (areImages) {
      if (axis != 1 && axis != 3) {
        throw vertex.required("mergeAxis").expected("the axis of the channels, 1 or 3,");
      }
      layout.see(axis == 1 ? Layout.NCHW : Layout.NHWC, vertex);
    } else if (axis != 1) {
      throw vertex.required("mergeAxis").expected("the axis of the values, 1,");
    }
    int part = add(new Concatenate(), inputs);
    if (inputs.stream().allMatch(input -> input.order().isEmpty())) {
      return Value.of(part);
    }
    parameters.requireRoom(assembly.shape(part).size(), vertex);
    return new Value(
        part, Optional.of(Arrangement.joined(inputs.stream().map(this::order).toList())));
  }

  private int add(MergeSpec merge, List<Value> inputs) {
    return assembly.add(merge, inputs.stream().map(Value::part).toList());
  }

  /** The parts of the network that {@link #read} gave, in the order of its layers. */
  List<Integer> parts() {
    return assembly.parts(values.get(configuration.output()).part());
  }

  /** What does nothing when predicting, and was left out. */
  List<String> leftOut() {
    return trainingOnly.leftOut();
  }
}
