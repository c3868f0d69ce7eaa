package dev.plenum.app.cli;

import com.google.inject.Injector;
import dev.plenum.app.Host;
import dev.plenum.app.compare.Comparison;
import dev.plenum.app.compare.ComparisonRun;
import dev.plenum.app.compare.ComparisonRun.Prepared;
import dev.plenum.app.compare.report.ComparisonMarkdown;
import dev.plenum.app.compare.report.ComparisonReport;
import dev.plenum.app.config.Key;
import dev.plenum.app.config.Settings;
import dev.plenum.app.train.ResumableFolder;
import dev.plenum.app.wiring.Wiring;
import dev.plenum.persistence.JsonObject;
import dev.plenum.persistence.RunRecord.Invocation;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** {@code plenum compare}. */
final class CompareCommand implements Command {
  private final Host host;
  private final List<String> commandLine;

  CompareCommand(Host host, List<String> commandLine) {
    this.host = host;
    this.commandLine = commandLine;
  }

  @Override
  public String name() {
    return "compare";
  }

  @Override
  public String description() {
    return "Trains the same networks on several backends, each training in a JVM of its own, and reports"
        + " what they differ in: accuracy, speed, memory. A training that fails is reported, the others"
        + " are completed, and the exit code is 1.";
  }

  @Override
  public List<Key> keys() {
    return Stream.of(
            List.of(Key.BACKENDS, Key.NETWORKS, Key.SEEDS),
            TrainCommand.RECIPE.stream().filter(key -> key != Key.BACKEND).toList(),
            List.of(Key.RESUME, Key.OUT, Key.VERBOSE))
        .flatMap(List::stream)
        .toList();
  }

  @Override
  public int run(Settings settings, List<String> arguments) throws IOException {
    Instant started = Instant.now();
    Injector injector = Wiring.injector(host, settings);
    ComparisonRun run = injector.getInstance(ComparisonRun.class);
    Prepared prepared = run.prepare();
    List<String> networks = prepared.plan().networks();
    Path out =
        RunFolders.choose(host, settings, name(), networks.size() == 1 ? networks.get(0) : "");
    ResumableFolder folder =
        ResumableFolder.claim(out, configuration(settings, prepared), settings.resume());
    if (folder.has(ComparisonReport.LAST_FILE) && run.isComplete(out, prepared)) {
      host.out().println("The run is finished: " + host.shown(out));
      return ExitCode.SUCCESS;
    }
    String command = ShellWords.join(
        "plenum",
        commandLine.stream().filter(word -> !word.equals(Key.RESUME.option())).toList());
    Comparison comparison =
        run.run(out, prepared, new Invocation(command, Plenum.version(), started));
    new ComparisonReport(comparison).writeTo(out);
    host.out().print(ComparisonMarkdown.of(comparison));
    host.out().println();
    host.out().println("Files: " + host.shown(out));
    return comparison.isComplete() ? ExitCode.SUCCESS : ExitCode.FAILURE;
  }

  private static List<String> backends(Settings settings, Prepared prepared) {
    return settings.backends().isEmpty() ? prepared.plan().backends() : settings.backends();
  }

  /** Here the number of threads and the kernels do make a difference. */
  private JsonObject configuration(Settings settings, Prepared prepared) {
    JsonObject configuration = RunFolders.configuration(settings, this)
        .with("backends", String.join(",", backends(settings, prepared)))
        .with("networks", String.join(",", prepared.plan().networks()))
        .with("seeds", prepared.plan().seeds())
        .with("kernels", settings.kernels().orElse("auto"));
    return settings.threads().isPresent()
        ? configuration.with("threads", settings.threads().getAsInt())
        : configuration;
  }
}
