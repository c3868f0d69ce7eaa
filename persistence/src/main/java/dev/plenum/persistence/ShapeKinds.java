package dev.plenum.persistence;

import dev.plenum.api.network.Cropping2D;
import dev.plenum.api.network.Flatten;
import dev.plenum.api.network.Margins;
import dev.plenum.api.network.Reshape;
import dev.plenum.api.network.ZeroPadding2D;
import java.util.List;

/** The kinds that only arrange values. */
final class ShapeKinds {
  private static final String TARGET = "target_shape";
  private static final String PADDING = "padding";
  private static final String CROPPING = "cropping";

  static final List<OperationKind<?>> ALL = List.of(
      OperationKind.plain(Flatten.class, Flatten.instance()),
      new OperationKind<>(
          Reshape.class,
          "Reshape",
          List.of(TARGET),
          (reshape, node) -> node.set(TARGET, NetworkJson.shapeNode(reshape.target())),
          settings -> new Reshape(NetworkJson.shape(settings.required(TARGET)))),
      new OperationKind<>(
          ZeroPadding2D.class,
          "ZeroPadding2D",
          List.of(PADDING),
          (layer, node) -> WindowJson.putMargins(node, PADDING, layer.margins()),
          settings -> new ZeroPadding2D(margins(settings, PADDING))),
      new OperationKind<>(
          Cropping2D.class,
          "Cropping2D",
          List.of(CROPPING),
          (layer, node) -> WindowJson.putMargins(node, CROPPING, layer.margins()),
          settings -> new Cropping2D(margins(settings, CROPPING))));

  private ShapeKinds() {}

  private static Margins margins(JsonValue settings, String key) {
    return WindowJson.margins(settings.required(key));
  }
}
