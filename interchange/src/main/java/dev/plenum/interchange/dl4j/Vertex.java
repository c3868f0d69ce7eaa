package dev.plenum.interchange.dl4j;

import dev.plenum.persistence.JsonValue;
import java.util.List;
import java.util.Optional;

/**
 * A layer, or a vertex of a graph.
 *
 * @param name for messages, and for those that read it
 * @param content the layer's or the vertex's description
 * @param isLayer whether it is a layer's
 * @param preprocessor what the layer does to its input before
 * @param reads the positions of the vertices that it reads, or {@link
 *     dev.plenum.api.network.PlacedLayer#IMAGES}
 */
record Vertex(
    String name,
    JsonValue content,
    boolean isLayer,
    Optional<JsonValue> preprocessor,
    List<Integer> reads) {

  /** The description of the layer that does the work, where another one is around it. */
  JsonValue inner() {
    return isFrozen() ? content.required("layer") : content;
  }

  /** Whether training leaves it as it is. */
  boolean isFrozen() {
    String type = ClassName.of(content);
    return isLayer && (type.equals("FrozenLayer") || type.equals("FrozenLayerWithBackprop"));
  }

  /** The class of what does the work. */
  String type() {
    return ClassName.of(inner());
  }
}
