package dev.plenum.persistence;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plenum.api.network.Graph;
import dev.plenum.api.network.Network;
import dev.plenum.api.network.Operation;
import dev.plenum.api.network.PlacedLayer;
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
 * (valid), activation (linear) …
 *
 * <p>A layer reads what the one before it gives; the first one reads the images. Where it does not, it
 * says what it reads, by the names that Keras gives to layers: the kind in snake case, with a counter
 * from the second one of its kind on. The images are called {@code images}.
 *
 * <pre>{@code
 * {"type": "Conv2D", "filters": 16, "kernel_size": [3, 3], "strides": [1, 1], "padding": "same", "activation": "linear"},
 * {"type": "Add", "inputs": ["activation", "conv2d_1"]},
 * }</pre>
 *
 * A network in which no layer says what it reads is a {@link dev.plenum.api.network.Sequential}, else
 * it is a {@link Graph}. A layer that training leaves as it is has {@code "trainable": false}.
 */
public final class NetworkJson {
  static final String TYPE = "type";
  static final String INPUTS = "inputs";
  static final String IMAGES = "images";
  static final String TRAINABLE = "trainable";
  private static final String INPUT_SHAPE = "input_shape";
  private static final String LAYERS = "layers";

  private NetworkJson() {}

  /**
   * Reads a network.
   *
   * @param json the text of a whole document
   * @param source what to call the document in messages: a file's name
   * @return a {@link dev.plenum.api.network.Sequential}, or a {@link Graph} if a layer says what it reads
   * @throws InvalidJsonException if it is not valid JSON, has unknown or missing keys or values out
   *     of range, or the layers do not fit together
   */
  public static Network read(String json, String source) {
    return read(Json.parse(json, source));
  }

  /**
   * {@return the network as indented JSON, with every value spelt out}
   *
   * @param network any, with or without layers that say what they read
   */
  public static String write(Network network) {
    return Json.pretty(node(network));
  }

  /**
   * Reads one layer from Keras's own description, which has more settings than are needed here;
   * whether they can be ignored is up to the caller.
   *
   * @param type the layer's class
   * @param settings among which {@code filters}, {@code kernel_size} … are
   * @return the layer, without its name and what it reads
   * @throws InvalidJsonException if the class is unknown, or a setting is missing or out of range
   */
  public static Operation operation(JsonValue type, JsonValue settings) {
    return OperationJson.kind(type).read(settings);
  }

  /**
   * {@return a layer's settings, without its type}
   *
   * @param layer defaults of it are spelt out
   */
  public static JsonObject settings(Operation layer) {
    return new JsonObject(OperationJson.settings(layer));
  }

  /**
   * {@return the network as a JSON object}
   *
   * @param network every value of it is spelt out
   */
  public static JsonObject toJson(Network network) {
    return new JsonObject(node(network));
  }

  /**
   * Reads a network that is part of a document.
   *
   * @param value an object with {@code input_shape} and {@code layers}
   * @return a {@link dev.plenum.api.network.Sequential}, or a {@link Graph} if a layer says what it reads
   * @throws InvalidJsonException if it is no network
   */
  public static Network read(JsonValue value) {
    value.object(INPUT_SHAPE, LAYERS);
    Shape input = shape(value.required(INPUT_SHAPE));
    LayerListReader layers = new LayerListReader(value.required(LAYERS));
    return value.make(() -> layers.network(input));
  }

  static ObjectNode node(Network network) {
    ObjectNode node = Json.object();
    node.set(INPUT_SHAPE, shapeNode(network.input()));
    ArrayNode layers = node.putArray(LAYERS);
    List<PlacedLayer> placed = network.placedLayers();
    boolean isLinearGraph =
        network instanceof Graph && placed.stream().allMatch(NetworkJson::followsOn);
    for (PlacedLayer layer : placed) {
      ObjectNode own = layers.addObject().put(TYPE, layer.spec().type());
      own.setAll(OperationJson.settings(layer.spec()));
      if (!followsOn(layer) || (isLinearGraph && layer.index() == 0)) {
        ArrayNode inputs = own.putArray(INPUTS);
        layer
            .reads()
            .forEach(number -> inputs.add(
                number == PlacedLayer.IMAGES ? IMAGES : placed.get(number).name()));
      }
      if (layer.frozen()) {
        own.put(TRAINABLE, false);
      }
    }
    return node;
  }

  /** Whether it reads the layer before it and nothing else. */
  private static boolean followsOn(PlacedLayer layer) {
    return layer.reads().equals(List.of(layer.index() - 1)); // IMAGES is -1
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
