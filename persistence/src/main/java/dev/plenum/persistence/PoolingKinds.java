package dev.plenum.persistence;

import dev.plenum.api.network.AveragePooling2D;
import dev.plenum.api.network.GlobalAveragePooling2D;
import dev.plenum.api.network.GlobalMaxPooling2D;
import dev.plenum.api.network.MaxPool2D;
import java.util.List;

/** The kinds that make one value of a window's, or of a whole channel's. */
final class PoolingKinds {
  private static final String KEEP = "keepdims";

  static final List<OperationKind<?>> ALL = List.of(
      new OperationKind<>(
          MaxPool2D.class,
          "MaxPooling2D",
          WindowJson.POOL,
          (pool, node) -> WindowJson.putPool(node, pool.window()),
          settings -> new MaxPool2D(WindowJson.pool(settings))),
      new OperationKind<>(
          AveragePooling2D.class,
          "AveragePooling2D",
          WindowJson.POOL,
          (pool, node) -> WindowJson.putPool(node, pool.window()),
          settings -> new AveragePooling2D(WindowJson.pool(settings))),
      new OperationKind<>(
          GlobalAveragePooling2D.class,
          "GlobalAveragePooling2D",
          List.of(KEEP),
          (pool, node) -> node.put(KEEP, pool.keepDims()),
          settings -> new GlobalAveragePooling2D(settings.flag(KEEP, false))),
      new OperationKind<>(
          GlobalMaxPooling2D.class,
          "GlobalMaxPooling2D",
          List.of(KEEP),
          (pool, node) -> node.put(KEEP, pool.keepDims()),
          settings -> new GlobalMaxPooling2D(settings.flag(KEEP, false))));

  private PoolingKinds() {}
}
