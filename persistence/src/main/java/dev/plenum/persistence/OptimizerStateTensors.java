package dev.plenum.persistence;

import dev.plenum.api.OptimizerState;
import java.util.Map;
import java.util.function.Function;

/** An optimizer's state as tensors, its numbers as metadata. */
final class OptimizerStateTensors {
  private static final String ITERATIONS = "iterations";
  private static final String LEARNING_RATE = "learning_rate";

  private OptimizerStateTensors() {}

  static Safetensors write(OptimizerState state) {
    return new Safetensors(
        state.slots(),
        Map.of(
            ITERATIONS, Long.toString(state.iterations()),
            LEARNING_RATE, Json.digits(state.learningRate())));
  }

  static OptimizerState read(Safetensors content) throws InvalidSafetensorsException {
    long iterations = number(content, ITERATIONS, Long::valueOf);
    double learningRate = number(content, LEARNING_RATE, Double::valueOf);
    try {
      return new OptimizerState(iterations, learningRate, content.tensors());
    } catch (IllegalArgumentException e) {
      throw new InvalidSafetensorsException(String.valueOf(e.getMessage()));
    }
  }

  private static <T> T number(Safetensors content, String key, Function<String, T> parser)
      throws InvalidSafetensorsException {
    String text = content.metadata().getOrDefault(key, "");
    try {
      return parser.apply(text);
    } catch (NumberFormatException e) {
      throw new InvalidSafetensorsException(
          "the metadata must have a number '%s', found '%s'".formatted(key, text));
    }
  }
}
