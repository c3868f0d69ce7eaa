package dev.plenum.experiment.cluster;

import dev.plenum.api.data.TrainTest;
import dev.plenum.experiment.Trainer;
import dev.plenum.experiment.comparison.CellTraining;
import dev.plenum.experiment.run.TrainingFolder;
import java.io.IOException;

/**
 * Trains one cell of a comparison, and leaves what {@link CellTraining} does.
 *
 * @param source how
 * @param isRepeat whether only the first epoch is trained
 * @serial exclude
 */
@SuppressWarnings("InvalidBlockTag") // Error Prone does not know that tag
public record RemoteCell(TrainingSource source, boolean isRepeat) implements RemoteTraining {

  @Override
  public void run(TrainTest whole, Workplace place) throws IOException {
    Trainer trainer = new Trainer(place.share(source.backend()), place.listener());
    new CellTraining(trainer, place.invocation(), isRepeat)
        .run(source.recipe(), source.data(whole), new TrainingFolder(place.results()));
  }
}
