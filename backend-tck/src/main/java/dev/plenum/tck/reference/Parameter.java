package dev.plenum.tck.reference;

import dev.plenum.api.network.ParameterSpec;
import dev.plenum.api.network.PlacedLayer;
import dev.plenum.api.network.Regularizer;
import dev.plenum.api.network.Shape;
import java.util.Arrays;
import java.util.Optional;

/** An array of a layer and the gradient of the loss with respect to it, both in Keras's layout. */
final class Parameter {
  final String name;
  final Shape shape;
  /** Whether the optimizer changes it. */
  final boolean trained;
  /** Whether nothing changes it. */
  final boolean frozen;
  /** What it adds to the loss. */
  final Regularizer regularizer;

  final double[] values;
  final double[] gradient;

  /** The parameter of that kind ({@code kernel}, {@code bias}) of a layer; all zeros. */
  static Parameter of(PlacedLayer layer, String kind) {
    return find(layer, kind)
        .orElseThrow(
            () -> new IllegalArgumentException("the layer '" + layer.name() + "' has no " + kind));
  }

  /** The same, where a layer may do without it. */
  static Optional<Parameter> find(PlacedLayer layer, String kind) {
    return layer.parameters().stream()
        .filter(spec -> spec.name().equals(kind))
        .map(spec -> new Parameter(layer, spec))
        .findFirst();
  }

  private Parameter(PlacedLayer layer, ParameterSpec spec) {
    this.name = layer.parameterName(spec);
    this.shape = spec.shape();
    this.trained = layer.isTrained(spec);
    this.frozen = layer.frozen();
    this.regularizer = spec.regularizer();
    this.values = new double[shape.size()];
    this.gradient = new double[shape.size()];
  }

  void clearGradient() {
    Arrays.fill(gradient, 0);
  }

  /** What its regularizer adds to the loss: l1 · Σ|w| + l2 · Σw². */
  double penalty() {
    return Arrays.stream(values)
        .map(w -> regularizer.l1() * Math.abs(w) + regularizer.l2() * w * w)
        .sum();
  }

  /** Adds the derivative of that to the gradient. */
  void addPenaltyGradient() {
    for (int i = 0; i < values.length; i++) {
      gradient[i] += regularizer.l1() * Math.signum(values[i]) + 2 * regularizer.l2() * values[i];
    }
  }
}
