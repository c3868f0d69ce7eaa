package dev.plenum.experiment.comparison;

import dev.plenum.api.BackendUnavailableException;
import dev.plenum.api.Backends;
import dev.plenum.api.TrainingDivergedException;
import dev.plenum.experiment.Recipe;
import dev.plenum.experiment.Trainer;
import dev.plenum.experiment.TrainingData;
import dev.plenum.experiment.run.TrainingFolder;
import dev.plenum.persistence.RunRecord.Invocation;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Trains cells in this process, one after the other: accuracy and agreement are those of {@link
 * JvmCells}; memory and start-up are the process's, and the JVM is warmer from cell to cell.
 *
 * @param data what all are trained on
 * @param invocation what was started, for the records
 */
public record LocalCells(TrainingData data, Invocation invocation) implements CellRunner {

  @Override
  public Optional<CellFailure> run(
      Cell cell, Recipe recipe, CellFolder folder, Consumer<String> output) throws IOException {
    try {
      Trainer trainer = new Trainer(Backends.get(cell.backend()));
      new CellTraining(trainer, invocation, cell.isRepeat())
          .run(recipe, data, new TrainingFolder(folder.results()));
      return Optional.empty();
    } catch (BackendUnavailableException | TrainingDivergedException e) {
      return Optional.of(new CellFailure(cell, String.valueOf(e.getMessage()), List.of()));
    }
  }
}
