package dev.plenum.ensemble;

import dev.plenum.api.random.Seed;
import dev.plenum.persistence.SavedModel;

/**
 * A trained member of a committee.
 *
 * @param model the model
 * @param seed the seed that it was trained from
 * @param backend the name of the backend that trained it: {@code purejava}
 */
public record SavedMember(SavedModel model, Seed seed, String backend) {

  /**
   * Checks the name.
   *
   * @param model the trained one
   * @param seed that it was trained from
   * @param backend the name of the backend that trained it, not blank
   * @throws IllegalArgumentException if it is blank
   */
  public SavedMember {
    if (backend.isBlank()) {
      throw new IllegalArgumentException("a member needs the name of its backend");
    }
  }
}
