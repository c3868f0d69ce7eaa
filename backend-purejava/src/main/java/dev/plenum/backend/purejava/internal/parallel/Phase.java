package dev.plenum.backend.purejava.internal.parallel;

/** Work that is cut into independent units. */
@FunctionalInterface
public interface Phase {

  /**
   * Does one unit.
   *
   * @param unit from 0
   * @param worker the thread that does it, 0 … threads − 1: which scratch memory it may use
   */
  void run(int unit, int worker);
}
