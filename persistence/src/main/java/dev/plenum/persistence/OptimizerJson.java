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
 *
 * What they do beside their formulas comes behind that: clipping, weight decay, averages, each only
 * where it is done.
 */
public final class OptimizerJson {
  private OptimizerJson() {}

  /**
   * Reads an optimizer.
   *
   * @param json the text of a whole document
   * @param source what to call the document in messages: a file's name
   * @return the optimizer, what the document leaves out being Keras's default
   * @throws InvalidJsonException if it is not valid JSON, has unknown keys, or a value is out of
   *     range
   */
  public static OptimizerSpec read(String json, String source) {
    return read(Json.parse(json, source));
  }

  /**
   * {@return the optimizer as indented JSON, with every value spelt out}
   *
   * @param optimizer Adam, RMSprop or SGD
   */
  public static String write(OptimizerSpec optimizer) {
    return Json.pretty(node(optimizer));
  }

  static OptimizerSpec read(JsonValue value) {
    String name = value.required("name").oneOf(List.of("adam", "rmsprop", "sgd"));
    return value.make(() -> {
      OptimizerSpec optimizer = switch (name) {
        case "adam" -> adam(value);
        case "rmsprop" -> rmsprop(value);
        default -> sgd(value);
      };
      return optimizer.options(UpdateOptionsJson.read(value));
    });
  }

  private static void requireKeys(JsonValue value, String... own) {
    value.object(
        OperationKind.keys(List.of("name", "learning_rate"), List.of(own), UpdateOptionsJson.KEYS)
            .toArray(String[]::new));
  }

  private static OptimizerSpec adam(JsonValue value) {
    requireKeys(value, "beta_1", "beta_2", "epsilon");
    Adam defaults = Adam.defaults();
    return new Adam(
        value.number("learning_rate", defaults.learningRate()),
        value.number("beta_1", defaults.beta1()),
        value.number("beta_2", defaults.beta2()),
        value.number("epsilon", defaults.epsilon()));
  }

  private static OptimizerSpec rmsprop(JsonValue value) {
    requireKeys(value, "rho", "momentum", "epsilon", "centered");
    RMSprop defaults = RMSprop.defaults();
    return new RMSprop(
        value.number("learning_rate", defaults.learningRate()),
        value.number("rho", defaults.rho()),
        value.number("momentum", defaults.momentum()),
        value.number("epsilon", defaults.epsilon()),
        value.flag("centered", defaults.centered()));
  }

  private static OptimizerSpec sgd(JsonValue value) {
    requireKeys(value, "momentum", "nesterov");
    Sgd defaults = Sgd.defaults();
    return new Sgd(
        value.number("learning_rate", defaults.learningRate()),
        value.number("momentum", defaults.momentum()),
        value.flag("nesterov", defaults.nesterov()));
  }

  static ObjectNode node(OptimizerSpec optimizer) {
    ObjectNode node =
        Json.object().put("name", optimizer.name()).put("learning_rate", optimizer.learningRate());
    putFormula(node, optimizer);
    UpdateOptionsJson.put(node, optimizer.options());
    return node;
  }

  private static void putFormula(ObjectNode node, OptimizerSpec optimizer) {
    if (optimizer instanceof Adam adam) {
      node.put("beta_1", adam.beta1()).put("beta_2", adam.beta2()).put("epsilon", adam.epsilon());
    } else if (optimizer instanceof RMSprop rmsprop) {
      node.put("rho", rmsprop.rho())
          .put("momentum", rmsprop.momentum())
          .put("epsilon", rmsprop.epsilon())
          .put("centered", rmsprop.centered());
    } else if (optimizer instanceof Sgd sgd) {
      node.put("momentum", sgd.momentum()).put("nesterov", sgd.nesterov());
    } else {
      throw new IllegalArgumentException("the optimizer " + optimizer.name() + " cannot be stored");
    }
  }
}
