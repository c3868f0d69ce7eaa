package dev.plenum.persistence;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plenum.api.network.Operation;
import java.util.List;
import java.util.stream.Stream;

/** The settings of layers and merges as JSON, see {@link NetworkJson}: the table of all kinds. */
final class OperationJson {
  private static final List<OperationKind<?>> KINDS = Stream.of(
          ConvolutionKinds.ALL,
          PoolingKinds.ALL,
          ActivationKinds.ALL,
          ShapeKinds.ALL,
          RegularisingKinds.ALL,
          ScalingKinds.ALL,
          MergeKinds.ALL)
      .flatMap(List::stream)
      .toList();

  /** Keras's two names of one class. */
  private static final String MAX_POOL = "MaxPool2D";

  private static final List<String> NAMES = Stream.concat(
          KINDS.stream().map(OperationKind::name), Stream.of(MAX_POOL))
      .toList();

  private OperationJson() {}

  /** The kind of that name. */
  static OperationKind<?> kind(JsonValue type) {
    String found = type.oneOf(NAMES);
    String name = found.equals(MAX_POOL) ? "MaxPooling2D" : found;
    return KINDS.stream().filter(kind -> kind.name().equals(name)).findFirst().orElseThrow();
  }

  /** All that an operation has, without its name. */
  static ObjectNode settings(Operation operation) {
    ObjectNode settings = Json.object();
    KINDS.stream()
        .filter(kind -> kind.type().isInstance(operation))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(
            "a layer of type " + operation.type() + " cannot be stored"))
        .write(operation, settings);
    return settings;
  }
}
