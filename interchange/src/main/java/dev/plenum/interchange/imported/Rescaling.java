package dev.plenum.interchange.imported;

import dev.plenum.api.network.LayerSpec;

/**
 * Keras's layer of that name at a network's beginning: {@code scale · value + offset}.
 *
 * @param scale the factor, finite
 * @param offset what is then added, finite
 */
public record Rescaling(double scale, double offset) {

  /**
   * Checks the values.
   *
   * @param scale the factor, finite
   * @param offset what is then added, finite
   * @throws IllegalArgumentException if one is not finite
   */
  public Rescaling {
    if (!Double.isFinite(scale) || !Double.isFinite(offset)) {
      throw new IllegalArgumentException(
          "scale and offset must be finite, found %s and %s".formatted(scale, offset));
    }
  }

  /**
   * {@return this one, and then another}
   *
   * @param next takes what this one gives
   */
  public Rescaling then(Rescaling next) {
    return new Rescaling(next.scale * scale, next.scale * offset + next.offset);
  }

  /** {@return the same as a layer of a network} */
  public LayerSpec layer() {
    return new dev.plenum.api.network.Rescaling(scale, offset);
  }
}
