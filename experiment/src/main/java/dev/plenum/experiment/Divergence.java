package dev.plenum.experiment;

import dev.plenum.api.Callback;
import dev.plenum.api.Training;
import dev.plenum.api.TrainingDivergedException;
import dev.plenum.api.tensor.NonFiniteException;
import java.util.Optional;

/**
 * Has a training fail that leaves nothing to measure, also where another callback accepts its divergence:
 * one without a whole epoch, or with weights that are no numbers. The last callback of a recipe, so that
 * good weights may be back before.
 */
final class Divergence implements Callback {
  private Optional<TrainingDivergedException> accepted = Optional.empty();

  @Override
  public boolean onlyWatches() {
    return true;
  }

  @Override
  public boolean onDivergence(Training training, TrainingDivergedException divergence) {
    accepted = Optional.of(divergence);
    return false;
  }

  @Override
  public void onTrainEnd(Training training) {
    if (training.position().history().epochs().isEmpty()) {
      throw accepted.orElseGet(() ->
          new TrainingDivergedException("the training ended before its first epoch was over"));
    }
    try {
      training.model().weights().requireFinite();
    } catch (NonFiniteException e) {
      throw accepted.orElseGet(
          () -> new TrainingDivergedException(e.getMessage() + ". Try a smaller learning rate"));
    }
  }
}
