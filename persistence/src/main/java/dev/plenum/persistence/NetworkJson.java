package dev.plenum.persistence;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plenum.api.network.LayerSpec;
import dev.plenum.api.network.Network;
import dev.plenum.api.network.Operation;
import dev.plenum.api.network.Sequential;
import dev.plenum.api.network.Shape;
import java.util.List;

/**
 * Networks as JSON, in Keras's words:
 *
 * <pre>{@code
 * {
 *   "input_shape": [28, 28, 1],
 *   "layers": [
 *     {"type": "Conv2D", "filters": 10, "kernel_size": [5, 5], "strides": [1, 1], "padding": "same", "activation": "relu"},
 *     {"type": "MaxPooling2D", "pool_size": [2, 2], "strides": [2, 2], "padding": "valid"},
 *     {"type": "Flatten"},
 *     {"type": "Dropout", "rate": 0.2},
 *     {"type": "Dense", "units": 10, "activation": "softmax"}
 *   ]
 * }
 * }</pre>
 *
 * A size may be one number when both are equal, {@code MaxPool2D} is {@code MaxPooling2D}, and what
 * has a default in Keras may be left out: strides (1; a pool's size), pool_size (2), padding
 * (valid), activation (linear).
 */
public final class NetworkJson {
  private NetworkJson() {}

  /**
   * Reads a network.
   *
   * @param source what to call the document in messages: a file's name
   * @throws InvalidJsonException if it is not valid JSON, has unknown or missing keys or values out
   *     of range, or the layers do not fit together
   */
  public static Network read(String json, String source) {
    return read(Json.parse(json, source));
  }

  /** The network as indented JSON, with every value spelt out. */
  public static String write(Network network) {
    return Json.pretty(node(network));
  }

  /**
   * Reads one layer from Keras's own description, which has more settings than are needed here;
   * whether they can be ignored is up to the caller.
   *
   * @param type the layer's class
   * @param settings among which {@code filters}, {@code kernel_size} … are
   * @throws InvalidJsonException if the class is unknown, or a setting is missing or out of range
   */
  public static LayerSpec layer(JsonValue type, JsonValue settings) {
    return LayerJson.read(type, settings);
  }

  /** A layer's settings, without its type. */
  public static JsonObject settings(Operation layer) {
    return new JsonObject(LayerJson.settings(layer));
  }

  /** The network as a JSON object. */
  public static JsonObject toJson(Network network) {
    return new JsonObject(node(network));
  }

  /**
   * Reads a network that is part of a document.
   *
   * @throws InvalidJsonException if it is no network
   */
  public static Network read(JsonValue value) {
    value.object("input_shape", "layers");
    Shape input = shape(value.required("input_shape"));
    List<LayerSpec> layers =
        value.required("layers").elements().stream().map(LayerJson::read).toList();
    return value.make(() -> new Sequential(input, layers));
  }

  static ObjectNode node(Network network) {
    ObjectNode node = Json.object();
    node.set("input_shape", shapeNode(network.input()));
    ArrayNode layers = node.putArray("layers");
    network.placedLayers().forEach(layer -> layers.add(LayerJson.node(layer.spec())));
    return node;
  }

  static Shape shape(JsonValue value) {
    List<Integer> dimensions =
        value.elements().stream().map(JsonValue::intValue).toList();
    return value.make(() -> new Shape(dimensions));
  }

  static ArrayNode shapeNode(Shape shape) {
    ArrayNode dimensions = Json.object().arrayNode();
    shape.dimensions().forEach(dimensions::add);
    return dimensions;
  }
}
