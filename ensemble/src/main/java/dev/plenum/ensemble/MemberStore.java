package dev.plenum.ensemble;

import java.io.IOException;
import java.util.Optional;

/**
 * Keeps finished members, so that a training that was cut short trains only the others when it is
 * started again. Its methods are never called by two threads at once.
 *
 * @param <R> what becomes of a member
 */
public interface MemberStore<R> {

  /**
   * What an earlier training made of this member, if it finished it. Asked for every member before
   * the first is trained.
   *
   * @throws IOException if it cannot be read
   */
  Optional<R> find(Member member) throws IOException;

  /**
   * Keeps a member; called as soon as it is trained.
   *
   * @throws IOException if it cannot be written
   */
  void keep(Member member, R result) throws IOException;

  /** Keeps nothing. */
  static <R> MemberStore<R> none() {
    return new MemberStore<>() {
      @Override
      public Optional<R> find(Member member) {
        return Optional.empty();
      }

      @Override
      public void keep(Member member, R result) {}
    };
  }
}
