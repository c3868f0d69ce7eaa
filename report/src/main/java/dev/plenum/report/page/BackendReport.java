package dev.plenum.report.page;

import dev.plenum.api.Availability;
import dev.plenum.api.Backend;
import dev.plenum.api.EngineInfo;
import dev.plenum.experiment.backend.BackendHints;
import dev.plenum.experiment.backend.BackendJars;
import dev.plenum.experiment.backend.ThisJvm;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * What backends there are, as text: available or not, why, on what, how large they are, and what to do to
 * get them or to make them faster.
 *
 * @param backends at least one
 */
public record BackendReport(List<Backend> backends) {
  private static final String UNKNOWN = "-";

  /**
   * Copies the list.
   *
   * @param backends at least one
   */
  public BackendReport {
    backends = List.copyOf(backends);
  }

  /**
   * Prints it.
   *
   * @param out gets it, line by line; is not closed
   * @throws IOException if a backend's jar cannot be read
   */
  public void print(PrintStream out) throws IOException {
    TextTable table = new TextTable(Integer.MAX_VALUE);
    table.add(List.of("NAME", "AVAILABLE", "ENGINE", "DEVICE", "INSTRUCTION SET", "THREADS"));
    backends.forEach(backend -> table.add(row(backend)));
    table.print(out);
    out.printf("%nThis JVM:%n");
    ThisJvm.facts().forEach(fact -> out.println("  " + fact));
    for (Backend backend : backends) {
      explain(backend, out);
    }
  }

  private static List<String> row(Backend backend) {
    if (!backend.availability().isAvailable()) {
      return List.of(backend.name(), "no", UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN);
    }
    EngineInfo engine = backend.engine();
    return List.of(
        backend.name(),
        "yes",
        engine.engine(),
        engine.device(),
        engine.instructionSet(),
        String.valueOf(engine.threads()));
  }

  private static void explain(Backend backend, PrintStream out) throws IOException {
    Availability availability = backend.availability();
    out.println();
    out.println(backend.name() + ": " + backend.description());
    out.println((availability.isAvailable() ? "  available: " : "  not available: ")
        + availability.detail());
    if (availability.isAvailable()) {
      sizes(BackendJars.of(backend), out);
    }
    BackendHints hints = BackendHints.of(backend);
    hints.remedy().ifPresent(hint -> out.println("  what to do: " + hint));
    hints
        .java()
        .ifPresent(hint -> out.println("  what to do: " + hint + " Set JAVA_HOME to a newer one"));
  }

  private static void sizes(BackendJars jars, PrintStream out) throws IOException {
    if (jars.files().isEmpty()) {
      return;
    }
    out.printf(Locale.ROOT, "  jars: %d, %s%n", jars.files().size(), megabytes(jars.bytes()));
    for (Path jar : jars.withNativeCode()) {
      out.println("  native code: " + jar.getFileName() + ", " + megabytes(BackendJars.size(jar)));
    }
  }

  private static String megabytes(long bytes) {
    return Figures.significant(Figures.megabytes(bytes)) + " MB";
  }
}
