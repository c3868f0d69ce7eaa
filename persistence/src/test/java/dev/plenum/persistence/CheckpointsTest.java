package dev.plenum.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.BatchResult;
import dev.plenum.api.Callback;
import dev.plenum.api.EpochRecord;
import dev.plenum.api.Fit;
import dev.plenum.api.History;
import dev.plenum.api.Training;
import dev.plenum.api.TrainingPosition;
import dev.plenum.api.callback.BatchDigest;
import dev.plenum.api.callback.CosineDecay;
import dev.plenum.api.callback.EarlyStopping;
import dev.plenum.api.callback.LearningRateScheduler;
import dev.plenum.api.callback.ProgressLogger;
import dev.plenum.api.callback.ReduceLROnPlateau;
import dev.plenum.api.callback.SkipEasy;
import dev.plenum.api.data.Dataset;
import dev.plenum.api.data.ImageTransform;
import dev.plenum.api.data.Mixup;
import dev.plenum.api.metric.MacroF1;
import dev.plenum.api.network.Shape;
import dev.plenum.api.optimizer.Sgd;
import dev.plenum.api.random.CounterRandom;
import dev.plenum.api.random.InitialWeights;
import dev.plenum.api.random.Seed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trainings that are cut short and resumed. */
class CheckpointsTest {
  private static final SavedModel TINY = Samples.tiny();
  private static final int EPOCHS = 4;
  private static final int STEPS = 3;

  @TempDir
  private Path temporary;

  private Path folder = Path.of("");

  @BeforeEach
  void chooseFolder() {
    folder = temporary.resolve("checkpoints");
  }

  /** Stands for whatever ends a process. */
  private static final class Crash extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** One life of the training: everything in it is made anew. */
  private static final class Life {
    final FakeModel model = new FakeModel(TINY.network(), Sgd.defaults(), new Seed(5));
    final BatchDigest digest = new BatchDigest();
    int steps;

    /** Crashes after so many steps of this life. */
    History run(Checkpoints checkpoints, int crashAfter) throws IOException {
      return checkpoints.fit(model, images(7), fit(digest, crash(crashAfter)));
    }

    Fit fit(Callback... more) {
      List<Callback> callbacks = new ArrayList<>(List.of(more));
      callbacks.add(ReduceLROnPlateau.monitor("loss").patience(1).factor(0.5));
      callbacks.add(EarlyStopping.monitor("accuracy").patience(EPOCHS).restoreBestWeights(true));
      return Fit.epochs(EPOCHS).batchSize(3).callbacks(callbacks.toArray(Callback[]::new));
    }

    private Callback crash(int after) {
      return new Callback() {
        @Override
        public boolean onlyWatches() {
          return true;
        }

        @Override
        public void onTrainBatchBegin(Training training, int step) {
          if (steps++ == after) {
            throw new Crash();
          }
        }
      };
    }
  }

  private static Dataset images(int size) {
    byte[] pixels = new byte[2 * size];
    int[] labels = new int[size];
    for (int i = 0; i < size; i++) {
      pixels[2 * i] = (byte) (37 * i);
      labels[i] = i % 2;
    }
    return new Dataset(TINY.network().input(), pixels, labels, TINY.classNames());
  }

  private static SavedModel snapshot(Training training) {
    return SavedModel.of(
        training.model(), TINY.preprocessing(), TINY.classNames(), TINY.provenance());
  }

  private Checkpoints checkpoints() {
    return Checkpoints.in(folder, CheckpointsTest::snapshot);
  }

  private Checkpoints afterEveryStep() {
    return checkpoints().every(Duration.ZERO);
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  /** All but the times. */
  private static List<Map<String, Double>> metrics(History history) {
    return history.epochs().stream().map(EpochRecord::metrics).toList();
  }

  private void assertSame(Life expected, History expectedHistory, Life actual, History history) {
    assertEquals(metrics(expectedHistory), metrics(history));
    assertEquals(expected.model.weights(), actual.model.weights());
    assertEquals(expected.model.state(), actual.model.state());
    assertEquals(expected.digest.sha256(), actual.digest.sha256());
  }

  @Test
  void whatWasMeasuredUntilTheLastCheckpointCanBeRead() throws IOException {
    assertTrue(Checkpoints.history(folder).isEmpty());
    assertThrows(Crash.class, () -> new Life().run(afterEveryStep(), STEPS + 2));
    History history = Checkpoints.history(folder).orElseThrow();
    assertEquals(1, history.epochs().size());
    assertEquals(
        Set.of("loss", "accuracy", "learning_rate"),
        history.epochs().get(0).metrics().keySet());
  }

  @Test
  void aTrainingThatIsValidatedByOtherImagesIsRefused() {
    assertThrows(Crash.class, () -> new Life().run(afterEveryStep(), STEPS + 2));
    Life life = new Life();
    Fit other = life.fit(life.digest, life.crash(100)).validation(images(2));
    String message = assertThrows(
            IllegalArgumentException.class,
            () -> afterEveryStep().fit(life.model, images(7), other))
        .getMessage();
    assertTrue(
        String.valueOf(message)
            .startsWith(
                "the checkpoint is of another training: its validation data is none, here it is"),
        message);
    assertEquals(0, life.model.iterations());
  }

  @Test
  void aTrainingThatCrashesAtEveryFewStepsEndsLikeAnUndisturbedOne() throws IOException {
    Life whole = new Life();
    History expected = whole.run(afterEveryStep(), Integer.MAX_VALUE);
    assertEquals(EPOCHS * STEPS, whole.steps);
    for (int lifeTime = 1; lifeTime <= EPOCHS * STEPS; lifeTime++) {
      afterEveryStep().clear();
      Life life = new Life();
      int lives = 1;
      History history = History.empty();
      while (history.epochs().isEmpty()) {
        try {
          history = life.run(afterEveryStep(), lifeTime);
        } catch (Crash e) {
          life = new Life();
          lives++;
        }
      }
      assertEquals((EPOCHS * STEPS - 1) / lifeTime + 1, lives);
      assertSame(whole, expected, life, history);
    }
  }

  @Test
  void aResumeReportsWhereItContinues() throws IOException {
    assertThrows(Crash.class, () -> new Life().run(afterEveryStep(), 4));
    List<TrainingPosition> resumed = new ArrayList<>();
    new Life().run(afterEveryStep().onResume(resumed::add), 99);
    assertEquals(1, resumed.size());
    assertEquals(1, resumed.get(0).epoch());
    assertEquals(1, resumed.get(0).step());
    assertEquals(1, resumed.get(0).history().epochs().size());
  }

  @Test
  void theLastTwoAreKept() throws IOException {
    new Life().run(afterEveryStep(), 99);
    int saved = EPOCHS * (STEPS + 1);
    assertEquals(
        List.of(
            String.format(Locale.ROOT, "checkpoint-%d.plenum", saved - 1),
            String.format(Locale.ROOT, "checkpoint-%d.plenum", saved)),
        files());
    afterEveryStep().clear();
    assertFalse(Files.exists(folder));
  }

  @Test
  void aDamagedOneIsSkippedAndGoesAwayButTheWholeOneBeforeItStays() throws IOException {
    Life whole = new Life();
    History expected = whole.run(afterEveryStep(), 99);
    afterEveryStep().clear();
    assertThrows(Crash.class, () -> new Life().run(afterEveryStep(), 5));
    Path last = folder.resolve("checkpoint-6.plenum");
    byte[] bytes = Files.readAllBytes(last);
    Files.write(last, java.util.Arrays.copyOf(bytes, bytes.length - 1));
    Files.writeString(folder.resolve(".checkpoint-7.plenum.99-0.tmp"), "cut off");
    Life second = new Life();
    assertThrows(Crash.class, () -> second.run(afterEveryStep(), 1));
    assertEquals(List.of("checkpoint-5.plenum", "checkpoint-8.plenum"), files());
    Life third = new Life();
    assertSame(whole, expected, third, third.run(afterEveryStep(), 99));
  }

  @Test
  void whenAllAreDamagedTheTrainingBeginsAnew() throws IOException {
    assertThrows(Crash.class, () -> new Life().run(afterEveryStep(), 5));
    for (String file : files()) {
      Files.writeString(folder.resolve(file), "damaged");
    }
    Life again = new Life();
    again.run(afterEveryStep(), 99);
    assertEquals(EPOCHS * STEPS, again.steps);
  }

  @Test
  void aRequestToStopEndsTheTrainingAfterTheStepWithACheckpoint() throws IOException {
    Life whole = new Life();
    History expected = whole.run(checkpoints(), 99);
    checkpoints().clear();
    Life stopped = new Life();
    TrainingInterruptedException e = assertThrows(
        TrainingInterruptedException.class,
        () -> stopped.run(checkpoints().stopWhen(() -> stopped.steps == 2), 99));
    assertEquals("the training was interrupted in epoch 1 of 4, after step 2 of 3", e.getMessage());
    assertEquals(List.of("checkpoint-1.plenum"), files());
    Life resumed = new Life();
    assertSame(whole, expected, resumed, resumed.run(checkpoints(), 99));
  }

  @Test
  void aRequestBeforeTheFirstStepSavesNothing() throws IOException {
    Life life = new Life();
    assertThrows(
        TrainingInterruptedException.class, () -> life.run(checkpoints().stopWhen(() -> true), 99));
    assertEquals(0, life.steps);
    assertEquals(List.of(), files());
  }

  @Test
  void theCheckpointsOfAnotherTrainingAreRefused() throws IOException {
    assertThrows(Crash.class, () -> new Life().run(afterEveryStep(), 5));
    Life life = new Life();
    FakeModel other = new FakeModel(TINY.network(), Sgd.defaults(), new Seed(6));
    assertRefused("its seed is 5, here it is 6", other, 7, life.fit(life.digest));
    assertRefused("its batch size is 3, here it is 2", life.model, 7, life.fit().batchSize(2));
    assertRefused("its digest of the training images", life.model, 8, life.fit(life.digest));
    assertRefused("a callback BatchDigest", life.model, 7, life.fit());
    FakeModel adam = new FakeModel(TINY.network(), Sgd.defaults().learningRate(0.5), new Seed(5));
    assertRefused("its optimizer is", adam, 7, life.fit(life.digest));
  }

  @Test
  void anotherAugmentationNormalisationValidationOrCallbackIsRefusedByName() throws IOException {
    assertThrows(Crash.class, () -> new Life().run(afterEveryStep(), 5));
    Life life = new Life();
    Fit fit = life.fit(life.digest);
    assertRefused(
        "its augmentation is none, here it is {\"name\":\"Darker\"}",
        life.model,
        7,
        fit.augmentation(new Darker()));
    assertRefused(
        "here it is {\"name\":\"Darker\",\"plain_epochs\":1}",
        life.model,
        7,
        fit.augmentation(new Darker()).plainEpochs(1));
    assertRefused(
        "its augmentation is none, here it is {\"mixup_alpha\":0.2}",
        life.model,
        7,
        fit.mixup(new Mixup(0.2)));
    assertRefused(
        "its validation data is none, here it is {\"sha256\":",
        life.model,
        7,
        fit.validation(images(3)));
    assertRefused(
        "its list of callbacks is [", life.model, 7, life.fit(life.digest, new Stranger()));
    assertRefused(
        "here it is [{\"name\":\"SkipEasy\",\"share\":0.5,\"until\":0.875}",
        life.model,
        7,
        life.fit(life.digest, SkipEasy.share(0.5)));
    String message = Refusals.messageOf(
        IllegalArgumentException.class,
        () -> checkpoints().fit(life.model, images(7).normalised(new Darker()), fit));
    assertTrue(
        message.contains("its normalisation is none, here it is {\"name\":\"Darker\"}"), message);
  }

  @Test
  void aTrainingThatStartsFromOtherWeightsIsRefused() throws IOException {
    assertThrows(Crash.class, () -> new Life().run(afterEveryStep(), 5));
    Life life = new Life();
    life.model.setWeights(InitialWeights.of(TINY.network(), new Seed(9)));
    assertRefused(
        "its digest of the weights before training is", life.model, 7, life.fit(life.digest));
    assertEquals(0, life.model.iterations());
  }

  @Test
  void anotherNumberOfEpochsIsRefusedWhereAScheduleDependsOnIt() throws IOException {
    Life first = new Life();
    assertThrows(
        Crash.class,
        () -> afterEveryStep()
            .fit(first.model, images(7), first.fit(cosine(), first.digest, first.crash(5))));
    Life life = new Life();
    assertRefused(
        "its number of epochs is 4, here it is 8",
        life.model,
        7,
        twiceAsLong(life.fit(cosine(), life.digest)));
    assertEquals(0, life.model.iterations());
  }

  @Test
  void anotherNumberOfEpochsIsRefusedWhereTheLastOnesArePlain() throws IOException {
    Life first = new Life();
    Fit fit = first.fit(first.digest, first.crash(5)).augmentation(new Darker()).plainEpochs(1);
    assertThrows(Crash.class, () -> afterEveryStep().fit(first.model, images(7), fit));
    Life life = new Life();
    assertRefused(
        "its number of epochs is 4, here it is 8",
        life.model,
        7,
        twiceAsLong(life.fit(life.digest).augmentation(new Darker()).plainEpochs(1)));
  }

  @Test
  void elseATrainingMayBecomeLonger() throws IOException {
    assertThrows(Crash.class, () -> new Life().run(afterEveryStep(), 5));
    Life life = new Life();
    Fit fit = twiceAsLong(life.fit(life.digest));
    assertTrue(checkpoints().fit(life.model, images(7), fit).epochs().size() > 1);
  }

  private static Callback cosine() {
    return LearningRateScheduler.perStep(CosineDecay.from(0.1));
  }

  private static Fit twiceAsLong(Fit fit) {
    Fit longer = Fit.epochs(2 * EPOCHS)
        .batchSize(fit.batchSize())
        .plainEpochs(fit.plainEpochs())
        .callbacks(fit.callbacks().toArray(Callback[]::new));
    return fit.augmentation().map(longer::augmentation).orElse(longer);
  }

  @Test
  void otherMetricsAreRefusedByName() throws IOException {
    Life first = new Life();
    Fit fit = first.fit(first.digest, first.crash(STEPS + 2)).validation(images(2));
    assertThrows(Crash.class, () -> afterEveryStep().fit(first.model, images(7), fit));
    Life life = new Life();
    assertRefused(
        "its list of metrics is [loss, accuracy, val_loss, val_accuracy, learning_rate],"
            + " here it is [loss, accuracy, val_loss, val_accuracy, val_macro_f1, learning_rate]",
        life.model,
        7,
        life.fit(life.digest).validation(images(2)).metrics(MacroF1.instance()));
    assertEquals(0, life.model.iterations());
  }

  @Test
  void aCallbackThatOnlyWatchesMayBeMissingWhenATrainingIsResumed() throws IOException {
    assertThrows(Crash.class, () -> new Life().run(afterEveryStep(), 5));
    Life life = new Life();
    Fit fit = life.fit(life.digest, ProgressLogger.to(line -> {}));
    assertEquals(EPOCHS, checkpoints().fit(life.model, images(7), fit).epochs().size());
  }

  private static final class Darker implements ImageTransform {
    @Override
    public void apply(
        float[] source, float[] target, int offset, Shape shape, CounterRandom random) {
      for (int i = 0; i < shape.size(); i++) {
        target[offset + i] = source[i] / 2;
      }
    }
  }

  private static final class Stranger implements Callback {}

  private void assertRefused(String problem, FakeModel model, int images, Fit fit) {
    String message = Refusals.messageOf(
        IllegalArgumentException.class, () -> checkpoints().fit(model, images(images), fit));
    assertTrue(message.contains(problem), message);
  }

  @Test
  void aFolderThatCannotBeMadeIsReportedBeforeTheFirstStep() throws IOException {
    Files.writeString(folder, "a file");
    Life life = new Life();
    assertThrows(UncheckedIOException.class, () -> life.run(checkpoints(), 99));
    assertEquals(0, life.steps);
  }

  @Test
  void aCheckpointThatCannotBeWrittenDoesNotEndTheTraining() throws IOException {
    Life life = new Life();
    Callback vandal = new Callback() {
      @Override
      public void onTrainBatchEnd(Training training, int step, BatchResult result) {
        try {
          checkpoints().clear();
          Files.writeString(folder, "in the way");
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    };
    History history = afterEveryStep().fit(life.model, images(7), life.fit(vandal));
    assertEquals(EPOCHS, history.epochs().size());
  }

  @Test
  void aNegativeIntervalIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> checkpoints().every(Duration.ofSeconds(-1)));
  }
}
