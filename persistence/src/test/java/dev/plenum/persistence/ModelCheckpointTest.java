package dev.plenum.persistence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.Callback;
import dev.plenum.api.EpochRecord;
import dev.plenum.api.Fit;
import dev.plenum.api.Model;
import dev.plenum.api.Training;
import dev.plenum.api.TrainingPosition;
import dev.plenum.api.callback.Monitor;
import dev.plenum.api.data.Batch;
import dev.plenum.api.network.Shape;
import dev.plenum.api.random.Seed;
import dev.plenum.api.tensor.NamedTensors;
import dev.plenum.api.tensor.Tensor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelCheckpointTest {
  private static final double NAN = Double.NaN;
  private static final SavedModel TINY = Samples.tiny();

  @TempDir
  private Path folder;

  private Path file = Path.of("");

  @BeforeEach
  void chooseFile() {
    file = folder.resolve("model.plenum");
  }

  private static SavedModel snapshot(Training training) {
    return SavedModel.of(
        training.model(), TINY.preprocessing(), TINY.classNames(), TINY.provenance());
  }

  /** A training of a model whose first bias is the number of the epoch. */
  private record Epochs(Model model) implements Training {
    static Epochs start() {
      Model model = new FakeModel(TINY.network(), TINY.optimizer(), new Seed(1));
      model.optimizer().setState(TINY.optimizerState());
      return new Epochs(model);
    }

    void run(Callback callback, double... losses) {
      callback.onTrainBegin(this);
      for (int epoch = 0; epoch < losses.length; epoch++) {
        end(callback, epoch, losses[epoch]);
      }
      callback.onTrainEnd(this);
    }

    void end(Callback callback, int epoch, double loss) {
      model.setWeights(new NamedTensors(Map.of(
          "dense/kernel", new Tensor(Shape.of(2, 2), new float[4]),
          "dense/bias", new Tensor(Shape.of(2), new float[] {epoch, 0}))));
      callback.onEpochEnd(this, new EpochRecord(epoch, Map.of("val_loss", loss), 1));
    }

    @Override
    public Fit fit() {
      return Fit.epochs(1);
    }

    @Override
    public int stepsPerEpoch() {
      return 1;
    }

    @Override
    public List<String> metricNames() {
      return List.of("loss", "val_loss");
    }

    @Override
    public boolean isHigherBetter(String metric) {
      return false;
    }

    @Override
    public TrainingPosition position() {
      return TrainingPosition.START;
    }

    @Override
    public Batch batch() {
      throw new UnsupportedOperationException();
    }

    @Override
    public void stop() {}
  }

  private ModelCheckpoint best() {
    return ModelCheckpoint.best(file, Monitor.of("val_loss"), ModelCheckpointTest::snapshot);
  }

  /** The epoch whose weights the file has. */
  private int savedEpoch() throws IOException {
    return (int) ModelFile.read(file).weights().get("dense/bias").get(0);
  }

  @Test
  void theLastEpochIsSavedWhateverItsValue() throws IOException {
    ModelCheckpoint last = ModelCheckpoint.last(file, ModelCheckpointTest::snapshot);
    Epochs training = Epochs.start();
    last.onTrainBegin(training);
    for (int epoch = 0; epoch < 3; epoch++) {
      training.end(last, epoch, epoch == 1 ? NAN : 5);
      assertEquals(epoch, savedEpoch());
    }
  }

  @Test
  void theBestEpochIsSaved() throws IOException {
    Epochs.start().run(best(), 5, 3, 4, 3, NAN);
    assertEquals(1, savedEpoch());
    Epochs.start()
        .run(
            ModelCheckpoint.best(
                file,
                Monitor.of("val_loss").mode(Monitor.Mode.MAX).minDelta(1),
                ModelCheckpointTest::snapshot),
            5,
            6,
            4,
            7,
            8);
    assertEquals(3, savedEpoch());
  }

  @Test
  void anEpochWithoutAFiniteValueIsNeverTheBest() throws IOException {
    Epochs.start().run(best(), NAN, Double.NEGATIVE_INFINITY);
    assertFalse(Files.exists(file));
    Epochs.start().run(best(), NAN, 7, NAN);
    assertEquals(1, savedEpoch());
  }

  @Test
  void theFileHasAllOfTheModel() throws IOException {
    Epochs training = Epochs.start();
    training.run(best(), 5);
    SavedModel saved = ModelFile.read(file);
    assertEquals(snapshot(training), saved);
  }

  @Test
  void anotherTrainingBeginsAfresh() throws IOException {
    ModelCheckpoint best = best();
    Epochs.start().run(best, 9, 8, 1);
    assertEquals(2, savedEpoch());
    Epochs.start().run(best, 5, 6);
    assertEquals(0, savedEpoch());
  }

  @Test
  void aResumedTrainingKeepsTheBestSoFar() throws IOException {
    ModelCheckpoint before = best();
    Epochs.start().run(before, 5, 3);
    ModelCheckpoint after = best();
    after.setState(before.state());
    Epochs training = Epochs.start();
    after.onTrainBegin(training);
    training.end(after, 2, 4);
    assertEquals(1, savedEpoch());
    training.end(after, 3, 2);
    assertEquals(3, savedEpoch());
  }

  @Test
  void beforeTheFirstFiniteValueThereIsNothingToRemember() throws IOException {
    ModelCheckpoint before = best();
    Epochs.start().run(before, NAN);
    assertEquals(Callback.State.NONE, before.state());
    ModelCheckpoint after = best();
    after.setState(before.state());
    Epochs.start().run(after, 9);
    assertEquals(0, savedEpoch());
  }

  @Test
  void anUnknownMetricIsRefusedWithTheKnownOnes() {
    ModelCheckpoint checkpoint =
        ModelCheckpoint.best(file, Monitor.of("val_accuracy"), ModelCheckpointTest::snapshot);
    String message = Refusals.messageOf(
        IllegalArgumentException.class, () -> checkpoint.onTrainBegin(Epochs.start()));
    assertTrue(
        message.startsWith(
            "ModelCheckpoint cannot monitor 'val_accuracy': this training measures loss, val_loss."),
        message);
  }

  @Test
  void aFileThatCannotBeWrittenIsRefusedBeforeTheFirstStep() throws IOException {
    Path missing = folder.resolve("missing");
    assertEquals(
        missing.resolve("m.plenum") + " could not be written: there is no folder " + missing,
        refusalOf(missing.resolve("m.plenum")));
    assertEquals(
        folder + " could not be written: there is a folder of that name", refusalOf(folder));
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(0, files.count());
    }
  }

  private static String refusalOf(Path file) {
    ModelCheckpoint checkpoint = ModelCheckpoint.last(file, ModelCheckpointTest::snapshot);
    return Refusals.messageOf(
        UncheckedIOException.class, () -> checkpoint.onTrainBegin(Epochs.start()));
  }

  @Test
  void theBeginningOfATrainingLeavesAnEarlierFile() throws IOException {
    Files.writeString(file, "earlier");
    ModelCheckpoint.last(file, ModelCheckpointTest::snapshot).onTrainBegin(Epochs.start());
    assertEquals("earlier", Files.readString(file));
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(List.of(file), files.toList());
    }
  }

  @Test
  void aFailedWriteLeavesTheEarlierFileAndItsBest() throws IOException {
    Path subfolder = Files.createDirectory(folder.resolve("run"));
    Path moved = folder.resolve("moved");
    file = subfolder.resolve("model.plenum");
    ModelCheckpoint best = best();
    Epochs training = Epochs.start();
    best.onTrainBegin(training);
    training.end(best, 0, 5);
    byte[] bytes = Files.readAllBytes(file);
    Files.move(subfolder, moved);
    String message = Refusals.messageOf(UncheckedIOException.class, () -> training.end(best, 1, 3));
    assertTrue(message.endsWith("there is no folder " + subfolder), message);
    assertArrayEquals(bytes, Files.readAllBytes(moved.resolve("model.plenum")));
    assertEquals(5, best.state().number("best"));
  }

  @Test
  void aSnapshotThatFailsLeavesTheEarlierFile() throws IOException {
    Files.writeString(file, "earlier");
    ModelCheckpoint checkpoint = ModelCheckpoint.last(file, training -> {
      throw new IllegalArgumentException("no provenance");
    });
    assertThrows(IllegalArgumentException.class, () -> Epochs.start().run(checkpoint, 1));
    assertEquals("earlier", Files.readString(file));
  }
}
