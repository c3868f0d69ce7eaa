package dev.plenum.experiment.cluster;

import dev.plenum.api.TrainingDivergedException;
import dev.plenum.experiment.Recipe;
import dev.plenum.experiment.comparison.Cell;
import dev.plenum.experiment.comparison.CellFailure;
import dev.plenum.experiment.comparison.CellFolder;
import dev.plenum.experiment.comparison.CellRunner;
import dev.plenum.experiment.run.TrainingFolder;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Trains the cells of a comparison on a cluster, as many at once as it can.
 *
 * @param cluster where
 * @param sources how each is trained
 * @param listener is notified of what happens
 */
public record ClusterCells(
    Cluster cluster, Function<Cell, TrainingSource> sources, ClusterListener listener)
    implements CellRunner {

  @Override
  public Optional<CellFailure> run(
      Cell cell, Recipe recipe, CellFolder folder, Consumer<String> output) throws IOException {
    try {
      RemoteCell remote = new RemoteCell(sources.apply(cell), cell.isRepeat());
      TrainedFiles files = cluster.run(cell.toString(), remote, listener);
      TrainingFolder results = new TrainingFolder(folder.results());
      results.create();
      results.publish(files::writeTo);
      return Optional.empty();
    } catch (TrainingFailedException | TrainingDivergedException e) {
      return Optional.of(new CellFailure(cell, String.valueOf(e.getMessage()), List.of()));
    }
  }

  /** All: the cluster itself has them wait. */
  @Override
  public boolean takesAllAtOnce() {
    return true;
  }
}
