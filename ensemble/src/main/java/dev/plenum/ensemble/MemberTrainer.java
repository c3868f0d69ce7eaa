package dev.plenum.ensemble;

import dev.plenum.api.Backend;
import java.io.IOException;

/**
 * Trains one member.
 *
 * @param <R> what becomes of a member
 */
@FunctionalInterface
public interface MemberTrainer<R> {

  /**
   * Trains it. Called on a thread of its own for each member that is trained side by side; an
   * interrupt asks it to stop early.
   *
   * @param member its place in the committee, and its seed
   * @param backend uses no more threads than this member may
   * @return what becomes of it, not null
   * @throws IOException if it cannot read or write what it must
   */
  R train(Member member, Backend backend) throws IOException;
}
