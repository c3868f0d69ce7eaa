package dev.plenum.experiment.run;

import dev.plenum.api.Callback;
import dev.plenum.api.Fit;
import dev.plenum.api.History;
import dev.plenum.api.Model;
import dev.plenum.api.TrainingDivergedException;
import dev.plenum.api.data.Dataset;
import dev.plenum.api.tensor.NamedTensors;
import dev.plenum.api.tensor.NonFiniteException;
import dev.plenum.experiment.Fitter;
import dev.plenum.experiment.TrainingListener;
import dev.plenum.persistence.Checkpoints;
import dev.plenum.persistence.JsonObject;
import dev.plenum.persistence.SavedModel;
import dev.plenum.predictor.ModelInputs;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Trains with checkpoints, from the last one that is there.
 *
 * @param folder has the checkpoints
 * @param interval how often they are saved
 * @param interruption ends the training early
 * @param listener is notified where a training resumes
 * @param watchers makes callbacks that change no weights, called after the fit's own
 */
record ResumableFitter(
    TrainingFolder folder,
    Duration interval,
    Interruption interruption,
    TrainingListener listener,
    Function<ModelInputs, List<Callback>> watchers)
    implements Fitter {

  @Override
  public History fit(Model model, ModelInputs inputs, Dataset train, Fit fit) throws IOException {
    Checkpoints checkpoints = Checkpoints.in(
            folder.checkpoints(),
            training -> SavedModel.of(
                training.model(), inputs.preprocessing(), train.classNames(), JsonObject.empty()))
        .every(interval)
        .stopWhen(interruption::isRequested)
        .onResume(listener::resumes);
    if (folder.kept().isPresent()) {
      checkpoints = checkpoints.atEveryEpoch();
      if (Checkpoints.history(folder.checkpoints())
          .filter(history -> history.epochs().size() > fit.epochs())
          .isPresent()) {
        checkpoints.clear(); // a longer training has left them behind the end of this one
      }
    }
    interruption.begin();
    try {
      History history = checkpoints.fit(model, train, watched(fit, watchers.apply(inputs)));
      requireFinite(model.optimizer().state().slots());
      return history;
    } catch (TrainingDivergedException e) {
      checkpoints.clear(); // from each of them it would diverge again
      throw e;
    } finally {
      interruption.end();
    }
  }

  /** Else the model could not be saved. */
  private static void requireFinite(NamedTensors slots) {
    try {
      slots.requireFinite();
    } catch (NonFiniteException e) {
      throw new TrainingDivergedException(e.getMessage() + ". Try a smaller learning rate");
    }
  }

  private static Fit watched(Fit fit, List<Callback> more) {
    return fit.callbacks(
        Stream.concat(fit.callbacks().stream(), more.stream()).toArray(Callback[]::new));
  }
}
