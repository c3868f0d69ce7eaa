package dev.plenum.persistence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.plenum.api.network.Constant;
import dev.plenum.api.network.Initializer;
import dev.plenum.api.network.VarianceScaling;
import java.util.ArrayList;
import java.util.List;

/** Initial values as JSON: {@code "he_normal"}, {@code "zeros"}, {@code {"constant": 0.5}}. */
final class InitializerJson {
  private static final String ZEROS = "zeros";
  private static final String ONES = "ones";
  private static final String CONSTANT = "constant";

  private InitializerJson() {}

  static Initializer read(JsonValue value) {
    if (value.isObject()) {
      double constant = value.object(CONSTANT).required(CONSTANT).doubleValue();
      return value.make(() -> new Constant(constant));
    }
    List<Object> names = new ArrayList<>(List.of(VarianceScaling.values()));
    names.addAll(List.of(ZEROS, ONES));
    Object name = value.oneOf(names);
    if (name instanceof VarianceScaling scaling) {
      return scaling;
    }
    return name.equals(ZEROS) ? Constant.ZEROS : Constant.ONES;
  }

  static JsonNode node(Initializer initializer) {
    if (initializer instanceof VarianceScaling scaling) {
      return TextNode.valueOf(scaling.toString());
    }
    Constant constant = (Constant) initializer;
    if (constant.equals(Constant.ZEROS)) {
      return TextNode.valueOf(ZEROS);
    }
    return constant.equals(Constant.ONES)
        ? TextNode.valueOf(ONES)
        : Json.object().put(CONSTANT, constant.value());
  }
}
