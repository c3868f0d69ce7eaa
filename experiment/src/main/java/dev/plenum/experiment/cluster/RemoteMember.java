package dev.plenum.experiment.cluster;

import dev.plenum.api.Backend;
import dev.plenum.api.data.TrainTest;
import dev.plenum.experiment.Recipe;
import dev.plenum.experiment.TrainingData;
import dev.plenum.experiment.run.RunConfiguration;
import dev.plenum.experiment.run.RunFolder;
import dev.plenum.experiment.run.TrainingFolder;
import dev.plenum.experiment.run.TrainingRun;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Trains one network with checkpoints, and leaves what {@link TrainingRun} does: model, history, pictures,
 * record.
 *
 * @param source how
 * @param seed instead of the recipe's own
 * @param checkpointInterval how often it is saved meanwhile
 * @serial exclude
 */
@SuppressWarnings("InvalidBlockTag") // Error Prone does not know that tag
public record RemoteMember(TrainingSource source, long seed, Duration checkpointInterval)
    implements RemoteTraining {

  @Override
  public void run(TrainTest whole, Workplace place) throws IOException {
    Recipe recipe = source.recipe().seed(seed);
    TrainingData data = source.data(whole);
    Backend backend = place.share(source.backend());
    TrainingFolder folder = new TrainingFolder(place.results());
    Path checkpoints = folder.checkpoints();
    place.checkpoints().restore(checkpoints);
    RunConfiguration configuration =
        new RunConfiguration("remote training", place.invocation(), Map.of());
    try (RunFolder run =
        RunFolder.claim(place.folder().resolve("run"), configuration, unfinished -> {})) {
      new TrainingRun(
              run,
              checkpointInterval,
              place.listener(),
              source.pictures(),
              (own, images, inputs) ->
                  List.of(new CheckpointCopies(place.checkpoints(), checkpoints)))
          .train(folder, recipe, data, backend);
      run.finish();
    }
  }
}
