package dev.plenum.interchange.keras;

import dev.plenum.api.network.Network;
import dev.plenum.api.network.PlacedLayer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Where the layers of a network are in a file of weights of Keras 3, if nothing else describes it. */
final class StoredLayers {
  private StoredLayers() {}

  /** The names of all layers in the weights of a model that is this network. */
  static List<String> names(Network network) {
    List<PlacedLayer> layers = network.placedLayers();
    return StoreNames.of(
        layers.stream().map(layer -> layer.spec().type()).toList(),
        GraphOrder.of(layers.stream().map(PlacedLayer::reads).toList()));
  }

  /**
   * Where each layer's weights are, by the layers' positions. Those of one kind may be in a model that
   * was a layer: the convolutions of a network's features, whose head is outside.
   *
   * @param stored the layers that have variables: {@code dense}, {@code sequential/layers/conv2d}
   * @throws InvalidHdfException if layers of one kind are in several models, so that it is not said
   *     which of them come first
   */
  static Map<Integer, WeightSource.Place> places(Network network, Set<String> stored) {
    Map<String, Set<String>> models = models(stored);
    List<String> names = names(network);
    Map<Integer, WeightSource.Place> places = new HashMap<>();
    for (PlacedLayer layer : network.placedLayers()) {
      String name = names.get(layer.index());
      String model = only(models.getOrDefault(kind(name), Set.of("")), kind(name));
      List<String> path = List.of((model + name).split("/" + KerasWeights.LAYERS + "/", -1));
      places.put(layer.index(), new WeightSource.Place(path, path));
    }
    return places;
  }

  /** For each kind of layer the models that have some: {@code sequential/layers/}, or nothing. */
  private static Map<String, Set<String>> models(Set<String> stored) {
    Map<String, Set<String>> models = new HashMap<>();
    for (String path : stored) {
      int name = path.lastIndexOf('/') + 1;
      models
          .computeIfAbsent(kind(path.substring(name)), kind -> new TreeSet<>())
          .add(path.substring(0, name));
    }
    return models;
  }

  private static String only(Set<String> models, String kind) {
    if (models.size() > 1) {
      throw new InvalidHdfException(
          "its layers of the kind '%s' are in several models, and it does not say which of them come first; the whole model (.keras) does"
              .formatted(kind));
    }
    return models.iterator().next();
  }

  /** A name without its counter. */
  private static String kind(String name) {
    return name.replaceFirst("_\\d+$", "");
  }
}
