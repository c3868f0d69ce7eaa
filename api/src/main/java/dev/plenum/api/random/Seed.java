package dev.plenum.api.random;

/**
 * What everything random in a run follows from.
 *
 * @param value any number
 */
public record Seed(long value) {

  /**
   * {@return a seed, for {@code compile(network, optimizer, seed(7))}}
   *
   * @param value any number
   */
  public static Seed seed(long value) {
    return new Seed(value);
  }
}
