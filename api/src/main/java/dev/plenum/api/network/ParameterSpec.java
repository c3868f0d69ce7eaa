package dev.plenum.api.network;

/**
 * A trainable array of a layer.
 *
 * @param name {@code kernel} or {@code bias}
 * @param shape conv kernels (height, width, in, out), dense kernels (in, out), biases (out)
 * @param initialLimit the initial values are uniform in ± this (Glorot and Bengio, 2010: √(6 /
 *     (fan_in + fan_out))); 0 for biases
 */
public record ParameterSpec(String name, Shape shape, double initialLimit) {

  static ParameterSpec kernel(Shape shape, int fanIn, int fanOut) {
    return new ParameterSpec("kernel", shape, Math.sqrt(6.0 / ((double) fanIn + fanOut)));
  }

  static ParameterSpec bias(int units) {
    return new ParameterSpec("bias", Shape.of(units), 0);
  }
}
