package dev.plenum.persistence;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plenum.api.optimizer.Adam;
import dev.plenum.api.optimizer.OptimizerSpec;
import dev.plenum.api.optimizer.RMSprop;
import dev.plenum.api.optimizer.Sgd;
import java.util.List;

/**
 * Optimizers as JSON, in Keras's words. Only the name is needed when reading; the rest has Keras's
 * defaults.
 *
 * <pre>{@code
 * {"name": "adam", "learning_rate": 0.001, "beta_1": 0.9, "beta_2": 0.999, "epsilon": 1e-7}
 * {"name": "rmsprop", "learning_rate": 0.001, "rho": 0.9, "momentum": 0.0, "epsilon": 1e-7, "centered": false}
 * {"name": "sgd", "learning_rate": 0.01, "momentum": 0.0, "nesterov": false}
 * }</pre>
 */
public final class OptimizerJson {
  private OptimizerJson() {}

  /**
   * Reads an optimizer.
   *
   * @param source what to call the document in messages: a file's name
   * @throws InvalidJsonException if it is not valid JSON, has unknown keys, or a value is out of
   *     range
   */
  public static OptimizerSpec read(String json, String source) {
    return read(Json.parse(json, source));
  }

  /** The optimizer as indented JSON, with every value spelt out. */
  public static String write(OptimizerSpec optimizer) {
    return Json.pretty(node(optimizer));
  }

  static OptimizerSpec read(JsonValue value) {
    String name = value.required("name").oneOf(List.of("adam", "rmsprop", "sgd"));
    return value.make(() -> switch (name) {
      case "adam" -> adam(value);
      case "rmsprop" -> rmsprop(value);
      default -> sgd(value);
    });
  }

  private static OptimizerSpec adam(JsonValue value) {
    value.object("name", "learning_rate", "beta_1", "beta_2", "epsilon");
    Adam defaults = Adam.defaults();
    return new Adam(
        number(value, "learning_rate", defaults.learningRate()),
        number(value, "beta_1", defaults.beta1()),
        number(value, "beta_2", defaults.beta2()),
        number(value, "epsilon", defaults.epsilon()));
  }

  private static OptimizerSpec rmsprop(JsonValue value) {
    value.object("name", "learning_rate", "rho", "momentum", "epsilon", "centered");
    RMSprop defaults = RMSprop.defaults();
    return new RMSprop(
        number(value, "learning_rate", defaults.learningRate()),
        number(value, "rho", defaults.rho()),
        number(value, "momentum", defaults.momentum()),
        number(value, "epsilon", defaults.epsilon()),
        flag(value, "centered", defaults.centered()));
  }

  private static OptimizerSpec sgd(JsonValue value) {
    value.object("name", "learning_rate", "momentum", "nesterov");
    Sgd defaults = Sgd.defaults();
    return new Sgd(
        number(value, "learning_rate", defaults.learningRate()),
        number(value, "momentum", defaults.momentum()),
        flag(value, "nesterov", defaults.nesterov()));
  }

  private static double number(JsonValue value, String key, double otherwise) {
    return value.optional(key).map(JsonValue::doubleValue).orElse(otherwise);
  }

  private static boolean flag(JsonValue value, String key, boolean otherwise) {
    return value.optional(key).map(JsonValue::booleanValue).orElse(otherwise);
  }

  static ObjectNode node(OptimizerSpec optimizer) {
    ObjectNode node =
        Json.object().put("name", optimizer.name()).put("learning_rate", optimizer.learningRate());
    if (optimizer instanceof Adam adam) {
      return node.put("beta_1", adam.beta1())
          .put("beta_2", adam.beta2())
          .put("epsilon", adam.epsilon());
    }
    if (optimizer instanceof RMSprop rmsprop) {
      return node.put("rho", rmsprop.rho())
          .put("momentum", rmsprop.momentum())
          .put("epsilon", rmsprop.epsilon())
          .put("centered", rmsprop.centered());
    }
    if (optimizer instanceof Sgd sgd) {
      return node.put("momentum", sgd.momentum()).put("nesterov", sgd.nesterov());
    }
    throw new IllegalArgumentException("the optimizer " + optimizer.name() + " cannot be stored");
  }
}
