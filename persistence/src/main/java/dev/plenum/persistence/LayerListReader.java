package dev.plenum.persistence;

import dev.plenum.api.network.Graph;
import dev.plenum.api.network.LayerSpec;
import dev.plenum.api.network.MergeSpec;
import dev.plenum.api.network.Network;
import dev.plenum.api.network.Operation;
import dev.plenum.api.network.PlacedLayer;
import dev.plenum.api.network.Sequential;
import dev.plenum.api.network.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reads a network's layers, see {@link NetworkJson}: what each of them is, and what it reads. */
final class LayerListReader {
  private final List<JsonValue> layers;
  private final List<Operation> operations = new ArrayList<>();
  /** By the names that the network will give them, in their order. */
  private final Map<String, Integer> positions = new LinkedHashMap<>();

  private final Map<String, Integer> sameKind = new HashMap<>();
  private final Set<Integer> frozen = new TreeSet<>();

  LayerListReader(JsonValue list) {
    layers = list.elements();
    layers.forEach(this::read);
  }

  private void read(JsonValue layer) {
    JsonValue type = layer.required(NetworkJson.TYPE);
    OperationKind<?> kind = OperationJson.kind(type);
    layer.object(OperationKind.keys(
            List.of(NetworkJson.TYPE),
            kind.keys(),
            List.of(NetworkJson.INPUTS, NetworkJson.TRAINABLE))
        .toArray(String[]::new));
    Operation operation = kind.read(layer);
    if (!layer.flag(NetworkJson.TRAINABLE, true)) {
      frozen.add(operations.size());
    }
    positions.put(nextName(operation.namePrefix()), operations.size());
    operations.add(operation);
  }

  /** As the network will name it. */
  private String nextName(String prefix) {
    int before = sameKind.merge(prefix, 1, Integer::sum) - 1;
    return before == 0 ? prefix : prefix + "_" + before;
  }

  /**
   * The network.
   *
   * @throws IllegalArgumentException if the layers do not fit together
   */
  Network network(Shape input) {
    boolean isLine =
        layers.stream().allMatch(layer -> layer.optional(NetworkJson.INPUTS).isEmpty());
    return isLine ? line(input) : graph(input);
  }

  private Sequential line(Shape input) {
    List<LayerSpec> line = new ArrayList<>();
    for (int i = 0; i < layers.size(); i++) {
      if (operations.get(i) instanceof MergeSpec merge) {
        throw layers
            .get(i)
            .error("%s reads two or more values, so it needs the key '%s'"
                .formatted(merge.type(), NetworkJson.INPUTS));
      }
      line.add((LayerSpec) operations.get(i));
    }
    return new Sequential(input, line, frozen);
  }

  private Graph graph(Shape input) {
    List<Graph.Node> nodes = new ArrayList<>();
    for (int i = 0; i < layers.size(); i++) {
      nodes.add(new Graph.Node(operations.get(i), reads(i)));
    }
    return new Graph(input, nodes, frozen);
  }

  /** Where the values that a layer reads are made: those that it names, or the one before it. */
  private List<Integer> reads(int position) {
    return layers
        .get(position)
        .optional(NetworkJson.INPUTS)
        .map(inputs ->
            inputs.elements().stream().map(name -> source(name, position)).toList())
        .orElse(List.of(position - 1)); // IMAGES is -1
  }

  private int source(JsonValue name, int reader) {
    if (name.text().equals(NetworkJson.IMAGES)) {
      return PlacedLayer.IMAGES;
    }
    Integer position = positions.get(name.text());
    if (position == null) {
      throw name.error("there is no layer '%s'; '%s' can read %s"
          .formatted(name.text(), names().get(reader), readable(reader)));
    }
    if (position >= reader) {
      throw name.error("'%s' cannot read '%s', which does not come before it; it can read %s"
          .formatted(names().get(reader), name.text(), readable(reader)));
    }
    return position;
  }

  private List<String> names() {
    return List.copyOf(positions.keySet());
  }

  private String readable(int reader) {
    return names().subList(0, reader).stream()
        .collect(Collectors.joining(", ", NetworkJson.IMAGES + (reader == 0 ? "" : ", "), ""));
  }
}
