package dev.plenum.api.network;

import java.util.Locale;

/**
 * Random values whose variance is scale / n, where n counts the connections of a unit: those that come
 * in (fan in), or the mean of those that come in and go out. Uniform ones are within ± √(3 · scale /
 * n). Normal ones are truncated at two standard deviations, and wider by 1 / 0.87962566 so that the
 * variance is the same, as Keras has it.
 *
 * <p>The fans of a kernel of shape (height, width, in, out) are height · width · in and height · width ·
 * out; of (in, out) in and out.
 */
public enum VarianceScaling implements Initializer {
  /** Glorot and Bengio, 2010. */
  GLOROT_UNIFORM(1, true, false),
  /** Glorot and Bengio, 2010. */
  GLOROT_NORMAL(1, true, true),
  /** He, Zhang, Ren and Sun, 2015. */
  HE_UNIFORM(2, false, false),
  /** He, Zhang, Ren and Sun, 2015. */
  HE_NORMAL(2, false, true),
  /** LeCun, Bottou, Orr and Müller, 1998. */
  LECUN_UNIFORM(1, false, false),
  /** LeCun, Bottou, Orr and Müller, 1998. */
  LECUN_NORMAL(1, false, true);

  /** The standard deviation of the standard normal distribution, truncated to [−2, 2]. */
  private static final double TRUNCATED_DEVIATION = 0.8796256610342398;

  private final double scale;
  private final boolean both;
  private final boolean normal;

  VarianceScaling(double scale, boolean both, boolean normal) {
    this.scale = scale;
    this.both = both;
    this.normal = normal;
  }

  /** {@return whether the values are normal, else they are uniform} */
  public boolean isNormal() {
    return normal;
  }

  /**
   * {@return the largest magnitude of uniform values, or the standard deviation before truncation of normal
   * ones}
   *
   * @param shape of the array that gets the values, inputs and outputs last: (…, in, out); a flat one of n
   *     counts as (n, n)
   */
  public double spread(Shape shape) {
    double connections = connections(shape);
    return normal
        ? Math.sqrt(scale / connections) / TRUNCATED_DEVIATION
        : Math.sqrt(3 * scale / connections);
  }

  private double connections(Shape shape) {
    int rank = shape.rank();
    double out = shape.dimensions().get(rank - 1);
    double in = rank == 1 ? out : shape.dimensions().get(rank - 2);
    double window = rank == 1 ? 1 : shape.size() / (in * out);
    return both ? (window * in + window * out) / 2 : window * in;
  }

  /** Keras's name: {@code glorot_uniform}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
