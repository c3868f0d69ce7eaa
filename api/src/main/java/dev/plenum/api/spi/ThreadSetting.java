package dev.plenum.api.spi;

import java.util.Locale;

/** The setting {@code threads}, which every backend has: how many threads compute, 1 … 1024. */
public final class ThreadSetting {
  private static final int MAX = 1024;

  private ThreadSetting() {}

  /** {@return the default: a thread for each core} */
  public static int onePerCore() {
    return Runtime.getRuntime().availableProcessors();
  }

  /**
   * {@return the number that a user chose}
   *
   * @param value what was written: a whole number, 1 … 1024
   * @throws IllegalArgumentException if it is no whole number or out of range
   */
  public static int parse(String value) {
    try {
      int threads = Integer.parseInt(value);
      if (threads >= 1 && threads <= MAX) {
        return threads;
      }
    } catch (NumberFormatException e) {
      // falls through to the one message for all bad values
    }
    throw new IllegalArgumentException(String.format(
        Locale.ROOT, "threads must be a whole number from 1 to %d, found '%s'", MAX, value));
  }
}
