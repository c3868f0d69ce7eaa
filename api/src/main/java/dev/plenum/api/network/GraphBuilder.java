package dev.plenum.api.network;

import java.util.ArrayList;
import java.util.List;

/** A graph that is being written down. */
final class GraphBuilder {
  private final Placement placement;
  private final List<Graph.Node> nodes = new ArrayList<>();

  GraphBuilder(Shape input) {
    placement = new Placement(input);
  }

  Value images() {
    return new Value(this, PlacedLayer.IMAGES);
  }

  Value add(Operation operation, List<Integer> reads) {
    placement.add(operation, reads, false);
    nodes.add(new Graph.Node(operation, reads));
    return new Value(this, nodes.size() - 1);
  }

  Shape shape(int number) {
    return placement.shape(number);
  }

  List<Graph.Node> nodes(Value output) {
    if (output.numberIn(this) != nodes.size() - 1) {
      throw new InvalidNetworkException(
          "the value that a graph ends with must be the last one that is made; what is made after it would be of no use");
    }
    return nodes;
  }
}
