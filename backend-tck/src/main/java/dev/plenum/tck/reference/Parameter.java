package dev.plenum.tck.reference;

import dev.plenum.api.network.ParameterSpec;
import dev.plenum.api.network.PlacedLayer;
import dev.plenum.api.network.Shape;
import java.util.Arrays;

/** A trainable array and the gradient of the loss with respect to it, both in Keras's layout. */
final class Parameter {
  final String name;
  final Shape shape;
  final double[] values;
  final double[] gradient;

  /** The parameter of that kind ({@code kernel}, {@code bias}) of a layer; all zeros. */
  static Parameter of(PlacedLayer layer, String kind) {
    for (ParameterSpec spec : layer.parameters()) {
      if (spec.name().equals(kind)) {
        return new Parameter(layer.parameterName(spec), spec.shape());
      }
    }
    throw new IllegalArgumentException("the layer '" + layer.name() + "' has no " + kind);
  }

  private Parameter(String name, Shape shape) {
    this.name = name;
    this.shape = shape;
    this.values = new double[shape.size()];
    this.gradient = new double[shape.size()];
  }

  void clearGradient() {
    Arrays.fill(gradient, 0);
  }
}
