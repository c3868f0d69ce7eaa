package dev.plenum.persistence;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plenum.api.network.Activation;
import dev.plenum.api.network.Conv2D;
import dev.plenum.api.network.Dense;
import dev.plenum.api.network.Dropout;
import dev.plenum.api.network.Flatten;
import dev.plenum.api.network.LayerSpec;
import dev.plenum.api.network.MaxPool2D;
import dev.plenum.api.network.Operation;
import dev.plenum.api.network.Padding;
import dev.plenum.api.network.Window;
import java.util.List;

/** Layers as JSON, see {@link NetworkJson}. */
final class LayerJson {
  private static final List<String> TYPES =
      List.of("Conv2D", "MaxPooling2D", "MaxPool2D", "Flatten", "Dense", "Dropout");

  /** Height and width. */
  private record Size(int height, int width) {}

  private LayerJson() {}

  static LayerSpec read(JsonValue layer) {
    JsonValue type = layer.required("type");
    layer.object(keys(type.oneOf(TYPES)));
    return read(type, layer);
  }

  private static String[] keys(String type) {
    return switch (type) {
      case "Conv2D" ->
        new String[] {"type", "filters", "kernel_size", "strides", "padding", "activation"};
      case "MaxPooling2D", "MaxPool2D" -> new String[] {"type", "pool_size", "strides", "padding"};
      case "Dense" -> new String[] {"type", "units", "activation"};
      case "Dropout" -> new String[] {"type", "rate"};
      default -> new String[] {"type"};
    };
  }

  /** Reads a layer's settings among others. */
  static LayerSpec read(JsonValue type, JsonValue settings) {
    String name = type.oneOf(TYPES);
    return settings.make(() -> switch (name) {
      case "Conv2D" -> conv2D(settings);
      case "MaxPooling2D", "MaxPool2D" -> maxPool2D(settings);
      case "Dense" -> new Dense(settings.required("units").intValue(), activation(settings));
      case "Dropout" -> new Dropout(settings.required("rate").doubleValue());
      default -> Flatten.instance();
    });
  }

  private static LayerSpec conv2D(JsonValue layer) {
    Size kernel = size(layer.required("kernel_size"));
    return new Conv2D(
        layer.required("filters").intValue(),
        window(layer, kernel, new Size(1, 1)),
        activation(layer));
  }

  private static LayerSpec maxPool2D(JsonValue layer) {
    Size pool = layer.optional("pool_size").map(LayerJson::size).orElse(new Size(2, 2));
    return new MaxPool2D(window(layer, pool, pool));
  }

  private static Window window(JsonValue layer, Size size, Size defaultStrides) {
    Size strides = layer.optional("strides").map(LayerJson::size).orElse(defaultStrides);
    Padding padding = layer
        .optional("padding")
        .map(value -> value.oneOf(List.of(Padding.values())))
        .orElse(Padding.VALID);
    return new Window(size.height(), size.width(), strides.height(), strides.width(), padding);
  }

  private static Size size(JsonValue value) {
    if (value.node().isArray() && value.node().size() == 2) {
      List<JsonValue> both = value.elements();
      return new Size(both.get(0).intValue(), both.get(1).intValue());
    }
    if (value.node().isInt()) {
      return new Size(value.intValue(), value.intValue());
    }
    throw value.expected("a whole number, or a list of two (height, width),");
  }

  private static Activation activation(JsonValue layer) {
    return layer
        .optional("activation")
        .map(value -> value.oneOf(List.of(Activation.values())))
        .orElse(Activation.LINEAR);
  }

  static ObjectNode node(Operation layer) {
    ObjectNode node = Json.object().put("type", layer.type());
    node.setAll(settings(layer));
    return node;
  }

  /** All but the type. */
  static ObjectNode settings(Operation layer) {
    ObjectNode node = Json.object();
    if (layer instanceof Conv2D conv) {
      node.put("filters", conv.filters());
      putWindow(node, "kernel_size", conv.window());
      putActivation(node, conv.activation());
    } else if (layer instanceof MaxPool2D pool) {
      putWindow(node, "pool_size", pool.window());
    } else if (layer instanceof Dense dense) {
      node.put("units", dense.units());
      putActivation(node, dense.activation());
    } else if (layer instanceof Dropout dropout) {
      node.put("rate", dropout.rate());
    } else if (!(layer instanceof Flatten)) {
      throw new IllegalArgumentException("a layer of type " + layer.type() + " cannot be stored");
    }
    return node;
  }

  private static void putWindow(ObjectNode node, String sizeKey, Window window) {
    node.putArray(sizeKey).add(window.height()).add(window.width());
    node.putArray("strides").add(window.strideY()).add(window.strideX());
    node.put("padding", window.padding().toString());
  }

  private static void putActivation(ObjectNode node, Activation activation) {
    node.put("activation", activation.toString());
  }
}
