package dev.plenum.interchange;

import dev.plenum.api.network.Graph;
import dev.plenum.api.network.LayerSpec;
import dev.plenum.api.network.MergeSpec;
import dev.plenum.api.network.Network;
import dev.plenum.api.network.Operation;
import dev.plenum.api.network.PlacedLayer;
import dev.plenum.api.network.Sequential;
import dev.plenum.api.network.Shape;
import dev.plenum.api.tensor.NamedTensors;
import dev.plenum.api.tensor.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The layers of a network that is being read, with their weights. */
public final class Assembly {
  private final Shape input;
  private final List<Part> parts = new ArrayList<>();
  private final Set<Integer> frozen = new TreeSet<>();

  /**
   * A layer or a merge.
   *
   * @param reads the positions of the parts that it reads, or {@link PlacedLayer#IMAGES}
   * @param arrays its parameters' values, in their order
   */
  private record Part(
      Operation operation, List<Integer> reads, Shape output, List<float[]> arrays) {}

  /**
   * Without any parts yet.
   *
   * @param input the shape of the images that the network takes
   */
  public Assembly(Shape input) {
    this.input = input;
  }

  /** {@return how many parts there are} */
  public int size() {
    return parts.size();
  }

  /**
   * {@return the shape of what a part gives, or of the images}
   *
   * @param part its position, or {@link PlacedLayer#IMAGES}
   */
  public Shape shape(int part) {
    return part == PlacedLayer.IMAGES ? input : parts.get(part).output();
  }

  /**
   * {@return what a part does; nothing but a layer or a merge is one}
   *
   * @param part its position, from 0
   */
  public Operation operation(int part) {
    return parts.get(part).operation();
  }

  /**
   * {@return the values of a part's parameters, in their order; empty for a merge}
   *
   * @param part its position, from 0
   */
  public List<float[]> arrays(int part) {
    return parts.get(part).arrays();
  }

  /**
   * Adds a layer.
   *
   * @param layer takes the shape of what it reads
   * @param reads the position of the part that it reads, or {@link PlacedLayer#IMAGES}
   * @param arrays its parameters' values, in their order; not copied
   * @return its position
   */
  public int add(LayerSpec layer, int reads, float[]... arrays) {
    return add(new Part(layer, List.of(reads), layer.outputShape(shape(reads)), List.of(arrays)));
  }

  /**
   * Adds a merge.
   *
   * @param merge takes the shapes of what it reads
   * @param reads the positions of the parts that it reads, or {@link PlacedLayer#IMAGES}
   * @return its position
   */
  public int add(MergeSpec merge, List<Integer> reads) {
    return add(new Part(
        merge, reads, merge.outputShape(reads.stream().map(this::shape).toList()), List.of()));
  }

  private int add(Part part) {
    parts.add(part);
    return parts.size() - 1;
  }

  /**
   * Puts another layer in the place of one.
   *
   * @param position of the layer that goes
   * @param layer reads what that one read
   * @param arrays its parameters' values, in their order; the arrays are not copied
   */
  public void replace(int position, LayerSpec layer, List<float[]> arrays) {
    List<Integer> reads = parts.get(position).reads();
    Shape output = layer.outputShape(shape(reads.get(0)));
    parts.set(position, new Part(layer, reads, output, List.copyOf(arrays)));
  }

  /**
   * Training leaves a part as it is.
   *
   * @param position the part's, from 0
   */
  public void freeze(int position) {
    frozen.add(position);
  }

  /**
   * {@return the network that ends with a part, without what that does not depend on}
   *
   * @param last the position of that part
   */
  public TrainedNetwork network(int last) {
    List<Integer> needed = parts(last);
    List<Graph.Node> nodes = needed.stream()
        .map(position -> parts.get(position))
        .map(part -> new Graph.Node(
            part.operation(),
            part.reads().stream().map(read -> needed.indexOf(read)).toList()))
        .toList();
    Network network = network(nodes)
        .withFrozen(frozen.stream()
            .filter(needed::contains)
            .map(needed::indexOf)
            .collect(Collectors.toSet()));
    Map<String, Tensor> weights = new LinkedHashMap<>();
    for (PlacedLayer layer : network.placedLayers()) {
      List<float[]> arrays = parts.get(needed.get(layer.index())).arrays();
      for (int i = 0; i < layer.parameters().size(); i++) {
        weights.put(
            layer.parameterName(layer.parameters().get(i)),
            new Tensor(layer.parameters().get(i).shape(), arrays.get(i)));
      }
    }
    return new TrainedNetwork(network, new NamedTensors(weights));
  }

  /**
   * {@return the positions of the parts that the network has which ends with one, in the order of its layers}
   *
   * @param last the position of that one
   */
  public List<Integer> parts(int last) {
    TreeSet<Integer> needed = new TreeSet<>(List.of(last));
    for (int position = last; position >= 0; position--) {
      if (needed.contains(position)) {
        needed.addAll(parts.get(position).reads());
      }
    }
    needed.remove(PlacedLayer.IMAGES);
    return List.copyOf(needed);
  }

  /** In a line where that is possible. */
  private Network network(List<Graph.Node> nodes) {
    for (int i = 0; i < nodes.size(); i++) {
      if (!nodes.get(i).reads().equals(List.of(i - 1))) { // IMAGES is −1
        return new Graph(input, nodes);
      }
    }
    return new Sequential(
        input, nodes.stream().map(node -> (LayerSpec) node.operation()).toList());
  }
}
