package dev.plenum.experiment.tensorboard;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.Backends;
import dev.plenum.api.BatchResult;
import dev.plenum.api.Callback;
import dev.plenum.api.EpochRecord;
import dev.plenum.api.History;
import dev.plenum.api.Training;
import dev.plenum.api.metric.MacroF1;
import dev.plenum.experiment.BuiltInNetwork;
import dev.plenum.experiment.Recipe;
import dev.plenum.experiment.TinyMnist;
import dev.plenum.experiment.Trained;
import dev.plenum.experiment.Trainer;
import dev.plenum.experiment.TrainingData;
import dev.plenum.experiment.run.RunFolder;
import dev.plenum.experiment.run.TrainingFolder;
import dev.plenum.experiment.run.TrainingRun;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TensorBoardTest {
  private static final TrainingData DATA = TinyMnist.data();
  private static final int EPOCHS = 4;

  @TempDir
  private Path folder;

  private static Recipe recipe(Callback... callbacks) {
    return Recipe.of(BuiltInNetwork.DENSE)
        .epochs(EPOCHS)
        .batchSize(20)
        .seed(3)
        .metrics(MacroF1.instance())
        .callbacks(callbacks);
  }

  /** What the event files of a history must have. */
  private static List<String> expected(History history, boolean isValidation) {
    List<String> values = new ArrayList<>();
    for (EpochRecord epoch : history.epochs()) {
      epoch.metrics().forEach((name, value) -> {
        if (name.startsWith("val_") == isValidation) {
          String tag = "epoch_" + (isValidation ? name.substring(4) : name);
          values.add(tag + "@" + epoch.epoch() + "=" + value.floatValue());
        }
      });
    }
    return values;
  }

  private void assertComplete(History history) throws IOException {
    assertEquals(EPOCHS, history.epochs().size());
    List<String> train = EventReader.values(folder.resolve("tb/train"));
    assertEquals(expected(history, false), train);
    assertEquals(expected(history, true), EventReader.values(folder.resolve("tb/validation")));
    assertTrue(train.get(2).startsWith("epoch_learning_rate@0="), train.get(2));
  }

  private List<Path> files(String log) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("tb").resolve(log))) {
      return files.sorted().toList();
    }
  }

  @Test
  void aTrainingLeavesWhatKerasLeaves() throws IOException {
    try (Trained trained = new Trainer(Backends.get("purejava"))
        .train(recipe(TensorBoard.in(folder.resolve("tb"))), DATA)) {
      assertComplete(trained.history());
    }
    assertTrue(TensorBoard.hasEvents(folder.resolve("tb")));
    assertFalse(TensorBoard.hasEvents(folder));
    String name = files("train").get(0).getFileName().toString();
    assertTrue(
        name.matches("events\\.out\\.tfevents\\.[0-9]{10}\\.plenum\\.[0-9]+\\.0\\.v2"), name);
  }

  /** Trains in a run's folder; breaks off at a step of an epoch, unless that is beyond the end. */
  private History trainInRun(int epoch, int step) throws IOException {
    Callback breaking = new Callback() {
      @Override
      public boolean onlyWatches() {
        return true;
      }

      @Override
      public void onTrainBatchEnd(Training training, int current, BatchResult result) {
        if (training.position().epoch() == epoch && current == step) {
          throw new IllegalStateException("broken off");
        }
      }
    };
    try (RunFolder run = RunFolder.open(folder.resolve("run"), "test")) {
      TrainingRun training = new TrainingRun(
          run,
          Duration.ofHours(1),
          TrainingRun.in(run).listener(),
          TrainingRun.Pictures.NONE,
          (place, data, inputs) -> List.of(TensorBoard.in(folder.resolve("tb")), breaking));
      return training
          .train(new TrainingFolder(run.path()), recipe(), DATA, Backends.get("purejava"))
          .record()
          .outcome()
          .history();
    }
  }

  @Test
  void aResumedTrainingAddsWhatIsMissingAndNothingTwice() throws IOException {
    assertThrows(IllegalStateException.class, () -> trainInRun(2, 1));
    int first = files("train").size();
    assertEquals(1, first);
    // A file that was cut off when the process was killed: its last epoch is lost, and written
    // again.
    Path cut = files("validation").get(0);
    byte[] bytes = Files.readAllBytes(cut);
    Files.write(cut, Arrays.copyOf(bytes, bytes.length - 3));
    History history = trainInRun(EPOCHS, 0);
    assertEquals(expected(history, false), EventReader.values(folder.resolve("tb/train")));
    assertEquals(2, files("train").size());
    Files.delete(cut);
    List<String> second = EventReader.values(folder.resolve("tb/validation"));
    assertTrue(second.get(0).startsWith("epoch_loss@1="), second.get(0));
    assertEquals(expected(history, true).subList(3, 12), second);
  }

  @Test
  void aFolderThatCannotBeWrittenToIsNamed() throws IOException {
    Files.writeString(folder.resolve("tb"), "a file");
    UncheckedIOException failure = assertThrows(
        UncheckedIOException.class,
        () -> new Trainer(Backends.get("purejava"))
            .train(recipe(TensorBoard.in(folder.resolve("tb"))), DATA));
    assertTrue(String.valueOf(failure.getMessage()).contains("tb"), failure.getMessage());
  }

  /** The resource was written by TensorFlow 2.18: its op WriteSummary, as Keras's callback uses it. */
  @Test
  void eventsAreTheBytesThatTensorFlowWrites() throws IOException {
    Path train = Files.createDirectories(folder.resolve("tb/train"));
    Path file = train.resolve("events.out.tfevents.1796024532.vm.28363.0.v2");
    try (InputStream in =
        TensorBoardTest.class.getResourceAsStream("by-tensorflow-2.18.tfevents")) {
      Files.write(file, in.readAllBytes());
    }
    List<byte[]> records = EventReader.records(Files.readAllBytes(file));
    assertEquals(7, records.size());
    for (int step = 0; step < 3; step++) {
      assertSameButForTime(
          records.get(2 * step + 1), step, Map.of("epoch_loss", (double) (0.5f / (step + 1))));
      assertSameButForTime(
          records.get(2 * step + 2), step, Map.of("epoch_accuracy", 0.25 * (step + 1)));
    }
    assertEquals(2, new EventFolder(train).lastStep());
  }

  private static void assertSameButForTime(byte[] theirs, long step, Map<String, Double> values) {
    byte[] ours = Event.scalars(Instant.now(), step, values);
    assertEquals(theirs[0], ours[0]);
    assertArrayEquals(
        Arrays.copyOfRange(theirs, 9, theirs.length), Arrays.copyOfRange(ours, 9, ours.length));
  }

  @Test
  void theReadersOwnCheckSumIsThatOfTheStandard() {
    int crc = EventReader.masked("123456789".getBytes(StandardCharsets.US_ASCII)) - 0xa282ead8;
    assertEquals(0xe3069283, Integer.rotateLeft(crc, 15)); // CRC-32C of these digits
  }
}
