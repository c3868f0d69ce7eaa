package dev.plenum.interchange.keras;

import dev.plenum.persistence.JsonValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The layers of a Sequential or Functional model and how they are connected. A model in it is one of
 * its layers.
 *
 * @param input the settings that say what the input is, where they are there
 * @param layers all but the InputLayer, each behind those that it reads; the last one makes the output
 * @param reads the positions of the layers that each of them reads; {@link #INPUT} for the input
 */
record KerasGraph(Optional<JsonValue> input, List<JsonValue> layers, List<List<Integer>> reads) {
  static final int INPUT = -1;
  static final String SEQUENTIAL = "Sequential";
  /** A Functional model; Keras 2 also called it {@code Model}. */
  static final List<String> FUNCTIONAL = List.of("Functional", "Model");

  private static final String INPUT_LAYER = "InputLayer";
  private static final String INBOUND = "inbound_nodes";

  /** Whether a layer is a model by itself. */
  static boolean isModel(String className) {
    return className.equals(SEQUENTIAL) || FUNCTIONAL.contains(className);
  }

  /**
   * Reads a model's description.
   *
   * @throws dev.plenum.persistence.InvalidJsonException if it is of another kind, is not what Keras
   *     writes, or has more than one input or output, or a layer that is used at several places
   */
  static KerasGraph of(JsonValue model) {
    JsonValue kind = model.required("class_name");
    JsonValue config = model.required("config");
    // The oldest versions have nothing but the layers.
    JsonValue list = config.isList() ? config : config.required("layers");
    KerasGraph graph;
    if (kind.text().equals(SEQUENTIAL)) {
      graph = line(list.elements());
    } else if (FUNCTIONAL.contains(kind.text())) {
      graph = functional(config, list.elements());
    } else {
      throw kind.expected("one of [Sequential, Functional]");
    }
    if (graph.layers.isEmpty()) {
      throw list.expected("an InputLayer and more");
    }
    return graph;
  }

  private static KerasGraph line(List<JsonValue> all) {
    boolean hasInput = !all.isEmpty() && isInput(all.get(0));
    List<JsonValue> layers = hasInput ? all.subList(1, all.size()) : all;
    List<List<Integer>> reads = new ArrayList<>();
    for (int i = 0; i < layers.size(); i++) {
      reads.add(List.of(i - 1)); // INPUT is -1
    }
    return new KerasGraph(
        all.stream().findFirst().map(first -> first.required("config")), layers, reads);
  }

  private static KerasGraph functional(JsonValue config, List<JsonValue> all) {
    JsonValue input = onlyInput(config, all);
    List<JsonValue> layers = all.stream().filter(layer -> !isInput(layer)).toList();
    Map<String, Integer> positions = new HashMap<>(Map.of(name(input), INPUT));
    List<List<Integer>> reads = new ArrayList<>();
    for (JsonValue layer : layers) {
      reads.add(onlyUse(layer).stream()
          .map(source -> position(source, positions, layer))
          .toList());
      positions.put(name(layer), reads.size() - 1);
    }
    requireOutput(config, layers);
    return new KerasGraph(Optional.of(input.required("config")), layers, reads);
  }

  private static JsonValue onlyInput(JsonValue config, List<JsonValue> all) {
    List<JsonValue> inputs = all.stream().filter(KerasGraph::isInput).toList();
    if (inputs.isEmpty()) {
      throw config.required("layers").expected("an InputLayer and more");
    }
    if (inputs.size() > 1) {
      throw inputs
          .get(1)
          .error("there is more than one input: "
              + inputs.stream().map(KerasGraph::name).collect(Collectors.joining(", ")));
    }
    return inputs.get(0);
  }

  private static List<JsonValue> onlyUse(JsonValue layer) {
    JsonValue nodes = layer.required(INBOUND);
    int uses = nodes.elements().size();
    if (uses != 1) {
      throw nodes.error(String.format(
          Locale.ROOT,
          "the layer '%s' is used at %d places; each layer must be used at one place",
          name(layer),
          uses));
    }
    return InboundNode.inputs(nodes.elements().get(0));
  }

  private static int position(JsonValue source, Map<String, Integer> positions, JsonValue reader) {
    Integer position = positions.get(source.text());
    if (position == null) {
      throw source.error("the layer '%s' reads '%s', which is not a layer that comes before it"
          .formatted(name(reader), source.text()));
    }
    return position;
  }

  private static void requireOutput(JsonValue config, List<JsonValue> layers) {
    JsonValue outputs = config.required("output_layers");
    List<JsonValue> parts = outputs.elements();
    boolean isNested = !parts.isEmpty() && parts.get(0).isList();
    if (isNested && parts.size() > 1) {
      throw outputs.error("there is more than one output: "
          + parts.stream().map(output -> first(output).text()).collect(Collectors.joining(", ")));
    }
    String found = first(isNested ? parts.get(0) : outputs).text();
    if (!layers.isEmpty()) {
      String last = name(layers.get(layers.size() - 1));
      KerasConfig.require(found.equals(last), outputs, "the last layer, '" + last + "',");
    }
  }

  private static JsonValue first(JsonValue list) {
    return list.elements().stream()
        .findFirst()
        .orElseThrow(() -> list.expected("a list that is not empty"));
  }

  private static boolean isInput(JsonValue layer) {
    return layer.required("class_name").text().equals(INPUT_LAYER);
  }

  /** The name that a layer has in Keras. */
  static String name(JsonValue layer) {
    JsonValue config = layer.required("config");
    // The oldest versions have nothing but a list in a Sequential's config, and its name beside it.
    return (config.isObject() ? config.required("name") : layer.required("name")).text();
  }

  /** How many layers read the input, and then for each layer how many read what it gives. */
  int[] readers() {
    int[] readers = new int[1 + layers.size()];
    reads.forEach(list -> list.forEach(read -> readers[1 + read]++)); // INPUT is -1
    return readers;
  }

  /** The names of the layers in Keras 3's files of weights. */
  List<String> storeNames() {
    List<String> classes =
        layers.stream().map(layer -> layer.required("class_name").text()).toList();
    return StoreNames.of(classes, GraphOrder.of(reads));
  }
}
