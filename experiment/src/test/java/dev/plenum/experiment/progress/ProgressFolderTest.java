package dev.plenum.experiment.progress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.Backend;
import dev.plenum.api.Backends;
import dev.plenum.api.BatchResult;
import dev.plenum.api.Callback;
import dev.plenum.api.Training;
import dev.plenum.experiment.BuiltInNetwork;
import dev.plenum.experiment.Recipe;
import dev.plenum.experiment.TinyMnist;
import dev.plenum.experiment.TrainingData;
import dev.plenum.experiment.TrainingListener;
import dev.plenum.experiment.run.RunFolder;
import dev.plenum.experiment.run.StoredRun;
import dev.plenum.experiment.run.TrainingFolder;
import dev.plenum.experiment.run.TrainingRun;
import dev.plenum.persistence.HistoryCsv;
import dev.plenum.persistence.TrainingInterruptedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(300)
class ProgressFolderTest {
  private static final TrainingData DATA = TinyMnist.data();
  /** With one thread, so that a busy machine does not have threads wait for each other. */
  private static final Backend BACKEND =
      Backends.get("purejava").withSettings(Map.of("threads", "1"));

  @TempDir
  private Path folder;

  /** Trains; {@code step} is called at the end of each step. */
  private StoredRun train(String name, int epochs, Consumer<Training> step) throws IOException {
    Callback calling = new Callback() {
      @Override
      public boolean onlyWatches() {
        return true;
      }

      @Override
      public void onTrainBatchEnd(Training training, int current, BatchResult result) {
        step.accept(training);
      }
    };
    Recipe recipe = Recipe.of(BuiltInNetwork.DENSE).epochs(epochs).batchSize(20).seed(3);
    try (RunFolder run = RunFolder.open(folder.resolve(name), "test")) {
      StoredRun stored = new TrainingRun(
              run,
              Duration.ofHours(1),
              TrainingListener.NONE,
              TrainingRun.Pictures.NONE,
              (place, data, inputs) -> List.of(calling))
          .train(new TrainingFolder(run.path()), recipe, DATA, BACKEND);
      run.finish();
      return stored;
    }
  }

  private ProgressFolder progress(String name) {
    return ProgressFolder.of(folder.resolve(name));
  }

  @Test
  void aTrainingThatIsStoppedByItsFolderTellsWhereItStands() throws IOException {
    ProgressFolder progress = progress("stopped");
    assertThrows(
        TrainingInterruptedException.class,
        () -> train("stopped", 5000, training -> {
          if (training.position().epoch() == 2) {
            stop(progress);
          }
        }));
    Standing stopped = progress.standing().orElseThrow();
    assertFalse(stopped.isRunning());
    assertEquals(5000, stopped.epochs());
    assertTrue(stopped.epoch() >= 2 && stopped.epoch() < 5000, stopped.toString());
    assertTrue(stopped.imagesPerSecond() > 0 && stopped.secondsLeft() > 0, stopped.toString());
    assertEquals(ProcessHandle.current().pid(), stopped.process());
    assertTrue(
        Duration.between(stopped.updated(), Instant.now()).toSeconds() < 60, stopped.toString());
    assertEquals(stopped.epoch(), HistoryCsv.read(progress.epochs()).epochs().size());
    assertTrue(progress.isStopRequested());
  }

  private static void stop(ProgressFolder progress) {
    try {
      progress.requestStop();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void whatWasStoppedIsResumedToTheSameBitsAndThenTheFolderIsGone() throws IOException {
    StoredRun undisturbed = train("undisturbed", 100, training -> {});
    ProgressFolder progress = progress("resumed");
    assertThrows(
        TrainingInterruptedException.class,
        () -> train("resumed", 100, training -> {
          if (training.position().epoch() >= 2) {
            stop(progress);
            pause(20); // so that the training looks for it before it is over
          }
        }));
    StoredRun resumed = train("resumed", 100, training -> {});
    assertEquals(
        undisturbed.record().outcome().weightsSha256(),
        resumed.record().outcome().weightsSha256());
    assertFalse(progress.exists());
    assertEquals(0, progress.standing().stream().count());
    assertThrows(NoSuchFileException.class, progress::requestStop);
  }

  private static void pause(long milliseconds) {
    try {
      Thread.sleep(milliseconds);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Puts a folder where the file of the epochs is. */
  private void block(String name) {
    Path epochs = progress(name).epochs();
    try {
      if (Files.isRegularFile(epochs)) {
        Files.delete(epochs);
        Files.createDirectory(epochs);
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aTrainingGoesOnWhereItsProgressCannotBeWritten() throws IOException {
    StoredRun run = train("run", 3, training -> {});
    StoredRun blocked = train("blocked", 3, training -> block("blocked"));
    assertEquals(
        run.record().outcome().weightsSha256(), blocked.record().outcome().weightsSha256());
  }
}
