package dev.plenum.persistence;

import dev.plenum.api.network.ActivationLayer;
import dev.plenum.api.network.ELU;
import dev.plenum.api.network.LeakyReLU;
import dev.plenum.api.network.ReLU;
import java.util.List;

/** The kinds that apply a function to each value. */
final class ActivationKinds {
  private static final String MAX = "max_value";
  private static final String SLOPE = "negative_slope";
  private static final String THRESHOLD = "threshold";
  private static final String ALPHA = "alpha";

  static final List<OperationKind<?>> ALL = List.of(
      new OperationKind<>(
          ActivationLayer.class,
          "Activation",
          ActivationJson.KEYS,
          (layer, node) -> ActivationJson.put(node, layer.activation()),
          settings ->
              new ActivationLayer(ActivationJson.of(settings.required(ActivationJson.KEY)))),
      new OperationKind<>(
          ReLU.class,
          "ReLU",
          List.of(MAX, SLOPE, THRESHOLD),
          (relu, node) -> {
            if (Double.isFinite(relu.maxValue())) {
              node.put(MAX, relu.maxValue());
            }
            node.put(SLOPE, relu.negativeSlope()).put(THRESHOLD, relu.threshold());
          },
          settings -> new ReLU(
              settings.number(MAX, Double.POSITIVE_INFINITY),
              settings.number(SLOPE, 0),
              settings.number(THRESHOLD, 0))),
      new OperationKind<>(
          LeakyReLU.class,
          "LeakyReLU",
          List.of(SLOPE),
          (relu, node) -> node.put(SLOPE, relu.negativeSlope()),
          settings -> new LeakyReLU(settings.number(SLOPE, LeakyReLU.defaults().negativeSlope()))),
      new OperationKind<>(
          ELU.class,
          "ELU",
          List.of(ALPHA),
          (elu, node) -> node.put(ALPHA, elu.alpha()),
          settings -> new ELU(settings.number(ALPHA, ELU.defaults().alpha()))));

  private ActivationKinds() {}
}
