package dev.plenum.interchange.onnx;

import dev.plenum.api.network.ElementwiseSpec;
import dev.plenum.api.network.LayerSpec;
import dev.plenum.api.network.MergeSpec;
import dev.plenum.api.network.PlacedLayer;
import dev.plenum.api.tensor.NamedTensors;
import dev.plenum.interchange.TrainedNetwork;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A network's layers as nodes of an ONNX graph, from images to logits (n, classes). ONNX's
 * convolutions and poolings take (n, c, h, w), flattening is ours of (n, h, w, c): images that lie
 * otherwise are transposed before.
 */
final class NetworkGraph {
  private final Graph graph;
  /** Before the name of every node and constant. */
  private final String prefix;

  private final NamedTensors weights;
  private final Map<Integer, Value> outputs = new HashMap<>();
  /** By names, the same images in the other layout. */
  private final Map<String, Value> transposed = new HashMap<>();

  /**
   * What a layer gives, or the images.
   *
   * @param name the node's
   * @param channelsFirst of images, whether they are (n, c, h, w), else they are (n, h, w, c)
   */
  record Value(String name, boolean channelsFirst) {}

  private NetworkGraph(Graph graph, String prefix, NamedTensors weights) {
    this.graph = graph;
    this.prefix = prefix;
    this.weights = weights;
  }

  /** Adds the nodes, and returns the name of the logits. */
  static String add(
      Graph graph, String prefix, TrainedNetwork trained, String input, ImageLayout layout) {
    NetworkGraph nodes = new NetworkGraph(graph, prefix, trained.weights());
    nodes.outputs.put(PlacedLayer.IMAGES, new Value(input, layout == ImageLayout.NCHW));
    List<PlacedLayer> layers = trained.network().placedLayers();
    layers.forEach(layer -> nodes.outputs.put(layer.index(), nodes.add(layer)));
    return nodes.output(layers.size() - 1).name();
  }

  private Value add(PlacedLayer layer) {
    LayerNodes nodes = new LayerNodes(graph, prefix, layer, weights);
    return layer.spec() instanceof MergeSpec merge
        ? merged(merge, layer, nodes)
        : single((LayerSpec) layer.spec(), layer, nodes);
  }

  private Value single(LayerSpec spec, PlacedLayer layer, LayerNodes nodes) {
    Value input = output(layer.reads().get(0));
    boolean first = SpecNodes.layout(spec)
        .map(needed -> needed == ImageLayout.NCHW)
        .orElse(input.channelsFirst());
    Value laidOut = inLayout(first, input, layer, 0, nodes);
    String name = new SpecNodes(nodes, layer, first).of(spec, laidOut.name());
    String activated = spec instanceof ElementwiseSpec
        ? name
        : new FunctionNodes(nodes).of(spec.activation().function(), name);
    return new Value(activated, first);
  }

  private Value merged(MergeSpec merge, PlacedLayer layer, LayerNodes nodes) {
    boolean first = output(layer.reads().get(0)).channelsFirst();
    List<String> values = new ArrayList<>();
    for (int i = 0; i < layer.reads().size(); i++) {
      values.add(inLayout(first, output(layer.reads().get(i)), layer, i, nodes).name());
    }
    int channelAxis = first ? 1 : layer.output().rank();
    return new Value(new MergeNodes(nodes).of(merge, values, channelAxis), first);
  }

  /** What a layer reads at a position, transposed if it is images that lie otherwise. */
  private Value inLayout(
      boolean first, Value value, PlacedLayer layer, int position, LayerNodes nodes) {
    if (value.channelsFirst() == first || !layer.inputs().get(position).isImage()) {
      return value;
    }
    String what = (first ? "to_nchw" : "to_nhwc") + (position == 0 ? "" : "_" + position);
    return transposed.computeIfAbsent(value.name(), name -> {
      String other = nodes.node(
          "Transpose",
          what,
          List.of(name),
          first ? Graph.attributes("perm", 0, 3, 1, 2) : Graph.attributes("perm", 0, 2, 3, 1));
      return new Value(other, first);
    });
  }

  private Value output(int layer) {
    Value value = outputs.get(layer);
    if (value == null) {
      throw new IllegalStateException("layer " + layer + " is not there yet");
    }
    return value;
  }
}
