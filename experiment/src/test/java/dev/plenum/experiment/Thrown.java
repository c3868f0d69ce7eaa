package dev.plenum.experiment;

import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.function.Executable;

/** What an exception says. */
public final class Thrown {
  private Thrown() {}

  /** Makes sure that it is thrown, and returns its message. */
  public static String message(Class<? extends Throwable> type, Executable executable) {
    return String.valueOf(assertThrows(type, executable).getMessage());
  }
}
