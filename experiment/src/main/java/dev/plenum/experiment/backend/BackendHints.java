package dev.plenum.experiment.backend;

import dev.plenum.api.Backend;
import java.util.Locale;
import java.util.Optional;

/**
 * What would make a backend faster here.
 *
 * @param remedy what to do, without a full stop
 * @param java a sentence about this Java, if a newer one would help
 */
public record BackendHints(Optional<String> remedy, Optional<String> java) {
  private static final String PURE_JAVA = "purejava";
  private static final int FASTEST_SINCE = 25;

  /**
   * {@return those for a backend on this machine}
   *
   * @param backend need not be available here
   */
  public static BackendHints of(Backend backend) {
    return new BackendHints(
        Optional.of(backend.availability().remedy()).filter(text -> !text.isBlank()),
        olderJava(backend, Runtime.version().feature()));
  }

  static Optional<String> olderJava(Backend backend, int version) {
    return backend.name().equals(PURE_JAVA) && version < FASTEST_SINCE
        ? Optional.of(String.format(
            Locale.ROOT,
            "The pure-Java backend is fastest on JDK %d or later; this is %d.",
            FASTEST_SINCE,
            version))
        : Optional.empty();
  }
}
