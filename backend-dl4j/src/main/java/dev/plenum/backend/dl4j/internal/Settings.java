package dev.plenum.backend.dl4j.internal;

import dev.plenum.api.spi.ThreadSetting;
import java.util.Map;

/**
 * What users may choose.
 *
 * @param threads how many threads compute, 1 … 1024
 */
public record Settings(int threads) {
  /** One thread per core. */
  public static Settings defaults() {
    return new Settings(ThreadSetting.onePerCore());
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
      changed = new Settings(ThreadSetting.parse(change.getValue()));
    }
    return changed;
  }
}
