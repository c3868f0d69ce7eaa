package dev.plenum.api.random;

/**
 * What everything random in a run follows from.
 *
 * @param value any number
 */
public record Seed(long value) {

  /** For {@code compile(network, optimizer, seed(7))}. */
  public static Seed seed(long value) {
    return new Seed(value);
  }
}
