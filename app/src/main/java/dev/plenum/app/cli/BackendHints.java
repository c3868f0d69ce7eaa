package dev.plenum.app.cli;

import dev.plenum.api.Backend;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What would make a backend faster. */
final class BackendHints {
  private static final String PURE_JAVA = "purejava";
  private static final int FASTEST_SINCE = 25;

  private BackendHints() {}

  /** At most one line per hint. */
  static void print(Backend backend, PrintStream err) {
    olderJava(backend).forEach(err::println);
    String remedy = backend.availability().remedy();
    if (!remedy.isBlank()) {
      err.println("Hint: " + remedy);
    }
  }

  /** Everything that there is to do, each in a sentence without its full stop. */
  static List<String> of(Backend backend) {
    List<String> hints = new ArrayList<>();
    String remedy = backend.availability().remedy();
    if (!remedy.isBlank()) {
      hints.add(remedy);
    }
    olderJava(backend).forEach(hint -> hints.add(hint + " Set JAVA_HOME to a newer one"));
    return hints;
  }

  private static List<String> olderJava(Backend backend) {
    int version = Runtime.version().feature();
    return backend.name().equals(PURE_JAVA) && version < FASTEST_SINCE
        ? List.of(String.format(
            Locale.ROOT,
            "The pure-Java backend is fastest on JDK %d or later; this is %d.",
            FASTEST_SINCE,
            version))
        : List.of();
  }
}
