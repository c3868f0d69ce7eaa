package dev.plenum.app.cli;

import dev.plenum.api.Availability;
import dev.plenum.api.Backend;
import dev.plenum.api.Backends;
import dev.plenum.api.EngineInfo;
import dev.plenum.app.Host;
import dev.plenum.app.config.Settings;
import java.util.List;

/** {@code plenum backends}. */
final class BackendsCommand implements Command {
  private static final String UNKNOWN = "-";
  private static final String DL4J = "dl4j";

  private final Host host;

  BackendsCommand(Host host) {
    this.host = host;
  }

  @Override
  public String name() {
    return "backends";
  }

  @Override
  public String description() {
    return "Lists the backends: available or not, why, on what, and what to do to get them.";
  }

  @Override
  public int run(Settings settings, List<String> arguments) {
    List<Backend> backends = Backends.all();
    if (backends.isEmpty()) {
      host.out().println("There is no backend on the class path.");
      return ExitCode.SUCCESS;
    }
    TextTable table = new TextTable(Integer.MAX_VALUE);
    table.add(List.of("NAME", "AVAILABLE", "ENGINE", "DEVICE", "INSTRUCTION SET", "THREADS"));
    backends.forEach(backend -> table.add(row(backend)));
    table.print(host.out());
    backends.forEach(this::explain);
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

  private void explain(Backend backend) {
    Availability availability = backend.availability();
    host.out().printf("%n%s: %s%n", backend.name(), backend.description());
    host.out()
        .printf(
            "  %s: %s%n",
            availability.isAvailable() ? "available" : "not available", availability.detail());
    if (!availability.remedy().isBlank()) {
      host.out().printf("  what to do: %s%n", availability.remedy());
    }
  }
}
