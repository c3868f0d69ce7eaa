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
   * {@return what an earlier training made of this member, if it finished it} Asked for every member before
   * the first is trained.
   *
   * @param member one of the training that is about to begin
   * @throws IOException if it cannot be read
   */
  Optional<R> find(Member member) throws IOException;

  /**
   * Keeps a member; called as soon as it is trained.
   *
   * @param member that was trained
   * @param result what became of it
   * @throws IOException if it cannot be written
   */
  void keep(Member member, R result) throws IOException;

  /**
   * {@return a store that keeps nothing}
   *
   * @param <R> what becomes of a member
   */
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
