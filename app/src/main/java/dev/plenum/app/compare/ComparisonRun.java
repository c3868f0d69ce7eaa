package dev.plenum.app.compare;

import com.google.inject.Inject;
import dev.plenum.api.Backend;
import dev.plenum.api.network.Sequential;
import dev.plenum.api.optimizer.OptimizerSpec;
import dev.plenum.app.Host;
import dev.plenum.app.backend.BackendJars;
import dev.plenum.app.compare.cell.Cell;
import dev.plenum.app.compare.cell.CellFailure;
import dev.plenum.app.compare.cell.CellFolder;
import dev.plenum.app.compare.cell.CellProcess;
import dev.plenum.app.compare.cell.CellResult;
import dev.plenum.app.config.Key;
import dev.plenum.app.config.Settings;
import dev.plenum.app.inputs.RunInputs;
import dev.plenum.app.network.NetworkSource;
import dev.plenum.app.network.NetworkSources;
import dev.plenum.app.progress.Progress;
import dev.plenum.app.report.Figures;
import dev.plenum.app.train.Recipe;
import dev.plenum.app.train.Trainer;
import dev.plenum.app.train.TrainingData;
import dev.plenum.app.train.TrainingOrigin;
import dev.plenum.app.train.TrustedRun;
import dev.plenum.datasets.DatasetSource;
import dev.plenum.persistence.RunRecord.Invocation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Trains the cells of a comparison one after the other, those that are missing. */
public final class ComparisonRun {
  private static final int SEEDS = 3;

  private final Host host;
  private final Settings settings;
  private final DatasetSource source;
  private final NetworkSources networkSources;
  private final OptimizerSpec optimizer;
  private final Progress progress;

  @Inject
  ComparisonRun(
      Host host,
      Settings settings,
      DatasetSource source,
      NetworkSources networkSources,
      OptimizerSpec optimizer,
      Progress progress) {
    this.host = host;
    this.settings = settings;
    this.source = source;
    this.networkSources = networkSources;
    this.optimizer = optimizer;
    this.progress = progress;
  }

  /**
   * A comparison whose settings have been checked.
   *
   * @param plan what is trained
   * @param contestants the plan's backends
   * @param networks the plan's networks, by name, as the settings name them
   * @param inputs images and networks
   * @param origins what each cell's result must have come from
   */
  public record Prepared(
      Plan plan,
      Contestants contestants,
      Map<String, String> networks,
      RunInputs inputs,
      Map<Cell, TrainingOrigin> origins) {}

  /**
   * Checks what can be checked before any training; gets the dataset here, if need be.
   *
   * @throws dev.plenum.app.config.UsageException if the settings ask for what cannot be
   * @throws IOException if the dataset cannot be had
   */
  public Prepared prepare() throws IOException {
    Contestants contestants = Contestants.of(settings);
    List<NetworkSource> sources = networkSources.listed();
    Map<String, String> networks = new LinkedHashMap<>();
    for (int i = 0; i < sources.size(); i++) {
      String option = settings.networks().isEmpty()
          ? settings.network()
          : settings.networks().get(i);
      String other = networks.put(sources.get(i).displayName(), option);
      if (other != null) {
        throw settings.refuse(
            Key.NETWORKS,
            "%s and %s are both called '%s'; rename a file"
                .formatted(other, option, sources.get(i).displayName()));
      }
    }
    TrainingData data = TrainingData.of(source.load(), settings);
    Map<String, Sequential> shapes = new LinkedHashMap<>();
    sources.forEach(network -> shapes.put(
        network.displayName(), Trainer.network(Recipe.of(settings, network, optimizer), data)));
    Plan plan = new Plan(
        List.copyOf(contestants.available().keySet()),
        List.copyOf(networks.keySet()),
        settings.seed(),
        settings.seeds().orElse(SEEDS));
    RunInputs inputs = RunInputs.of(data.whole(), shapes);
    Map<Cell, TrainingOrigin> origins = new LinkedHashMap<>();
    Prepared prepared = new Prepared(plan, contestants, networks, inputs, origins);
    for (Cell cell : plan.cells()) {
      NetworkSource network = sources.get(plan.networks().indexOf(cell.network()));
      Settings own = settings.with(told(cell, prepared), cell.toString());
      origins.put(cell, TrainingOrigin.of(Recipe.of(own, network, optimizer), data));
    }
    return prepared;
  }

  private Map<Key, String> told(Cell cell, Prepared prepared) {
    Backend backend = Optional.ofNullable(prepared.contestants().available().get(cell.backend()))
        .orElseThrow();
    String network =
        Optional.ofNullable(prepared.networks().get(cell.network())).orElseThrow();
    return new CellSettings(settings).of(cell, backend, network);
  }

  /**
   * Whether nothing is left to train.
   *
   * @throws IOException if the results of a cell are damaged
   */
  public boolean isComplete(Path folder, Prepared prepared) throws IOException {
    for (Cell cell : prepared.plan().cells()) {
      if (CellResult.find(cell, cellFolder(folder, cell)).isEmpty()) {
        return false;
      }
    }
    return true;
  }

  /**
   * Runs it.
   *
   * @param folder gets each cell's folder as soon as it is trained
   * @return what came out, with the reasons of the cells that failed
   * @throws IOException if a file cannot be read or written
   */
  public Comparison run(Path folder, Prepared prepared, Invocation invocation) throws IOException {
    List<CellResult> results = new ArrayList<>();
    List<CellFailure> failures = new ArrayList<>();
    List<Cell> cells = prepared.plan().cells();
    prepared
        .contestants()
        .missing()
        .forEach((backend, reason) -> host.err().println("Without " + backend + ": " + reason));
    try (Progress.Steps steps = progress.steps(cells.size())) {
      for (Cell cell : cells) {
        steps.begin(cell.toString());
        Optional<CellFailure> failure = runIfMissing(cell, folder, prepared, steps);
        if (failure.isEmpty()) {
          CellResult result = CellResult.find(cell, cellFolder(folder, cell)).orElseThrow();
          results.add(result);
          steps.end("accuracy %s, %s an epoch"
              .formatted(
                  Figures.score(result.run().test().accuracy()),
                  Figures.duration(result.steadyEpochSeconds())));
        } else {
          failures.add(failure.get());
          steps.end("failed: " + failure.get().reason());
        }
      }
    }
    return new Comparison(
        prepared.plan(),
        settings.epochs(),
        results,
        failures,
        prepared.contestants().missing(),
        jarBytes(prepared.contestants()),
        invocation);
  }

  private Optional<CellFailure> runIfMissing(
      Cell cell, Path folder, Prepared prepared, Progress.Steps steps) throws IOException {
    CellFolder own = cellFolder(folder, cell);
    Optional<CellResult> earlier = CellResult.find(cell, own);
    if (earlier.isPresent()) {
      TrainingOrigin origin = Optional.ofNullable(prepared.origins().get(cell)).orElseThrow();
      new TrustedRun(earlier.get().run()).require(origin);
      return Optional.empty();
    }
    return new CellProcess(host.workingDirectory())
        .run(cell, own, told(cell, prepared), steps::detail);
  }

  private static CellFolder cellFolder(Path folder, Cell cell) {
    return CellFolder.of(folder.resolve("cells"), cell);
  }

  private static Map<String, Long> jarBytes(Contestants contestants) throws IOException {
    Map<String, Long> bytes = new LinkedHashMap<>();
    for (Map.Entry<String, Backend> contestant : contestants.available().entrySet()) {
      long size = BackendJars.of(contestant.getValue()).bytes();
      if (size > 0) {
        bytes.put(contestant.getKey(), size);
      }
    }
    return bytes;
  }
}
