package dev.plenum.ensemble;

import dev.plenum.api.random.Seed;

/**
 * A member that is to be trained.
 *
 * @param index its place in the committee, from 0
 * @param seed what sets it apart from the others
 */
public record Member(int index, Seed seed) {

  /** {@return its place in the committee as users count, from 1} */
  public int number() {
    return index + 1;
  }
}
