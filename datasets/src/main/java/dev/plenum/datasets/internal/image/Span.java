package dev.plenum.datasets.internal.image;

/**
 * The part of an axis that is scaled.
 *
 * @param inputs how many pixels there are
 * @param from where the part begins, in pixels; need not be a whole number
 * @param length of the part, in pixels
 */
record Span(int inputs, double from, double length) {

  static Span all(int inputs) {
    return new Span(inputs, 0, inputs);
  }

  /** The middle. */
  static Span middle(int inputs, double length) {
    return new Span(inputs, (inputs - length) * 0.5, length);
  }
}
