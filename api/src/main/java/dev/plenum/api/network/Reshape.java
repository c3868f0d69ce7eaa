package dev.plenum.api.network;

import java.util.Locale;

/**
 * The same values, in the order height, width, channel, in another shape.
 *
 * @param target an image's shape or a flat one
 */
public record Reshape(Shape target) implements LayerSpec {

  /**
   * Checks the shape.
   *
   * @param target an image's shape or a flat one
   * @throws InvalidNetworkException if it is neither an image's nor flat
   */
  public Reshape {
    if (target.rank() != 1 && target.rank() != 3) {
      throw new InvalidNetworkException(
          "Reshape: the target must be flat, or (height, width, channels), found " + target);
    }
  }

  /**
   * {@return a layer that reshapes to these dimensions}
   *
   * @param dimensions the sizes without the batch, outermost first: one or three
   */
  public static Reshape of(int... dimensions) {
    return new Reshape(Shape.of(dimensions));
  }

  @Override
  public String type() {
    return "Reshape";
  }

  @Override
  public String namePrefix() {
    return "reshape";
  }

  @Override
  public Shape outputShape(Shape input) {
    if (input.size() != target.size()) {
      throw new InvalidNetworkException(String.format(
          Locale.ROOT,
          "Reshape to %s needs an input of %d values, found %s",
          target,
          target.size(),
          input));
    }
    return target;
  }
}
