package dev.plenum.experiment.comparison;

import dev.plenum.api.Backend;
import dev.plenum.api.Backends;
import dev.plenum.experiment.Recipe;
import dev.plenum.experiment.TrainingData;
import dev.plenum.experiment.backend.BackendJars;
import dev.plenum.experiment.run.StoredRun;
import dev.plenum.experiment.run.TrustedRun;
import dev.plenum.persistence.RunRecord.Invocation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Trains the cells of a comparison that are missing: one after the other, unless the runner takes all at
 * once.
 *
 * @param trainings what is trained
 * @param runner trains a cell
 * @param folder gets each cell's folder as soon as it is trained
 * @param listener is notified of each cell
 */
public record ComparisonRun(
    ComparedTrainings trainings, CellRunner runner, Path folder, Listener listener) {

  /**
   * {@return one that trains in this process, one cell after the other; nobody is notified}
   *
   * @param plan the cells
   * @param recipes one for each network, by its name; seed and epochs are the plan's
   * @param data what all are trained on
   * @param folder gets each cell's folder as soon as it is trained
   * @throws IllegalArgumentException if a network has no recipe
   */
  public static ComparisonRun inThisProcess(
      Plan plan, Map<String, Recipe> recipes, TrainingData data, Path folder) {
    Invocation invocation = Invocation.of("a comparison in a program of one's own");
    return new ComparisonRun(
        new ComparedTrainings(plan, recipes, data),
        new LocalCells(data, invocation),
        folder,
        Listener.NONE);
  }

  /** Is notified of each cell. */
  public interface Listener {
    /** Shows nothing. */
    Listener NONE = new Listener() {};

    /**
     * A cell begins.
     *
     * @param cell what is trained; perhaps it is trained already
     */
    default void begins(Cell cell) {}

    /**
     * A cell's training has printed a line.
     *
     * @param line without the line break
     */
    default void prints(String line) {}

    /**
     * A cell has a result.
     *
     * @param result what came out, as its folder has it
     */
    default void ends(CellResult result) {}

    /**
     * A cell has none.
     *
     * @param failure which cell, and why
     */
    default void fails(CellFailure failure) {}
  }

  /**
   * {@return whether nothing is left to train}
   *
   * @throws IOException if the results of a cell are damaged
   */
  public boolean isComplete() throws IOException {
    for (Cell cell : trainings.plan().cells()) {
      if (CellResult.find(cell, folderOf(cell)).isEmpty()) {
        return false;
      }
    }
    return true;
  }

  /**
   * Trains what is missing.
   *
   * @param invocation what was started
   * @return what came out, with the reasons of the cells that failed
   * @throws dev.plenum.experiment.RunRefusedException if an earlier result is that of another training
   * @throws IOException if a file cannot be read or written
   */
  public Comparison run(Invocation invocation) throws IOException {
    try (CellQueue queue =
        new CellQueue(this::runIfMissing, trainings.plan().cells(), runner.takesAllAtOnce())) {
      return run(queue, invocation);
    }
  }

  private Comparison run(CellQueue queue, Invocation invocation) throws IOException {
    List<CellResult> results = new ArrayList<>();
    List<CellFailure> failures = new ArrayList<>();
    for (Cell cell : trainings.plan().cells()) {
      listener.begins(cell);
      Optional<CellFailure> failure = queue.run(cell);
      if (failure.isPresent()) {
        failures.add(failure.get());
        listener.fails(failure.get());
      } else {
        CellResult result = CellResult.find(cell, folderOf(cell)).orElseThrow();
        results.add(result);
        listener.ends(result);
      }
    }
    return new Comparison(trainings.plan(), results, failures, jarBytes(), invocation);
  }

  private Optional<CellFailure> runIfMissing(Cell cell) throws IOException {
    CellFolder own = folderOf(cell);
    Recipe recipe = trainings.recipe(cell);
    Optional<CellResult> earlier = CellResult.find(cell, own);
    if (earlier.isPresent()) {
      new TrustedRun(new StoredRun(own.results(), earlier.get().record()))
          .require(recipe, trainings.data());
      return Optional.empty();
    }
    return runner.run(cell, recipe, own, listener::prints);
  }

  private CellFolder folderOf(Cell cell) {
    return CellFolder.of(folder.resolve("cells"), cell);
  }

  private Map<String, Long> jarBytes() throws IOException {
    Map<String, Long> bytes = new LinkedHashMap<>();
    for (String name : trainings.plan().backends()) {
      Optional<Backend> backend =
          Backends.all().stream().filter(one -> one.name().equals(name)).findFirst();
      long size = backend.isPresent() ? BackendJars.of(backend.get()).bytes() : 0;
      if (size > 0) {
        bytes.put(name, size);
      }
    }
    return bytes;
  }
}
