package dev.plenum.api;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Assertions on how bad input is refused. */
public final class Refusals {
  private Refusals() {}

  /** Asserts that the action throws that exception, with a message that has all of these parts. */
  public static void assertRefused(
      Class<? extends Throwable> type, Runnable action, String... parts) {
    String message = String.valueOf(assertThrows(type, action::run).getMessage());
    for (String part : parts) {
      assertTrue(message.contains(part), () -> "'" + part + "' is missing in: " + message);
    }
  }

  /** Asserts that the action throws an IllegalArgumentException whose message has all parts. */
  public static void assertRefused(Runnable action, String... parts) {
    assertRefused(IllegalArgumentException.class, action, parts);
  }
}
