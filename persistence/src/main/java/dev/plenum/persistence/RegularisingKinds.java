package dev.plenum.persistence;

import dev.plenum.api.network.BatchNormalization;
import dev.plenum.api.network.Dropout;
import dev.plenum.api.network.SpatialDropout2D;
import java.util.List;

/** The kinds that compute something else while training. */
final class RegularisingKinds {
  private static final String RATE = "rate";
  private static final String MOMENTUM = "momentum";
  private static final String EPSILON = "epsilon";
  private static final String CENTER = "center";
  private static final String SCALE = "scale";
  private static final BatchNormalization DEFAULTS = BatchNormalization.defaults();

  static final List<OperationKind<?>> ALL = List.of(
      new OperationKind<>(
          Dropout.class,
          "Dropout",
          List.of(RATE),
          (dropout, node) -> node.put(RATE, dropout.rate()),
          settings -> new Dropout(settings.required(RATE).doubleValue())),
      new OperationKind<>(
          SpatialDropout2D.class,
          "SpatialDropout2D",
          List.of(RATE),
          (dropout, node) -> node.put(RATE, dropout.rate()),
          settings -> new SpatialDropout2D(settings.required(RATE).doubleValue())),
      new OperationKind<>(
          BatchNormalization.class,
          "BatchNormalization",
          List.of(MOMENTUM, EPSILON, CENTER, SCALE),
          (layer, node) -> node.put(MOMENTUM, layer.momentum())
              .put(EPSILON, layer.epsilon())
              .put(CENTER, layer.center())
              .put(SCALE, layer.scale()),
          settings -> new BatchNormalization(
              settings.number(MOMENTUM, DEFAULTS.momentum()),
              settings.number(EPSILON, DEFAULTS.epsilon()),
              settings.flag(CENTER, DEFAULTS.center()),
              settings.flag(SCALE, DEFAULTS.scale()))));

  private RegularisingKinds() {}
}
