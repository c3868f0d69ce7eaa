package dev.plenum.app.compare;

import dev.plenum.app.cluster.Clusters;
import dev.plenum.app.config.Key;
import dev.plenum.app.config.Keys;
import dev.plenum.app.config.Settings;
import dev.plenum.app.document.Documents;
import dev.plenum.app.host.Host;
import dev.plenum.app.progress.Progress;
import dev.plenum.app.progress.Steps;
import dev.plenum.app.train.Recipes;
import dev.plenum.app.train.Trainings;
import dev.plenum.datasets.DatasetSource;
import dev.plenum.experiment.NetworkSource;
import dev.plenum.experiment.Recipe;
import dev.plenum.experiment.cluster.Cluster;
import dev.plenum.experiment.cluster.ClusterCells;
import dev.plenum.experiment.cluster.TrainingSource;
import dev.plenum.experiment.comparison.Cell;
import dev.plenum.experiment.comparison.CellFolder;
import dev.plenum.experiment.comparison.ComparedTrainings;
import dev.plenum.experiment.comparison.Comparison;
import dev.plenum.experiment.comparison.ComparisonRun;
import dev.plenum.experiment.comparison.Contestants;
import dev.plenum.experiment.comparison.JvmCells;
import dev.plenum.experiment.comparison.Plan;
import dev.plenum.experiment.parameter.Optimizers;
import dev.plenum.experiment.run.RunFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A comparison whose settings have been checked: {@code plenum compare} trains each cell in a JVM of
 * its own.
 *
 * @param host where it runs
 * @param settings of the comparison
 * @param contestants the backends
 * @param networks the plan's networks, by name, as the settings name them
 * @param trainings what is trained
 */
public record PreparedComparison(
    Host host,
    Settings settings,
    Contestants contestants,
    Map<String, String> networks,
    ComparedTrainings trainings) {
  /** The hidden command that trains one cell. */
  public static final String CELL_COMMAND = "compare-cell";

  private static final int SEEDS = 3;

  /**
   * Checks what can be checked before any training; gets the dataset here, if need be.
   *
   * @param sources the networks to compare
   * @param source of the images
   * @throws dev.plenum.app.config.UsageException if the settings ask for what cannot be
   * @throws IOException if the dataset cannot be had
   */
  public static PreparedComparison of(
      Host host, Settings settings, List<NetworkSource> sources, DatasetSource source)
      throws IOException {
    Contestants contestants = contestants(settings);
    Map<String, String> networks = names(sources, settings);
    Map<String, Recipe> recipes = sources.stream()
        .collect(Collectors.toMap(
            NetworkSource::displayName,
            network -> Recipes.of(settings, network, Optimizers.of(settings))));
    Plan plan = new Plan(
        List.copyOf(contestants.available().keySet()),
        contestants.missing(),
        List.copyOf(networks.keySet()),
        settings.get(Keys.EPOCHS),
        settings.get(Keys.SEED),
        settings.find(Keys.SEEDS).orElse(SEEDS));
    ComparedTrainings trainings =
        new ComparedTrainings(plan, recipes, Trainings.images(source, settings));
    trainings.requireFit();
    return new PreparedComparison(host, settings, contestants, networks, trainings);
  }

  private static Contestants contestants(Settings settings) {
    Contestants contestants = Contestants.of(settings.all(Keys.BACKENDS));
    if (contestants.available().isEmpty()) {
      throw settings.refuse(
          Keys.BACKENDS,
          contestants.missing().isEmpty()
              ? "there is no backend that can be used; 'plenum backends' tells why"
              : contestants.missing().entrySet().stream()
                  .map(entry -> entry.getKey() + ": " + entry.getValue())
                  .collect(Collectors.joining("; ")));
    }
    new CellSettings(settings).require(contestants);
    return contestants;
  }

  private static Map<String, String> names(List<NetworkSource> sources, Settings settings) {
    List<String> listed = settings.all(Keys.NETWORKS);
    Map<String, String> networks = new LinkedHashMap<>();
    for (int i = 0; i < sources.size(); i++) {
      String option = listed.isEmpty() ? settings.get(Keys.NETWORK) : listed.get(i);
      String other = networks.put(sources.get(i).displayName(), option);
      if (other != null) {
        throw settings.refuse(
            Keys.NETWORKS,
            "%s and %s are both called '%s'; rename a file"
                .formatted(other, option, sources.get(i).displayName()));
      }
    }
    return networks;
  }

  /**
   * Whether nothing is left to train.
   *
   * @throws IOException if the results of a cell are damaged
   */
  public boolean isComplete(Path folder) throws IOException {
    return run(folder, ComparisonRun.Listener.NONE).isComplete();
  }

  /**
   * Runs it, in JVMs of this machine or on a cluster.
   *
   * @param run gets each cell's folder as soon as it is trained
   * @return what came out, with the reasons of the cells that failed
   * @throws IOException if a file cannot be read or written
   */
  public Comparison run(RunFolder run) throws IOException {
    contestants
        .missing()
        .forEach((backend, reason) -> host.err().println("Without " + backend + ": " + reason));
    try (Steps steps = new Progress(host).steps(trainings.plan().cells().size())) {
      ShownCells shown = new ShownCells(steps);
      Clusters clusters = new Clusters(settings, host);
      if (!clusters.isAsked()) {
        return run(run.path(), shown).run(run.invocation());
      }
      Map<List<String>, TrainingSource> kinds = new LinkedHashMap<>();
      trainings
          .plan()
          .cells()
          .forEach(cell -> kinds.putIfAbsent(
              List.of(cell.backend(), cell.network()), clusters.source(told(cell))));
      try (Cluster cluster = clusters.connect(run, trainings.data(), kinds.values())) {
        ClusterCells cells =
            new ClusterCells(cluster, cell -> clusters.source(told(cell)), clusters.shown());
        return new ComparisonRun(trainings, cells, run.path(), shown).run(run.invocation());
      }
    }
  }

  private ComparisonRun run(Path folder, ComparisonRun.Listener listener) {
    JvmCells cells =
        new JvmCells(host.workingDirectory(), host.main(), this::arguments, Key::isVariable);
    return new ComparisonRun(trainings, cells, folder, listener);
  }

  /** Its settings come from a file alone, so that it computes what the record says. */
  private List<String> arguments(Cell cell, CellFolder folder) throws IOException {
    Documents.write(folder.settings(), told(cell));
    return List.of(
        CELL_COMMAND,
        cell.isRepeat() ? "repeat" : "train",
        "--config",
        folder.settings().toString(),
        Keys.OUT.option(),
        folder.results().toString());
  }

  /** What a cell is told, by name. */
  private Map<String, String> told(Cell cell) {
    Map<String, String> told = new TreeMap<>();
    new CellSettings(settings)
        .of(
            cell,
            Optional.ofNullable(contestants.available().get(cell.backend())).orElseThrow(),
            Optional.ofNullable(networks.get(cell.network())).orElseThrow())
        .forEach((key, value) -> told.put(key.key(), value));
    return told;
  }
}
