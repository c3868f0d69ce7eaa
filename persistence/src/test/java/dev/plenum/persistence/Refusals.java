package dev.plenum.persistence;

import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.function.Executable;

/** The messages with which input is refused. */
final class Refusals {
  private Refusals() {}

  /** The message of the exception that the action must throw. */
  static String messageOf(Class<? extends Exception> type, Executable action) {
    return String.valueOf(assertThrows(type, action).getMessage());
  }
}
