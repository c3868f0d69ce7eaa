package dev.plenum.interchange.dl4j;

import dev.plenum.api.optimizer.Adam;
import dev.plenum.api.optimizer.OptimizerSpec;
import dev.plenum.api.optimizer.Sgd;
import dev.plenum.persistence.JsonValue;
import java.util.Map;

/** Updaters whose formula is ours. */
final class Updaters {
  private static final String PACKAGE = "org.nd4j.linalg.learning.config.";
  private static final String RATE = "learningRate";

  private Updaters() {}

  /**
   * The optimizer that an updater is.
   *
   * @throws dev.plenum.persistence.InvalidJsonException if it is none, or its rate is none that is given
   *     by a number
   */
  static OptimizerSpec read(JsonValue updater) {
    double rate = updater.required(RATE).doubleValue();
    return switch (ClassName.of(updater)) {
      case "Sgd" -> Sgd.defaults().learningRate(rate);
      case "Nesterovs" ->
        Sgd.defaults()
            .learningRate(rate)
            .momentum(updater.required("momentum").doubleValue())
            .nesterov(true);
      case "Adam" ->
        new Adam(
            rate,
            updater.required("beta1").doubleValue(),
            updater.required("beta2").doubleValue(),
            updater.required("epsilon").doubleValue());
      default -> throw updater.error("this updater is not known here");
    };
  }

  /** The updater that an optimizer is; Deeplearning4j's usual one, Adam, for those that it has not. */
  static Map<String, Object> write(OptimizerSpec optimizer) {
    if (optimizer instanceof Sgd sgd && sgd.nesterov()) {
      Map<String, Object> updater = updater("Nesterovs", sgd.learningRate());
      updater.put("momentum", sgd.momentum());
      return updater;
    }
    if (optimizer instanceof Sgd sgd && sgd.momentum() == 0) {
      return updater("Sgd", sgd.learningRate());
    }
    Adam adam = optimizer instanceof Adam own ? own : Adam.defaults().epsilon(1e-8);
    Map<String, Object> updater = updater("Adam", adam.learningRate());
    updater.put("beta1", adam.beta1());
    updater.put("beta2", adam.beta2());
    updater.put("epsilon", adam.epsilon());
    return updater;
  }

  private static Map<String, Object> updater(String type, double rate) {
    Map<String, Object> updater = ClassName.object(PACKAGE + type);
    updater.put(RATE, rate);
    return updater;
  }
}
