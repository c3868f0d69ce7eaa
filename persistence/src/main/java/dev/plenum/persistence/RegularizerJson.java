package dev.plenum.persistence;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plenum.api.network.Regularizer;

/** What kernels are held to, as JSON: {@code {"l1": 0.001, "l2": 1.0E-4}}; 0 may be left out. */
final class RegularizerJson {
  private static final String L1 = "l1";
  private static final String L2 = "l2";

  private RegularizerJson() {}

  static Regularizer read(JsonValue value) {
    value.object(L1, L2);
    return value.make(() -> new Regularizer(value.number(L1, 0), value.number(L2, 0)));
  }

  static ObjectNode node(Regularizer regularizer) {
    ObjectNode node = Json.object();
    if (regularizer.l1() != 0) {
      node.put(L1, regularizer.l1());
    }
    if (regularizer.l2() != 0) {
      node.put(L2, regularizer.l2());
    }
    return node;
  }
}
