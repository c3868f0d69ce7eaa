package dev.plenum.tck.reference;

import dev.plenum.api.optimizer.Clipping;
import java.util.Arrays;
import java.util.List;

/** Gradients made smaller, as {@link Clipping} defines it. */
final class ReferenceClipping {
  private ReferenceClipping() {}

  static void clip(Clipping clipping, List<Parameter> parameters) {
    double limit = clipping.limit();
    switch (clipping.kind()) {
      case NONE -> {}
      case VALUE ->
        parameters.forEach(parameter -> Arrays.setAll(
            parameter.gradient, i -> Math.max(-limit, Math.min(limit, parameter.gradient[i]))));
      case NORM ->
        parameters.forEach(
            parameter -> scale(parameter, limit, Math.sqrt(sumOfSquares(parameter))));
      case GLOBAL_NORM -> {
        double norm = Math.sqrt(
            parameters.stream().mapToDouble(ReferenceClipping::sumOfSquares).sum());
        parameters.forEach(parameter -> scale(parameter, limit, norm));
      }
    }
  }

  private static double sumOfSquares(Parameter parameter) {
    return Arrays.stream(parameter.gradient).map(g -> g * g).sum();
  }

  private static void scale(Parameter parameter, double limit, double norm) {
    if (norm > limit) {
      Arrays.setAll(parameter.gradient, i -> parameter.gradient[i] * limit / norm);
    }
  }
}
