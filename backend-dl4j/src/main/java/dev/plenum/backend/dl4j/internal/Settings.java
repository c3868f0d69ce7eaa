package dev.plenum.backend.dl4j.internal;

import java.util.Map;

/**
 * What users may choose.
 *
 * @param threads how many threads compute, 1 … 1024
 */
public record Settings(int threads) {
  private static final int MAX_THREADS = 1024;

  /** One thread per core. */
  public static Settings defaults() {
    return new Settings(Runtime.getRuntime().availableProcessors());
  }

  /**
   * These with some changed.
   *
   * @param backend whose settings they are, for the message
   * @throws IllegalArgumentException if a name is unknown or a value out of range
   */
  public Settings with(Map<String, String> changes, String backend) {
    Settings changed = this;
    for (Map.Entry<String, String> change : changes.entrySet()) {
      if (!change.getKey().equals("threads")) {
        throw new IllegalArgumentException("the backend '%s' has no setting '%s'; it has: threads"
            .formatted(backend, change.getKey()));
      }
      changed = new Settings(parseThreads(change.getValue()));
    }
    return changed;
  }

  private static int parseThreads(String value) {
    try {
      int threads = Integer.parseInt(value);
      if (threads >= 1 && threads <= MAX_THREADS) {
        return threads;
      }
    } catch (NumberFormatException e) {
      // falls through to the one message for all bad values
    }
    throw new IllegalArgumentException(
        "threads must be a whole number from 1 to %d, found '%s'".formatted(MAX_THREADS, value));
  }
}
