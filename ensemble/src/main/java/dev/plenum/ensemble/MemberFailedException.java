package dev.plenum.ensemble;

import dev.plenum.api.random.Seed;

/**
 * A member could not be trained, or not be kept. The others stay: those that were in training went on
 * to their end. The cause is what was thrown; if more members failed, they are the suppressed
 * exceptions.
 */
public class MemberFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The member's place, from 0. */
  private final int index;
  /** The member's seed. */
  private final long seed;

  /**
   * A member's failure.
   *
   * @param member that could not be trained or kept
   * @param message names the member and its seed, and says why
   * @param cause what was thrown
   */
  public MemberFailedException(Member member, String message, Throwable cause) {
    super(message, cause);
    this.index = member.index();
    this.seed = member.seed().value();
  }

  /** {@return the member that failed} */
  public Member member() {
    return new Member(index, new Seed(seed));
  }
}
