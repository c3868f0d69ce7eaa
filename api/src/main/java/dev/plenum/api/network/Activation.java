package dev.plenum.api.network;

import java.util.Locale;

/** The function that a layer applies to each of its outputs. */
public enum Activation {
  /** {@code x}. */
  LINEAR,
  /** {@code max(x, 0)}. */
  RELU,
  /** {@code 1 / (1 + exp(-x))}. */
  SIGMOID,
  /** The hyperbolic tangent. */
  TANH,
  /** {@code exp(x_i) / Σ exp(x_j)} over the units of the last layer; allowed nowhere else. */
  SOFTMAX;

  /** Keras's name: {@code relu}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
