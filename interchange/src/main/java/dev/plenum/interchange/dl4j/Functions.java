package dev.plenum.interchange.dl4j;

import dev.plenum.api.network.Activation;
import dev.plenum.api.network.ActivationLayer;
import dev.plenum.api.network.ELU;
import dev.plenum.api.network.ElementwiseFunction;
import dev.plenum.api.network.LayerSpec;
import dev.plenum.api.network.LeakyReLU;
import dev.plenum.api.network.ReLU;
import dev.plenum.api.network.Rescaling;
import dev.plenum.persistence.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Activation functions. */
final class Functions {
  private static final String PACKAGE = "org.nd4j.linalg.activations.impl.Activation";

  /** ND4J's hard sigmoid is max(0, min(1, 0.2 x + 0.5)), Keras 3's has x / 6 instead. */
  private static final double HARD_SIGMOID_SLOPE = 1.2;

  private static final double SELU_ALPHA = 1.6732632423543772;
  private static final double SELU_SCALE = 1.0507009873554805;

  private Functions() {}

  /**
   * What layers compute a function; none for the identity.
   *
   * @throws dev.plenum.persistence.InvalidJsonException if it is none that can be computed here
   */
  static List<LayerSpec> read(JsonValue function) {
    String name = ClassName.of(function).replaceFirst("^Activation", "");
    return switch (name) {
      case "Identity" -> List.of();
      case "ReLU" -> List.of(rectifier(function));
      case "ReLU6" -> List.of(Activation.RELU6.layer());
      case "LReLU" -> List.of(new LeakyReLU(function.number("alpha", 0.01)));
      case "ThresholdedReLU" -> List.of(ReLU.instance().threshold(function.number("theta", 1)));
      case "ELU" -> List.of(elu(function.number("alpha", 1)));
      case "SELU" -> List.of(new ELU(SELU_ALPHA), new Rescaling(SELU_SCALE, 0));
      case "Swish" -> List.of(Activation.SILU.layer());
      case "Sigmoid" -> List.of(Activation.SIGMOID.layer());
      case "HardSigmoid" ->
        List.of(new Rescaling(HARD_SIGMOID_SLOPE, 0), Activation.HARD_SIGMOID.layer());
      case "TanH" -> List.of(Activation.TANH.layer());
      case "Softmax" -> List.of(Activation.SOFTMAX.layer());
      default ->
        throw function.error("the activation Activation%s is not known here".formatted(name));
    };
  }

  private static LayerSpec rectifier(JsonValue function) {
    ReLU relu = function.make(() -> new ReLU(
        setting(function, "max", Double.POSITIVE_INFINITY),
        setting(function, "negativeSlope", 0),
        setting(function, "threshold", 0)));
    return relu.equals(ReLU.instance()) ? Activation.RELU.layer() : relu;
  }

  private static double setting(JsonValue function, String key, double otherwise) {
    return function
        .optional(key)
        .filter(value -> !value.isNull())
        .map(JsonValue::doubleValue)
        .orElse(otherwise);
  }

  private static LayerSpec elu(double alpha) {
    return alpha == 1 ? Activation.ELU.layer() : new ELU(alpha);
  }

  /** The activation that a layer can apply by itself instead of the layers behind it. */
  static Optional<Activation> own(List<LayerSpec> layers) {
    if (layers.isEmpty()) {
      return Optional.of(Activation.LINEAR);
    }
    return layers.size() == 1 && layers.get(0) instanceof ActivationLayer layer
        ? Optional.of(layer.activation())
        : Optional.empty();
  }

  /**
   * The description of a function.
   *
   * @throws IllegalArgumentException if Deeplearning4j has none that computes it
   */
  static Map<String, Object> write(ElementwiseFunction function) {
    if (function instanceof ElementwiseFunction.Identity) {
      return named("Identity");
    }
    if (function instanceof ElementwiseFunction.Rectifier rectifier) {
      return rectifier(rectifier);
    }
    if (function instanceof ElementwiseFunction.ExponentialLinear elu) {
      Map<String, Object> described = named("ELU");
      described.put("alpha", elu.alpha());
      return described;
    }
    if (function instanceof ElementwiseFunction.Sigmoid) {
      return named("Sigmoid");
    }
    if (function instanceof ElementwiseFunction.Tanh) {
      return named("TanH");
    }
    if (function instanceof ElementwiseFunction.Silu) {
      return named("Swish");
    }
    if (function instanceof ElementwiseFunction.HardSigmoid) {
      return named("HardSigmoid");
    }
    if (function instanceof ElementwiseFunction.Softmax) {
      return named("Softmax");
    }
    throw new IllegalArgumentException("Deeplearning4j has no activation that computes the same as "
        + function.getClass().getSimpleName());
  }

  private static Map<String, Object> rectifier(ElementwiseFunction.Rectifier rectifier) {
    if (rectifier.equals(ElementwiseFunction.Rectifier.PLAIN)) {
      return named("ReLU");
    }
    if (Double.isInfinite(rectifier.maxValue()) && rectifier.threshold() == 0) {
      Map<String, Object> described = named("LReLU");
      described.put("alpha", rectifier.negativeSlope());
      return described;
    }
    Map<String, Object> described = named("ReLU");
    if (!Double.isInfinite(rectifier.maxValue())) {
      described.put("max", rectifier.maxValue());
    }
    described.put("negativeSlope", rectifier.negativeSlope());
    described.put("threshold", rectifier.threshold());
    return described;
  }

  private static Map<String, Object> named(String name) {
    return ClassName.object(PACKAGE + name);
  }
}
