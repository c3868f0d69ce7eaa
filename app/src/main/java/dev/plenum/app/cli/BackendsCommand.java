package dev.plenum.app.cli;

import dev.plenum.api.Availability;
import dev.plenum.api.Backend;
import dev.plenum.api.Backends;
import dev.plenum.api.EngineInfo;
import dev.plenum.app.config.Settings;
import dev.plenum.app.host.Host;
import dev.plenum.experiment.backend.BackendJars;
import dev.plenum.experiment.backend.ThisJvm;
import dev.plenum.report.page.Figures;
import dev.plenum.report.page.TextTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** {@code plenum backends}. */
record BackendsCommand(Host host) {
  private static final String UNKNOWN = "-";
  private static final String DL4J = "dl4j";

  /** The command. */
  Command command() {
    return new Command(
        "backends",
        "Lists the backends: available or not, why, on what, and what to do to get them or to make them"
            + " faster.",
        this::run);
  }

  private int run(Settings settings, List<String> arguments) throws IOException {
    List<Backend> backends = Backends.all();
    if (backends.isEmpty()) {
      host.out().println("There is no backend on the class path.");
      return ExitCode.SUCCESS;
    }
    TextTable table = new TextTable(Integer.MAX_VALUE);
    table.add(List.of("NAME", "AVAILABLE", "ENGINE", "DEVICE", "INSTRUCTION SET", "THREADS"));
    backends.forEach(backend -> table.add(row(backend)));
    table.print(host.out());
    host.out().printf("%nThis JVM:%n");
    ThisJvm.facts().forEach(fact -> host.out().println("  " + fact));
    for (Backend backend : backends) {
      explain(backend);
    }
    if (backends.stream().noneMatch(backend -> backend.name().equals(DL4J))) {
      host.out().printf("%n%s: not on the class path%n", DL4J);
      host.out()
          .println("  what to do: build Plenum without -Dwithout-dl4j, or put the artifact"
              + " dev.plenum:plenum-backend-dl4j and its dependencies on the class path");
    }
    return ExitCode.SUCCESS;
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

  private void explain(Backend backend) throws IOException {
    Availability availability = backend.availability();
    host.out().println();
    host.out().println(backend.name() + ": " + backend.description());
    host.out()
        .println((availability.isAvailable() ? "  available: " : "  not available: ")
            + availability.detail());
    if (availability.isAvailable()) {
      tellJars(BackendJars.of(backend));
    }
    BackendHints.of(backend).forEach(hint -> host.out().println("  what to do: " + hint));
  }

  private void tellJars(BackendJars jars) throws IOException {
    if (jars.files().isEmpty()) {
      return;
    }
    host.out()
        .printf(Locale.ROOT, "  jars: %d, %s%n", jars.files().size(), megabytes(jars.bytes()));
    for (Path jar : jars.withNativeCode()) {
      host.out()
          .println("  native code: " + jar.getFileName() + ", " + megabytes(BackendJars.size(jar)));
    }
  }

  private static String megabytes(long bytes) {
    return Figures.significant(Figures.megabytes(bytes)) + " MB";
  }
}
