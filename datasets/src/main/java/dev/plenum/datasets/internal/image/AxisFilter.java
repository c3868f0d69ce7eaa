package dev.plenum.datasets.internal.image;

/** Which inputs along an axis make an output, and how much each counts. */
interface AxisFilter {

  /** The number of outputs. */
  int outputs();

  /** The first input that output {@code i} looks at. */
  int first(int i);

  /** The weights of the inputs from {@link #first} on; they sum to 1. */
  double[] weights(int i);
}
