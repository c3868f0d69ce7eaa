package dev.plenum.augmentation;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.function.Executable;

/** Checks that bad input gets a clear answer. */
final class Refusals {
  private Refusals() {}

  /** That an argument is refused with a message that has these parts. */
  static void assertRefused(Executable call, String... parts) {
    assertRefused(IllegalArgumentException.class, call, parts);
  }

  static void assertRefused(Class<? extends Exception> kind, Executable call, String... parts) {
    String message = String.valueOf(assertThrows(kind, call).getMessage());
    for (String part : parts) {
      assertTrue(message.contains(part), () -> "'" + message + "' does not say '" + part + "'");
    }
  }
}
