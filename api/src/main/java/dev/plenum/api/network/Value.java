package dev.plenum.api.network;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A value in a {@link Graph} while that is being written down: the images, or what an operation makes of
 * others. It is of no use after that.
 */
public final class Value {
  private final GraphBuilder graph;
  private final int number;

  Value(GraphBuilder graph, int number) {
    this.graph = graph;
    this.number = number;
  }

  /**
   * {@return what these layers, one behind the other, make of it}
   *
   * @param layers in the order in which they are applied
   * @throws InvalidNetworkException if a layer cannot take what comes in
   */
  public Value then(LayerSpec... layers) {
    Value value = this;
    for (LayerSpec layer : layers) {
      value = graph.add(layer, List.of(value.number));
    }
    return value;
  }

  /** {@return the shape of one sample} */
  public Shape shape() {
    return graph.shape(number);
  }

  /** What a merge makes of this value and others. */
  Value merge(MergeSpec merge, Value second, Value... more) {
    List<Value> values =
        Stream.concat(Stream.of(this, second), Arrays.stream(more)).toList();
    values.forEach(value -> value.requireOf(graph));
    return graph.add(merge, values.stream().map(value -> value.number).toList());
  }

  /** Its number, if it is a value of that graph. */
  int numberIn(GraphBuilder expected) {
    requireOf(expected);
    return number;
  }

  private void requireOf(GraphBuilder expected) {
    if (graph != expected) {
      throw new InvalidNetworkException("a value of another graph cannot be used in this one");
    }
  }
}
