package dev.plenum.experiment;

import dev.plenum.api.network.Activation;
import dev.plenum.api.network.ActivationLayer;
import dev.plenum.api.network.Dense;
import dev.plenum.api.network.Graph;
import dev.plenum.api.network.InvalidNetworkException;
import dev.plenum.api.network.LayerSpec;
import dev.plenum.api.network.Network;
import dev.plenum.api.network.PlacedLayer;
import dev.plenum.api.network.Sequential;
import dev.plenum.api.network.Shape;
import dev.plenum.api.tensor.NamedTensors;
import dev.plenum.api.tensor.Tensor;
import dev.plenum.persistence.ModelFile;
import dev.plenum.persistence.Preprocessing;
import dev.plenum.persistence.SavedModel;
import dev.plenum.predictor.ModelInputs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A trained network with a new head for other classes: transfer learning. All but the last Dense layer are
 * its features, which keep their weights; the new Dense layer with softmax starts from the seed. Features
 * can be frozen, so that only the head is trained. They get pixels of the range that they were trained on,
 * normalised as there, by the same statistics.
 */
public final class TransferredNetwork implements NetworkSource {
  /** Stands for all layers before the new head. */
  public static final String FEATURES = "features";

  private final String displayName;
  private final Network base;
  private final List<String> freeze;
  private final Optional<Preprocessing> preprocessing;
  private final StartWeights start;
  private final int features;

  /**
   * For a network that was trained on pixels from 0 to 1, without normalisation.
   *
   * @param displayName what users call it: its file's name
   * @param base the network, of which the last Dense layer is left out
   * @param weights its weights, by name
   * @param freeze what training leaves as it is: {@link #FEATURES}, or names of layers; may be empty
   * @throws InvalidNetworkException if it has nothing before its last Dense layer, or there is no layer of
   *     such a name
   */
  public TransferredNetwork(
      String displayName, Network base, NamedTensors weights, List<String> freeze) {
    this(displayName, base, weights, freeze, Optional.empty());
  }

  /**
   * For a saved model.
   *
   * @param displayName what users call it: its file's name
   * @param base the model, of whose network the last Dense layer is left out
   * @param freeze what training leaves as it is: {@link #FEATURES}, or names of layers; may be empty
   * @throws IllegalArgumentException as the other constructor, and if its pictures are normalised in a way
   *     that is not known here
   */
  public TransferredNetwork(String displayName, SavedModel base, List<String> freeze) {
    this(
        displayName,
        base.network(),
        base.weights(),
        freeze,
        Optional.of(ModelInputs.of(base.preprocessing()).preprocessing()));
  }

  private TransferredNetwork(
      String displayName,
      Network base,
      NamedTensors weights,
      List<String> freeze,
      Optional<Preprocessing> preprocessing) {
    this.displayName = displayName;
    this.base = base;
    this.freeze = List.copyOf(freeze);
    this.preprocessing =
        preprocessing.filter(some -> !some.isToUnit() || some.normalisation().isPresent());
    features = features(base);
    start = new StartWeights(displayName, ofFeatures(base, weights, features));
  }

  /**
   * {@return one for a saved model}
   *
   * @param file the model; its file's name without the ending is what users call the network
   * @param freeze what training leaves as it is: {@link #FEATURES}, or names of layers; may be empty
   * @throws IllegalArgumentException if the file is missing or damaged, or as the constructor has it
   */
  public static TransferredNetwork read(Path file, List<String> freeze) {
    try {
      String name = file.getFileName().toString().replaceFirst("\\.[^.]*$", "");
      return new TransferredNetwork(name, ModelFile.read(file), freeze);
    } catch (IOException e) {
      throw new IllegalArgumentException(String.valueOf(e.getMessage()), e);
    }
  }

  /** The number of layers before the last Dense layer. */
  private static int features(Network base) {
    List<PlacedLayer> layers = base.placedLayers();
    int head = layers.size() - 1;
    if (layers.get(head).spec() instanceof ActivationLayer) {
      head--;
    }
    boolean isHead = head > 0
        && layers.get(head).spec() instanceof Dense
        && layers.get(head).reads().equals(List.of(head - 1));
    if (!isHead) {
      throw new InvalidNetworkException(
          "a network whose features are to be used must end in a Dense layer, with or without an "
              + "activation layer for softmax, with other layers before it; this one ends in '"
              + layers.get(layers.size() - 1).name() + "'");
    }
    return head;
  }

  private static NamedTensors ofFeatures(Network base, NamedTensors weights, int features) {
    Set<String> names = base.placedLayers().subList(0, features).stream()
        .flatMap(layer -> layer.parameters().stream().map(layer::parameterName))
        .collect(Collectors.toSet());
    Map<String, Tensor> kept = new LinkedHashMap<>(weights.byName());
    kept.keySet().retainAll(names);
    return new NamedTensors(kept);
  }

  @Override
  public String displayName() {
    return displayName;
  }

  @Override
  public Network network(Shape images, int classes) {
    if (!base.input().equals(images)) {
      throw new InvalidNetworkException("%s takes images of shape %s, the dataset has %s"
          .formatted(displayName, base.input(), images));
    }
    Dense head = Dense.of(classes).activation(Activation.SOFTMAX);
    return withHead(head).withFrozen(frozen());
  }

  private Set<Integer> frozen() {
    Set<Integer> frozen = new TreeSet<>(base.frozen());
    frozen.removeIf(position -> position >= features);
    List<String> names = new ArrayList<>(freeze);
    if (names.remove(FEATURES)) {
      IntStream.range(0, features).forEach(frozen::add);
    }
    frozen.addAll(base.withFrozen(Set.of()).freeze(names).frozen());
    return frozen;
  }

  private Network withHead(Dense head) {
    if (base instanceof Sequential line) {
      List<LayerSpec> layers = new ArrayList<>(line.layers().subList(0, features));
      layers.add(head);
      return new Sequential(base.input(), layers);
    }
    List<Graph.Node> nodes = new ArrayList<>(((Graph) base).nodes().subList(0, features));
    nodes.add(new Graph.Node(head, List.of(features - 1)));
    return new Graph(base.input(), nodes);
  }

  @Override
  public Optional<StartWeights> start() {
    return Optional.of(start);
  }

  @Override
  public Optional<Preprocessing> preprocessing() {
    return preprocessing;
  }
}
