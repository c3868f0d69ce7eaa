package dev.plenum.app.cli;

import dev.plenum.api.Backend;
import java.io.PrintStream;

/** What would make a backend faster. */
final class BackendHints {
  private static final String PURE_JAVA = "purejava";
  private static final int FASTEST_SINCE = 25;

  private BackendHints() {}

  /** At most one line per hint. */
  static void print(Backend backend, PrintStream err) {
    if (backend.name().equals(PURE_JAVA) && Runtime.version().feature() < FASTEST_SINCE) {
      err.printf(
          "The pure-Java backend is fastest on JDK %d or later; this is %d.%n",
          FASTEST_SINCE, Runtime.version().feature());
    }
    String remedy = backend.availability().remedy();
    if (!remedy.isBlank()) {
      err.println("Hint: " + remedy);
    }
  }
}
