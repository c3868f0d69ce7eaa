package dev.plenum.interchange.dl4j;

import dev.plenum.api.network.PlacedLayer;
import dev.plenum.persistence.InvalidJsonException;
import dev.plenum.persistence.JsonValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What {@code configuration.json} says: a MultiLayerNetwork's, or a ComputationGraph's.
 *
 * @param vertices in the order in which their parameters are stored, each behind those that it reads
 * @param output the position of the vertex that makes the output
 * @param dataType what it computes in: {@code FLOAT}
 * @param iterations how many updates its parameters have had
 */
record Configuration(List<Vertex> vertices, int output, String dataType, long iterations) {
  /** Many times as many as the deepest networks have. */
  private static final int MOST_VERTICES = 5000;

  /**
   * Reads it.
   *
   * @throws InvalidJsonException if it is neither, or has more than one input or output
   */
  static Configuration read(JsonValue root) {
    if (root.optional("confs").isPresent()) {
      return line(root);
    }
    if (root.optional("vertices").isPresent()) {
      return graph(root);
    }
    throw root.error(
        "it has neither layers ('confs') nor 'vertices', as a MultiLayerNetwork or a ComputationGraph has");
  }

  private static Configuration line(JsonValue root) {
    Optional<JsonValue> preprocessors =
        root.optional("inputPreProcessors").filter(value -> !value.isNull());
    List<Vertex> vertices = new ArrayList<>();
    for (JsonValue conf : root.required("confs").elements()) {
      int i = vertices.size();
      JsonValue layer = layer(conf);
      vertices.add(new Vertex(
          name(layer, "layer " + i),
          layer,
          true,
          preprocessors.flatMap(all -> all.optional(String.valueOf(i))),
          List.of(i - 1))); // IMAGES is −1
    }
    if (vertices.isEmpty()) {
      throw root.required("confs").expected("a list that is not empty");
    }
    return of(root, vertices, vertices.size() - 1);
  }

  private static Configuration graph(JsonValue root) {
    JsonValue order = root.optional("topologicalOrderStr")
        .filter(value -> !value.isNull())
        .orElseThrow(() -> root.error("the key 'topologicalOrderStr' is missing"));
    String input = only(root.required("networkInputs"));
    String output = only(root.required("networkOutputs"));
    Map<String, Integer> positions = new HashMap<>(Map.of(input, PlacedLayer.IMAGES));
    List<Vertex> vertices = new ArrayList<>();
    for (JsonValue name : order.elements()) {
      if (!name.text().equals(input)) {
        vertices.add(vertex(root, name, positions));
        positions.put(name.text(), vertices.size() - 1);
      }
    }
    if (vertices.size() != root.required("vertices").keys().size()
        || positions.getOrDefault(output, PlacedLayer.IMAGES) == PlacedLayer.IMAGES) {
      throw order.error("these are not the vertices of the graph");
    }
    return of(root, vertices, Objects.requireNonNull(positions.get(output)));
  }

  private static Vertex vertex(JsonValue root, JsonValue name, Map<String, Integer> positions) {
    JsonValue content = root.required("vertices").required(name.text());
    List<Integer> reads = new ArrayList<>();
    for (JsonValue source : root.required("vertexInputs").required(name.text()).elements()) {
      Integer position = positions.get(source.text());
      if (position == null) {
        throw source.error("the vertex '%s' reads '%s', which is not a vertex that comes before it"
            .formatted(name.text(), source.text()));
      }
      reads.add(position);
    }
    if (reads.isEmpty()) {
      throw content.error("the vertex '%s' reads nothing".formatted(name.text()));
    }
    boolean isLayer = ClassName.of(content).equals("LayerVertex");
    return new Vertex(
        name.text(),
        isLayer ? layer(content.required("layerConf")) : content,
        isLayer,
        content.optional("preProcessor").filter(value -> !value.isNull()),
        reads);
  }

  private static Configuration of(JsonValue root, List<Vertex> vertices, int output) {
    if (vertices.size() > MOST_VERTICES) {
      throw root.error(String.format(
          Locale.ROOT,
          "it has %d layers and vertices; %d can be read",
          vertices.size(),
          MOST_VERTICES));
    }
    return new Configuration(
        List.copyOf(vertices),
        output,
        root.optional("dataType").map(JsonValue::text).orElse("FLOAT"),
        root.optional("iterationCount").map(JsonValue::longValue).orElse(0L));
  }

  /** Before version 1.0.0-beta, the name of the layer's kind was a key. */
  private static JsonValue layer(JsonValue conf) {
    JsonValue layer = conf.required("layer");
    if (layer.optional("@class").isEmpty()) {
      throw layer.error("it has no '@class'");
    }
    return layer;
  }

  private static String name(JsonValue layer, String otherwise) {
    return layer
        .optional("layerName")
        .filter(name -> !name.isNull())
        .map(JsonValue::text)
        .orElse(otherwise);
  }

  private static String only(JsonValue names) {
    if (names.elements().size() != 1) {
      throw names.expected("one name");
    }
    return names.elements().get(0).text();
  }
}
