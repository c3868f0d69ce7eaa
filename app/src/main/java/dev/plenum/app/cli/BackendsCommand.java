package dev.plenum.app.cli;

import dev.plenum.api.Backend;
import dev.plenum.api.Backends;
import dev.plenum.app.config.Settings;
import dev.plenum.app.host.Host;
import dev.plenum.report.page.BackendReport;
import java.io.IOException;
import java.util.List;

/** {@code plenum backends}. */
record BackendsCommand(Host host) {
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
    new BackendReport(backends).print(host.out());
    if (backends.stream().noneMatch(backend -> backend.name().equals(DL4J))) {
      host.out().printf("%n%s: not on the class path%n", DL4J);
      host.out()
          .println("  what to do: build Plenum without -Dwithout-dl4j, or put the artifact"
              + " dev.plenum:plenum-backend-dl4j and its dependencies on the class path");
    }
    return ExitCode.SUCCESS;
  }
}
