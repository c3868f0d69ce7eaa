package dev.plenum.serve.watch;

import dev.plenum.api.Backends;
import dev.plenum.api.BatchResult;
import dev.plenum.api.Callback;
import dev.plenum.augmentation.ImageAugmentation;
import dev.plenum.experiment.BuiltInNetwork;
import dev.plenum.experiment.Recipe;
import dev.plenum.experiment.TinyMnist;
import dev.plenum.experiment.TrainingData;
import dev.plenum.experiment.TrainingListener;
import dev.plenum.experiment.run.RunFolder;
import dev.plenum.experiment.run.StoredRun;
import dev.plenum.experiment.run.TrainingFolder;
import dev.plenum.experiment.run.TrainingRun;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Small trainings with random changes of the images, in folders. */
final class Training {
  private static final TrainingData DATA = TinyMnist.data();

  private Training() {}

  /** Trains, or resumes, a small convolutional network. */
  static StoredRun run(Path folder, int epochs, LiveTrainings live) throws IOException {
    return run(folder, epochs, live, new Callback() {
      @Override
      public boolean onlyWatches() {
        return true;
      }
    });
  }

  private static StoredRun run(Path folder, int epochs, LiveTrainings live, Callback pace)
      throws IOException {
    Recipe recipe = Recipe.of(BuiltInNetwork.SIMPLE_CONV)
        .augmentation(ImageAugmentation.referenceExperiment())
        .epochs(epochs)
        .batchSize(20)
        .seed(3);
    try (RunFolder run = RunFolder.open(folder, "test")) {
      StoredRun stored = new TrainingRun(
              run,
              Duration.ofHours(1),
              TrainingListener.NONE,
              TrainingRun.Pictures.NONE,
              (place, data, inputs) ->
                  List.of(live.watching(place.path(), data.classNames()), pace))
          .train(new TrainingFolder(run.path()), recipe, DATA, Backends.get("purejava"));
      run.finish();
      return stored;
    }
  }

  /** Takes its time. */
  private static final class Slowly implements Callback {
    @Override
    public boolean onlyWatches() {
      return true;
    }

    @Override
    public void onTrainBatchEnd(dev.plenum.api.Training training, int step, BatchResult result) {
      try {
        Thread.sleep(10);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** The same on a thread of its own, at no more than 100 steps a second. */
  static CompletableFuture<StoredRun> start(Path folder, int epochs, LiveTrainings live) {
    return CompletableFuture.supplyAsync(() -> {
      try {
        return run(folder, epochs, live, new Slowly());
      } catch (IOException e) {
        throw new CompletionException(e);
      }
    });
  }
}
