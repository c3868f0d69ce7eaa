package dev.plenum.interchange.dl4j;

import dev.plenum.api.network.Dropout;
import dev.plenum.api.network.LayerSpec;
import dev.plenum.api.network.Regularizer;
import dev.plenum.api.network.SpatialDropout2D;
import dev.plenum.persistence.JsonValue;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What does nothing when predicting: kept where the contract has the same, else left out and noted. */
final class TrainingOnly {
  private final Set<String> leftOut = new LinkedHashSet<>();

  /**
   * What a layer's input is dropped out by; Deeplearning4j's number is the probability to retain a
   * value, here it is the one to drop it.
   */
  List<LayerSpec> dropouts(JsonValue layer, String type) {
    Optional<JsonValue> dropout = layer.optional("idropout").filter(value -> !value.isNull());
    if (dropout.isEmpty()) {
      return List.of();
    }
    String name = ClassName.of(dropout.get());
    switch (name) {
      case "Dropout", "SpatialDropout" -> {
        double rate = complement(dropout.get().required("p").doubleValue());
        return List.of(dropout
            .get()
            .make(() -> name.equals("Dropout") ? new Dropout(rate) : new SpatialDropout2D(rate)));
      }
      default -> {
        leftOut.add("%s of the %s".formatted(name, name(layer, type)));
        return List.of();
      }
    }
  }

  /** 1 minus a number as it is written. */
  static double complement(double number) {
    return BigDecimal.ONE.subtract(BigDecimal.valueOf(number)).doubleValue();
  }

  /**
   * What a kernel adds to the loss. Deeplearning4j adds l2 / 2 · Σw², where here it is l2 · Σw².
   */
  Regularizer regularizer(JsonValue layer) {
    double l1 = 0;
    double l2 = 0;
    for (JsonValue own : list(layer, "regularization")) {
      String name = ClassName.of(own);
      Optional<JsonValue> factor = own.optional(name.startsWith("L1") ? "l1" : "l2");
      boolean isFixed = factor
          .filter(value -> value.isObject() && ClassName.of(value).equals("FixedSchedule"))
          .isPresent();
      if (name.equals("L1Regularization") && isFixed) {
        l1 += factor.get().required("value").doubleValue();
      } else if (name.equals("L2Regularization") && isFixed) {
        l2 += factor.get().required("value").doubleValue() / 2;
      } else {
        leftOut.add("%s of the %s".formatted(name, name(layer, ClassName.of(layer))));
      }
    }
    double sumL1 = l1;
    double sumL2 = l2;
    return layer.make(() -> new Regularizer(sumL1, sumL2));
  }

  private static List<JsonValue> list(JsonValue layer, String key) {
    return layer
        .optional(key)
        .filter(value -> !value.isNull())
        .map(JsonValue::elements)
        .orElse(List.of());
  }

  private static String name(JsonValue layer, String type) {
    return layer
        .optional("layerName")
        .filter(name -> !name.isNull())
        .map(JsonValue::text)
        .map("layer '%s'"::formatted)
        .orElse(type);
  }

  /** What was left out: {@code WeightDecay of the layer 'layer3'}. */
  List<String> leftOut() {
    return List.copyOf(leftOut);
  }
}
