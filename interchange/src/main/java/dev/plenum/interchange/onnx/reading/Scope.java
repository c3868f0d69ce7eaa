package dev.plenum.interchange.onnx.reading;

import dev.plenum.api.network.Reshape;
import dev.plenum.interchange.Assembly;
import dev.plenum.interchange.onnx.reading.Literal.Floats;
import dev.plenum.interchange.onnx.reading.Literal.Wholes;
import dev.plenum.interchange.onnx.reading.Signal.Images;
import dev.plenum.interchange.onnx.reading.Signal.Rows;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The values that are known so far, for the nodes that read them. */
final class Scope {
  private final Map<String, Known> values = new HashMap<>();
  private final Map<String, Integer> readers = new HashMap<>();
  private final Assembly assembly;

  /** Of the nodes of a graph. */
  Scope(OnnxGraph graph, Assembly assembly) {
    this.assembly = assembly;
    values.putAll(graph.constants());
    graph.nodes().stream()
        .flatMap(node -> node.inputs().stream())
        .forEach(name -> readers.merge(name, 1, Integer::sum));
    readers.merge(graph.output(), 1, Integer::sum);
  }

  /** Makes a value known. */
  void put(String name, Known value) {
    values.put(name, value);
  }

  /** Whether all that a node reads is constant. */
  boolean isConstant(Node node) {
    return node.inputs().stream()
        .allMatch(name -> name.isEmpty() || values.get(name) instanceof Literal);
  }

  /** A value by its name. */
  Known get(Node node, String name) {
    Known value = values.get(name);
    if (value == null) {
      throw node.refused("reads '" + name + "', which another node writes as a second output");
    }
    return value instanceof Signal signal && readers.getOrDefault(name, 0) > 1
        ? signal.shared()
        : value;
  }

  /** What a node reads at a position. */
  Known get(Node node, int input) {
    return get(
        node, node.input(input).orElseThrow(() -> node.refused("lacks its input " + (input + 1))));
  }

  /** What a node reads at a position, which must depend on the images. */
  Signal signal(Node node, int input) {
    if (get(node, input) instanceof Signal signal) {
      return signal;
    }
    throw node.refused("has a constant as its input " + (input + 1));
  }

  /** The images (n, c, h, w) that a node reads. */
  Images images(Node node, int input) {
    Signal signal = signal(node, input);
    if (!(signal instanceof Images images)) {
      throw node.refused("needs images, found values of " + signal.dimensions());
    }
    if (images.channelsFirst() || images.shape().size() == 1) {
      return images.laidOut(true);
    }
    // (n, a, b, c), of which a are the channels now: only where no values change their places
    List<Integer> sizes = images.shape().dimensions();
    if (sizes.get(0) != 1 && images.shape().size() != sizes.get(0)) {
      throw node.refused(
          "takes the rows of images (batch, height, width, channels) for their channels");
    }
    Reshape reshape = Reshape.of(sizes.get(1), sizes.get(2), sizes.get(0));
    return new Images(assembly.add(reshape, images.layer()), false, reshape.target(), true);
  }

  /** The values in a row that a node reads. */
  Rows rows(Node node, int input) {
    Signal signal = signal(node, input);
    if (signal instanceof Rows rows) {
      return rows;
    }
    throw node.refused("needs values in a row, found images of " + signal.dimensions());
  }

  /** The constant floats that a node reads, if it reads something there. */
  Optional<Floats> floats(Node node, int input) {
    if (node.input(input).isEmpty()) {
      return Optional.empty();
    }
    if (get(node, input) instanceof Floats floats) {
      return Optional.of(floats);
    }
    throw node.refused("must have constant numbers as its input " + (input + 1));
  }

  /** So many constant floats that a node reads, if it reads something there. */
  Optional<float[]> row(Node node, int input, int size) {
    return floats(node, input).map(floats -> {
      if (floats.size() != size) {
        throw node.refused("needs %s values as its input %s, found %s"
            .formatted(size, input + 1, floats.dimensions()));
      }
      return floats.values();
    });
  }

  /** The constant whole numbers that a node reads, if it reads something there. */
  Optional<List<Long>> wholes(Node node, int input) {
    if (node.input(input).isEmpty()) {
      return Optional.empty();
    }
    if (get(node, input) instanceof Wholes wholes) {
      return Optional.of(wholes.values());
    }
    throw node.refused("must have constant whole numbers as its input " + (input + 1));
  }

  /** Whole numbers that are an attribute in old files and an input in new ones. */
  Optional<List<Long>> wholes(Node node, String attribute, int input) {
    Optional<List<Long>> found = node.integers(attribute);
    return found.isPresent() ? found : wholes(node, input);
  }

  /** The axes that a node names, counted from the front. */
  Optional<List<Integer>> axes(Node node, int input, int rank) {
    return wholes(node, "axes", input)
        .map(axes -> axes.stream().map(axis -> axis(node, axis, rank)).toList());
  }

  /** An axis counted from the front. */
  static int axis(Node node, long axis, int rank) {
    if (axis < -rank || axis >= rank) {
      throw node.refused("names the axis " + axis + " of " + rank);
    }
    return (int) (axis < 0 ? axis + rank : axis);
  }
}
