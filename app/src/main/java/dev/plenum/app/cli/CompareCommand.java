package dev.plenum.app.cli;

import dev.plenum.app.compare.PreparedComparison;
import dev.plenum.app.config.Group;
import dev.plenum.app.config.Key;
import dev.plenum.app.config.Keys;
import dev.plenum.app.config.Settings;
import dev.plenum.app.host.Host;
import dev.plenum.app.network.NetworkSources;
import dev.plenum.app.train.Recipes;
import dev.plenum.app.train.Trainings;
import dev.plenum.app.wiring.Wiring;
import dev.plenum.datasets.DatasetSource;
import dev.plenum.experiment.comparison.Comparison;
import dev.plenum.experiment.run.RunFolder;
import dev.plenum.report.comparison.ComparisonMarkdown;
import dev.plenum.report.comparison.ComparisonReport;
import java.io.IOException;
import java.util.List;

/** {@code plenum compare}. */
record CompareCommand(Host host, RunFolders folders) {
  /** The command. */
  Command command() {
    return new Command(
            "compare",
            "Trains the same networks on several backends, each training in a JVM of its own, and reports what they differ in: accuracy, speed, memory. A training that fails is reported, the others are completed, and the exit code is 1.",
            this::run)
        .keys(Keys.BACKENDS, Keys.NETWORKS, Keys.SEEDS)
        .keys(Recipes.KEYS.stream()
            .filter(key -> !List.of(Keys.BACKEND, Keys.FROM, Keys.FREEZE).contains(key))
            .toList())
        .keys(Keys.in(Group.CLUSTER))
        .keys(Keys.RESUME, Keys.OUT)
        .says(
            Keys.BACKEND_SETTINGS,
            "settings of the backends' own; each backend gets those that it has")
        .says(Keys.OUT, "where the results go; must be new or empty (default: runs/<time>-compare)")
        .says(Keys.SEED, "the first seed; the others are seed + 1, seed + 2 … (default: 1)")
        .says(Keys.SEEDS, "how often each network is trained on each backend (default: 3)")
        .says(Keys.NETWORK, "what is trained, unless networks names several (default: simple-conv)")
        .says(
            Keys.KERNELS,
            "the pure-Java engine's kernels; other backends take no notice (default: auto)")
        .examples(
            "plenum compare --backends purejava,dl4j --epochs 1 --limit 5000",
            "plenum compare --resume runs/comparison");
  }

  private int run(Settings settings, List<String> arguments) throws IOException {
    requireSameSpeed(settings);
    PreparedComparison prepared = PreparedComparison.of(
        host,
        settings,
        new NetworkSources(settings, host.workingDirectory()).listed(),
        Wiring.injector(host, settings).getInstance(DatasetSource.class));
    List<String> networks = prepared.trainings().plan().networks();
    String what = networks.size() == 1 ? networks.get(0) : "";
    try (RunFolder folder = folders.claim(settings, command(), what)) {
      boolean isFinished = prepared.isComplete(folder.path())
          && folders.isFinished(folder, ComparisonReport.LAST_FILE);
      if (!isFinished && !compare(folder, prepared).isComplete()) {
        return ExitCode.FAILURE;
      }
      folder.finish();
      return ExitCode.SUCCESS;
    }
  }

  private Comparison compare(RunFolder folder, PreparedComparison prepared) throws IOException {
    Trainings.begin(folder, prepared.trainings().inputs(), prepared.settings());
    Comparison comparison = prepared.run(folder);
    new ComparisonReport(comparison).writeTo(folder.path());
    host.out().print(ComparisonMarkdown.of(comparison));
    host.out().println();
    host.out().println("Files: " + host.shown(folder.path()));
    return comparison;
  }

  /** Elsewhere these make no difference to the results; here they do. */
  private static void requireSameSpeed(Settings settings) {
    for (Key<?> key : List.of(Keys.THREADS, Keys.KERNELS)) {
      if (settings.find(Keys.RESUME).isPresent() && settings.isOption(key)) {
        throw settings.refuse(
            key, "a comparison is resumed as it began: leave the option out, or start a new one");
      }
    }
  }
}
