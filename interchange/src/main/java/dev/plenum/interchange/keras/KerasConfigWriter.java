package dev.plenum.interchange.keras;

import dev.plenum.api.network.LayerSpec;
import dev.plenum.api.network.MergeSpec;
import dev.plenum.api.network.Network;
import dev.plenum.api.network.Operation;
import dev.plenum.api.network.PlacedLayer;
import dev.plenum.api.network.Sequential;
import dev.plenum.api.network.Shape;
import dev.plenum.persistence.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Describes a network as {@link KerasConfig} reads it; Keras takes its defaults for the rest. */
final class KerasConfigWriter {
  private static final String INPUT = "input_layer";

  /**
   * A value between two layers.
   *
   * @param maker the name of the layer that makes it
   */
  private record Tensor(String maker, Shape shape) {}

  private final List<Map<String, Object>> layers = new ArrayList<>();
  private final boolean isLine;

  private KerasConfigWriter(boolean isLine) {
    this.isLine = isLine;
  }

  /**
   * The description.
   *
   * @param before layers that the images pass before they get to the network; they keep their shape
   * @throws IllegalArgumentException if Keras has no name for a layer's activation; the message names
   *     the layer
   */
  static JsonObject write(Network network, List<LayerSpec> before) {
    KerasConfigWriter writer = new KerasConfigWriter(network instanceof Sequential);
    Tensor images = writer.input(network.input());
    for (LayerSpec layer : before) {
      String name = freeName(layer.namePrefix(), network);
      images = writer.add(name, layer, false, List.of(images), network.input());
    }
    List<Tensor> made = new ArrayList<>();
    for (PlacedLayer layer : network.placedLayers()) {
      List<Tensor> read = new ArrayList<>();
      for (int number : layer.reads()) {
        read.add(number == PlacedLayer.IMAGES ? images : made.get(number));
      }
      made.add(writer.add(layer.name(), layer.spec(), layer.frozen(), read, layer.output()));
    }
    return writer.model(made.get(made.size() - 1));
  }

  /** A name that no layer of the network has. */
  private static String freeName(String name, Network network) {
    boolean isTaken =
        network.placedLayers().stream().anyMatch(layer -> layer.name().equals(name));
    return isTaken ? "input_" + name : name;
  }

  private JsonObject model(Tensor output) {
    Map<String, Object> config = new LinkedHashMap<>();
    config.put("name", isLine ? "sequential" : "functional");
    config.put("layers", layers);
    if (!isLine) {
      config.put("input_layers", List.of(INPUT, 0, 0));
      config.put("output_layers", List.of(output.maker, 0, 0));
    }
    return JsonObject.of(
        isLine
            ? KerasObject.of("keras", "Sequential", config)
            : KerasObject.of("keras.src.models.functional", "Functional", config));
  }

  private Tensor input(Shape shape) {
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("batch_shape", KerasObject.batch(shape));
    addObject(INPUT, "InputLayer", settings, List.of());
    return new Tensor(INPUT, shape);
  }

  private Tensor add(
      String name, Operation layer, boolean frozen, List<Tensor> read, Shape output) {
    Map<String, Object> settings = KerasObject.settings(name, layer);
    if (frozen) {
      settings.put("trainable", false);
    }
    List<Object> tensors = new ArrayList<>();
    for (Tensor tensor : read) {
      tensors.add(KerasObject.tensor(tensor.maker, tensor.shape));
    }
    Map<String, Object> use = new LinkedHashMap<>();
    use.put("args", layer instanceof MergeSpec ? List.of(tensors) : tensors);
    use.put("kwargs", Map.of());
    addObject(name, layer.type(), settings, List.of(use));
    return new Tensor(name, output);
  }

  private void addObject(
      String name, String type, Map<String, Object> settings, List<Map<String, Object>> uses) {
    settings.put("name", name);
    settings.put("dtype", "float32");
    Map<String, Object> object = KerasObject.of("keras.layers", type, settings);
    if (!isLine) {
      object.put("name", name);
      object.put("inbound_nodes", uses);
    }
    layers.add(object);
  }
}
