package dev.plenum.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.data.TrainTest;
import dev.plenum.ensemble.MemberFailedException;
import dev.plenum.experiment.BuiltInNetwork;
import dev.plenum.experiment.Recipe;
import dev.plenum.experiment.RunRefusedException;
import dev.plenum.experiment.Trained;
import dev.plenum.experiment.Trainer;
import dev.plenum.experiment.cluster.TrainingFailedException;
import dev.plenum.experiment.cluster.TrainingSource;
import dev.plenum.experiment.cluster.Worker;
import dev.plenum.experiment.run.StoredRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With Spark's executor in this JVM. */
class SparkTrainingsTest {
  private static final TrainingSource SOURCE =
      () -> Recipe.of(BuiltInNetwork.DENSE).epochs(2).batchSize(50).seed(3);

  private static JavaSparkContext context;
  private static TrainTest whole;

  @TempDir
  Path folder;

  @BeforeAll
  static void start() throws IOException {
    whole = Digits.whole();
    context = new JavaSparkContext(new SparkConf()
        .setMaster("local[2]")
        .setAppName("a program of one's own")
        .set("spark.ui.enabled", "false")
        .set("spark.driver.host", "127.0.0.1")
        .set("spark.driver.bindAddress", "127.0.0.1"));
  }

  @AfterAll
  static void stop() {
    context.stop();
  }

  @Test
  void membersHaveTheBitsOfALocalTraining() throws IOException {
    Watched watched = new Watched();
    List<StoredRun> members =
        SparkTrainings.of(context).listener(watched).committee(folder, whole, SOURCE, 2);
    Recipe second = SOURCE.recipe().seed(4);
    try (Trained local = new Trainer(SOURCE.backend()).train(second, SOURCE.data(whole))) {
      assertEquals(
          local.model().weights().sha256(), members.get(1).record().outcome().weightsSha256());
    }
    assertEquals("a program of one's own", members.get(0).record().invocation().command());
    assertTrue(
        watched.epochs().containsAll(List.of("dense, seed 3: 2 of 2", "dense, seed 4: 1 of 2")),
        watched.epochs()::toString);
  }

  @Test
  void whatIsTrainedAlreadyIsTaken() throws IOException {
    SparkTrainings trainings = SparkTrainings.of(context);
    StoredRun first = trainings.committee(folder, whole, SOURCE, 1).get(0);
    List<StoredRun> two = trainings.committee(folder, whole, SOURCE, 2);
    assertEquals(first.record().toJson(), two.get(0).record().toJson());
    assertEquals(4, two.get(1).record().setup().seed());
  }

  @Test
  void workersSayWhatTheyAre() throws IOException {
    Worker worker = SparkTrainings.of(context).check(whole, SOURCE).get(0);
    assertTrue(worker.jvm().contains(System.getProperty("java.vm.version")), worker::toString);
    assertFalse(worker.processor().isBlank());
  }

  @Test
  void imagesThatWorkersReadAreUsed() throws IOException {
    List<StoredRun> members =
        SparkTrainings.of(context).images(Digits::whole).committee(folder, whole, SOURCE, 1);
    assertTrue(members.get(0).record().data().isOf(whole));
  }

  @Test
  void aDatasetThatWorkersCannotReadIsToldBeforeAnyTraining() throws IOException {
    // Another dataset than those of other tests, which the executor in this JVM has already.
    TrainTest other = new TrainTest("fewer", whole.train().first(50), whole.test(), "digest");
    SparkTrainings trainings = SparkTrainings.of(context).images(() -> {
      throw new NoSuchFileException("/data/digits");
    });
    RunRefusedException refused = assertThrows(
        RunRefusedException.class, () -> trainings.committee(folder, other, SOURCE, 1));
    assertTrue(
        String.valueOf(refused.getMessage())
            .contains("cannot train: java.nio.file.NoSuchFileException: /data/digits"),
        refused::toString);
    try (var left = Files.list(folder)) {
      assertEquals(List.of(), left.toList());
    }
  }

  @Test
  void anotherDatasetOnWorkersIsRefusedByItsDigest() {
    TrainTest other = new TrainTest("fewer", whole.train().first(40), whole.test(), "digest");
    RunRefusedException refused = assertThrows(
        RunRefusedException.class,
        () -> SparkTrainings.of(context).images(Digits::whole).committee(folder, other, SOURCE, 1));
    assertTrue(
        String.valueOf(refused.getMessage()).contains("other images here"), refused::getMessage);
    assertTrue(
        String.valueOf(refused.getMessage()).contains(other.pixelsSha256()), refused::getMessage);
  }

  @Test
  void aTrainingThatFailsForGoodTakesNoOtherWithIt() {
    TrainingSource source = new OneFails();
    MemberFailedException failed = assertThrows(
        MemberFailedException.class,
        () -> SparkTrainings.of(context).committee(folder, whole, source, 3));
    assertEquals(OneFails.SEED, failed.member().seed().value());
    assertTrue(failed.getCause() instanceof TrainingFailedException, failed::toString);
    assertTrue(
        String.valueOf(failed.getMessage()).contains("not with this seed"), failed::getMessage);
    assertTrue(Files.exists(folder.resolve("1/model.plenum")));
    assertFalse(Files.exists(folder.resolve("2/model.plenum")));
    assertTrue(Files.exists(folder.resolve("3/model.plenum")));
  }

  /** A training whose chart cannot be drawn. */
  private static final class OneFails implements TrainingSource {
    private static final long serialVersionUID = 1L;
    static final long SEED = 4;

    @Override
    public Recipe recipe() throws IOException {
      return SOURCE.recipe();
    }

    @Override
    public dev.plenum.experiment.run.TrainingRun.Pictures pictures() {
      return (trained, folder) -> {
        if (trained.recipe().seed() == SEED) {
          throw new IllegalArgumentException("not with this seed");
        }
      };
    }
  }
}
