package dev.plenum.interchange.onnx.reading;

import dev.plenum.api.network.PlacedLayer;
import dev.plenum.api.network.Shape;
import dev.plenum.interchange.onnx.reading.Signal.Images;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds out whether a graph's input is (n, c, h, w) or (n, h, w, c): by what the file says, by the first
 * node that wants to know, or by which size looks like a number of channels.
 */
final class InputLayout {
  private static final int MOST_CHANNELS = 4;
  private static final Set<String> BLIND =
      Set.of("Add", "Cast", "Div", "Dropout", "Identity", "Mul", "Sub");
  private static final Set<String> FLATTENING = Set.of("Flatten", "Reshape", "Shape");
  private static final List<Long> TO_CHANNELS_FIRST = List.of(0L, 3L, 1L, 2L);

  private InputLayout() {}

  /** The images that a graph is given. */
  static Images images(OnnxGraph graph) {
    List<Integer> sizes = graph.dimensions();
    boolean channelsFirst = declared(graph)
        .or(() -> wanted(graph))
        .orElseGet(() -> sizes.get(0) <= MOST_CHANNELS || sizes.get(2) > MOST_CHANNELS);
    try {
      Shape shape =
          channelsFirst ? Shape.of(sizes.get(1), sizes.get(2), sizes.get(0)) : new Shape(sizes);
      return new Images(PlacedLayer.IMAGES, false, shape, channelsFirst);
    } catch (IllegalArgumentException e) {
      throw new InvalidOnnxException("the input '" + graph.input() + "': " + e.getMessage());
    }
  }

  private static Optional<Boolean> declared(OnnxGraph graph) {
    return graph
        .declaredLayout()
        .filter(Set.of("nchw", "nhwc")::contains)
        .map(layout -> layout.equals("nchw"));
  }

  private static Optional<Boolean> wanted(OnnxGraph graph) {
    Set<String> values = new HashSet<>(Set.of(graph.input()));
    for (Node node : graph.nodes()) {
      if (node.inputs().stream().noneMatch(values::contains)) {
        continue;
      }
      if (BLIND.contains(node.operator())) {
        values.add(node.output());
      } else if (!FLATTENING.contains(node.operator())) {
        boolean turned = node.operator().equals("Transpose")
            && node.integers("perm").equals(Optional.of(TO_CHANNELS_FIRST));
        return Optional.of(!turned);
      }
    }
    return Optional.empty();
  }
}
