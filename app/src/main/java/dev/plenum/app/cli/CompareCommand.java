package dev.plenum.app.cli;

import com.google.inject.Injector;
import dev.plenum.app.compare.CompareRun;
import dev.plenum.app.compare.CompareRun.Prepared;
import dev.plenum.app.config.Key;
import dev.plenum.app.config.Settings;
import dev.plenum.app.host.Host;
import dev.plenum.app.train.Recipes;
import dev.plenum.app.wiring.Wiring;
import dev.plenum.experiment.comparison.Comparison;
import dev.plenum.experiment.run.RunFolder;
import dev.plenum.report.comparison.ComparisonMarkdown;
import dev.plenum.report.comparison.ComparisonReport;
import java.io.IOException;
import java.util.List;
import java.util.Map;
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
            Recipes.KEYS.stream().filter(key -> key != Key.BACKEND).toList(),
            List.of(Key.RESUME, Key.OUT, Key.VERBOSE))
        .flatMap(List::stream)
        .toList();
  }

  @Override
  public Map<Key, String> descriptions() {
    return Map.of(
        Key.BACKEND_SETTINGS, "settings of the backends' own; each backend gets those that it has",
        Key.OUT, "where the results go; must be new or empty (default: runs/<time>-compare)",
        Key.SEED, "the first seed; the others are seed + 1, seed + 2 … (default: 1)",
        Key.SEEDS, "how often each network is trained on each backend (default: 3)",
        Key.NETWORK, "what is trained, unless networks names several (default: simple-conv)",
        Key.KERNELS,
            "the pure-Java engine's kernels; other backends take no notice (default: auto)");
  }

  @Override
  public List<String> examples() {
    return List.of(
        "plenum compare --backends purejava,dl4j --epochs 1 --limit 5000",
        "plenum compare --resume runs/comparison");
  }

  @Override
  public int run(Settings settings, List<String> arguments) throws IOException {
    requireSameSpeed(settings);
    Injector injector = Wiring.injector(host, settings);
    CompareRun run = injector.getInstance(CompareRun.class);
    Prepared prepared = run.prepare();
    List<String> networks = prepared.plan().networks();
    String what = networks.size() == 1 ? networks.get(0) : "";
    try (RunFolder folder = RunFolders.claim(host, settings, this, commandLine, what)) {
      boolean isFinished = run.isComplete(folder.path(), prepared)
          && RunFolders.isFinished(folder, ComparisonReport.LAST_FILE, host);
      if (!isFinished && !compare(run, folder, prepared, settings.dataset()).isComplete()) {
        return ExitCode.FAILURE;
      }
      folder.finish();
      return ExitCode.SUCCESS;
    }
  }

  private Comparison compare(CompareRun run, RunFolder folder, Prepared prepared, String dataset)
      throws IOException {
    String start = folder.configuration().settings().get(Key.DATASET.key());
    folder.begin(prepared.inputs(), dataset.equals(start));
    Comparison comparison = run.run(folder.path(), prepared, folder.invocation());
    new ComparisonReport(comparison).writeTo(folder.path());
    host.out().print(ComparisonMarkdown.of(comparison));
    host.out().println();
    host.out().println("Files: " + host.shown(folder.path()));
    return comparison;
  }

  /** Elsewhere these make no difference to the results; here they do. */
  private static void requireSameSpeed(Settings settings) {
    for (Key key : List.of(Key.THREADS, Key.KERNELS)) {
      if (settings.resume().isPresent() && settings.isOption(key)) {
        throw settings.refuse(
            key, "a comparison is resumed as it began: leave the option out, or start a new one");
      }
    }
  }
}
