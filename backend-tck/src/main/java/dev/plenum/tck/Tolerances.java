package dev.plenum.tck;

/**
 * How far a backend, which computes in single precision, may be from the double-precision reference.
 * Single precision rounds at 6e-8; the bounds leave room for the order of summation and for fast
 * convolution algorithms, and none for a wrong formula.
 */
public final class Tolerances {
  /** Logits and probabilities: relative to the largest magnitude of the array. */
  public static final double FORWARD = 1e-5;

  /** Losses: relative to the loss, or to 1 if the loss is smaller. */
  public static final double LOSS = 1e-5;

  /** Gradients: relative to the largest magnitude of the parameter's gradient. */
  public static final double GRADIENT = 1e-4;

  /**
   * How much a difference of two weights may be off for the rounding of the weights alone: relative
   * to the largest weight.
   */
  public static final double WEIGHT_ROUNDING = 1.2e-7;

  /** Weights after several steps: relative to how far the parameter's weights have moved at most. */
  public static final double TRAJECTORY = 5e-4;

  /**
   * How far inputs must be from the kinks of ReLU and max-pooling where gradients are compared: see
   * {@link dev.plenum.tck.reference.ReferenceNetwork#kinkMargin}. Nearer ones could fall on the other
   * side by rounding; the kit then takes other weights.
   */
  public static final double KINK_MARGIN = 1e-5;

  /** The same where several steps are compared, since their differences add up. */
  public static final double TRAJECTORY_KINK_MARGIN = 1e-4;

  private Tolerances() {}
}
