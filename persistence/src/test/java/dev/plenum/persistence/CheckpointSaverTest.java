package dev.plenum.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plenum.api.BatchResult;
import dev.plenum.api.Callback;
import dev.plenum.api.EpochRecord;
import dev.plenum.api.Fit;
import dev.plenum.api.Training;
import dev.plenum.api.data.Dataset;
import dev.plenum.api.optimizer.Sgd;
import dev.plenum.api.random.Seed;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When checkpoints are due, on a clock that stands still but for steps of a second and for saving. */
class CheckpointSaverTest {
  private static final long SECOND = 1_000_000_000;
  private static final SavedModel TINY = Samples.tiny();

  @TempDir
  private Path folder;

  private long now;
  private final List<String> saved = new ArrayList<>();

  /** Trains so many epochs of three steps. */
  private void train(int epochs, long intervalSeconds, double secondsToSave) {
    train(epochs, intervalSeconds, false, secondsToSave);
  }

  private void train(int epochs, long intervalSeconds, boolean atEveryEpoch, double secondsToSave) {
    CheckpointSaver saver = new CheckpointSaver(
        new CheckpointFolder(folder),
        intervalSeconds * SECOND,
        atEveryEpoch,
        () -> false,
        () -> now,
        training -> {
          saved.add(training.position().epoch() + "/" + training.position().step());
          now += (long) (secondsToSave * SECOND);
          return CheckpointFileTest.sample();
        });
    Callback clock = new Callback() {
      @Override
      public void onTrainBatchEnd(Training training, int step, BatchResult result) {
        now += SECOND;
      }

      @Override
      public void onEpochEnd(Training training, EpochRecord epoch) {
        now++;
      }
    };
    Dataset images =
        new Dataset(TINY.network().input(), new byte[6], new int[3], TINY.classNames());
    new FakeModel(TINY.network(), Sgd.defaults(), new Seed(1))
        .fit(images, Fit.epochs(epochs).batchSize(1).callbacks(clock, saver));
  }

  @Test
  void everyEpochEndsWithOne() {
    train(3, 60, 0.01);
    assertEquals(List.of("1/0", "2/0", "3/0"), saved);
  }

  @Test
  void withinAnEpochTheIntervalCounts() {
    train(2, 2, 0.01);
    assertEquals(List.of("0/2", "1/0", "1/2", "2/0"), saved);
  }

  @Test
  void savingThatTakesLongIsDoneLessOftenThanEveryEpoch() {
    train(9, 60, 0.2); // 50 × 0.2 s are a little more than three epochs
    assertEquals(List.of("1/0", "5/0", "9/0"), saved);
  }

  @Test
  void unlessEveryEpochIsAskedFor() {
    train(3, 60, true, 0.2);
    assertEquals(List.of("1/0", "2/0", "3/0"), saved);
  }
}
