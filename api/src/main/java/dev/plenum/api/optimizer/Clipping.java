package dev.plenum.api.optimizer;

/**
 * What is done to gradients that are too large, before anything else is done with them.
 *
 * @param kind what is limited
 * @param limit greater than 0; of no meaning for {@link Kind#NONE}
 */
public record Clipping(Kind kind, double limit) {

  /** What is limited, by Keras's names. */
  public enum Kind {
    /** Nothing. */
    NONE,
    /** {@code clipvalue}: every element of a gradient to ± limit. */
    VALUE,
    /** {@code clipnorm}: each array's gradient is scaled so that its norm √Σg² is at most the limit. */
    NORM,
    /** {@code global_clipnorm}: the same with the norm of all gradients together. */
    GLOBAL_NORM
  }

  /** Gradients are left as they are. */
  public static final Clipping NONE = new Clipping(Kind.NONE, 1);

  /**
   * Checks the limit.
   *
   * @param kind what is limited
   * @param limit greater than 0 and finite, also for {@link Kind#NONE}, where it has no meaning
   * @throws IllegalArgumentException if it is not greater than 0 and finite
   */
  public Clipping {
    OptimizerParameter.positive("clipping", "the limit", limit);
  }
}
