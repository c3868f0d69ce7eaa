package dev.plenum.experiment.analysis;

import dev.plenum.api.network.Activation;
import dev.plenum.api.network.ActivationLayer;
import dev.plenum.api.network.BatchNormalization;
import dev.plenum.api.network.Conv2D;
import dev.plenum.api.network.Dense;
import dev.plenum.api.network.DepthwiseConv2D;
import dev.plenum.api.network.ElementwiseSpec;
import dev.plenum.api.network.Flatten;
import dev.plenum.api.network.Graph;
import dev.plenum.api.network.Graph.Node;
import dev.plenum.api.network.Network;
import dev.plenum.api.network.Operation;
import dev.plenum.api.network.PlacedLayer;
import dev.plenum.api.network.SeparableConv2D;
import dev.plenum.api.network.Shape;
import dev.plenum.api.tensor.NamedTensors;
import dev.plenum.api.tensor.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A place in a network that everything goes through: the value which the layer there makes, or the images.
 *
 * @param network the whole network
 * @param position of the layer, or {@link PlacedLayer#IMAGES}
 */
record NetworkCut(Network network, int position) {

  /**
   * Behind the last convolution, its normalisation and activation; where it is in one of several branches,
   * behind the merge of these. Empty if there is no convolution, or no image behind it.
   */
  static Optional<NetworkCut> behindLastConvolution(Network network) {
    List<PlacedLayer> layers = network.placedLayers();
    int convolution = IntStream.range(0, layers.size())
        .filter(i -> isConvolution(layers.get(i).spec()))
        .max()
        .orElse(layers.size());
    return IntStream.range(convolution, layers.size() - 1)
        .filter(i -> isPassedByAll(layers, i) && !isContinued(layers, i))
        .limit(1)
        .filter(i -> layers.get(i).output().isImage())
        .mapToObj(i -> new NetworkCut(network, i))
        .findFirst();
  }

  /** Before the last Dense layer; where that does not end the network, before the softmax. */
  static NetworkCut beforeLastDense(Network network) {
    List<PlacedLayer> layers = network.placedLayers();
    int last = layers.size() - 1;
    if (layers.get(last).spec() instanceof ActivationLayer && last > 0) {
      last = layers.get(last).reads().get(0);
    }
    return layers.get(last).spec() instanceof Dense
        ? new NetworkCut(network, layers.get(last).reads().get(0))
        : new NetworkCut(network, last);
  }

  private static boolean isConvolution(Operation operation) {
    return operation instanceof Conv2D
        || operation instanceof DepthwiseConv2D
        || operation instanceof SeparableConv2D;
  }

  /** Whether no later layer reads anything from before it. */
  private static boolean isPassedByAll(List<PlacedLayer> layers, int position) {
    return layers.subList(position + 1, layers.size()).stream()
        .flatMap(layer -> layer.reads().stream())
        .allMatch(read -> read >= position);
  }

  /** Whether a normalisation or an activation follows at once, and is passed by all too. */
  private static boolean isContinued(List<PlacedLayer> layers, int position) {
    Operation next = layers.get(position + 1).spec();
    return position + 1 < layers.size() - 1
        && (next instanceof BatchNormalization || next instanceof ElementwiseSpec)
        && isPassedByAll(layers, position + 1);
  }

  /** The shape of the value. */
  Shape shape() {
    return position == PlacedLayer.IMAGES
        ? network.input()
        : network.placedLayers().get(position).output();
  }

  /** The network up to here: what goes into its softmax is the value, in the order h, w, c. */
  Network trunk() {
    List<Node> nodes = new ArrayList<>();
    network
        .placedLayers()
        .subList(0, position + 1)
        .forEach(layer -> nodes.add(new Node(layer.spec(), layer.reads())));
    if (shape().isImage()) {
      nodes.add(new Node(Flatten.instance(), List.of(position)));
    }
    nodes.add(new Node(Activation.SOFTMAX.layer(), List.of(nodes.size() - 1)));
    return new Graph(network.input(), nodes);
  }

  /** The weights that the trunk has of those of the whole network. */
  NamedTensors trunkWeights(NamedTensors weights) {
    Map<String, Tensor> kept = new LinkedHashMap<>(weights.byName());
    kept.keySet()
        .retainAll(trunk().placedLayers().stream()
            .flatMap(layer -> layer.parameters().stream().map(layer::parameterName))
            .toList());
    return new NamedTensors(kept);
  }
}
