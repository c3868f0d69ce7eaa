package dev.plenum.app.train;

import dev.plenum.api.Fit;
import dev.plenum.api.History;
import dev.plenum.api.Model;
import dev.plenum.api.TrainingDivergedException;
import dev.plenum.api.TrainingPosition;
import dev.plenum.api.data.Dataset;
import dev.plenum.app.Host;
import dev.plenum.app.predict.ModelInput;
import dev.plenum.persistence.Checkpoints;
import dev.plenum.persistence.JsonObject;
import dev.plenum.persistence.SavedModel;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/**
 * Trains with checkpoints, from the last one that is there.
 *
 * @param folder the folder of the checkpoints
 * @param interval how often they are saved
 */
record ResumableFitter(Host host, Path folder, Duration interval, Interruption interruption)
    implements Fitter {

  @Override
  public History fit(Model model, Dataset train, Fit fit) throws IOException {
    Checkpoints checkpoints = Checkpoints.in(
            folder,
            training -> SavedModel.of(
                training.model(),
                ModelInput.preprocessing(train.imageShape()),
                train.classNames(),
                JsonObject.empty()))
        .every(interval)
        .stopWhen(interruption::isRequested)
        .onResume(this::tell);
    interruption.begin();
    try {
      return checkpoints.fit(model, train, fit);
    } catch (TrainingDivergedException e) {
      checkpoints.clear(); // from each of them it would diverge again
      throw e;
    } finally {
      interruption.end();
    }
  }

  private void tell(TrainingPosition position) {
    host.err()
        .printf(
            Locale.ROOT,
            "Going on in epoch %d, after step %d.%n",
            position.epoch() + 1,
            position.step());
  }
}
