package dev.plenum.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.EpochRecord;
import dev.plenum.api.data.TrainTest;
import dev.plenum.experiment.run.Members;
import dev.plenum.experiment.run.RunFolder;
import dev.plenum.experiment.run.StoredRun;
import dev.plenum.experiment.run.TrainingRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class LostWorkerTest {
  private static final int MEMBERS = 4;
  private static final int EPOCHS_BEFORE = 2;

  @TempDir
  Path folder;

  @Test
  @Timeout(value = 240, unit = TimeUnit.SECONDS)
  void aCommitteeIsTheSameAfterAWorkerWasKilledInTheMiddle() throws IOException {
    TrainTest whole = Digits.whole();
    Digits.Source source = new Digits.Source();
    AtomicReference<String> killed = new AtomicReference<>("");
    List<StoredRun> members;
    Watched watched;
    try (StandaloneCluster cluster = StandaloneCluster.start(folder, 2)) {
      watched = new Watched() {
        @Override
        public synchronized void epochEnds(String training, EpochRecord epoch, int count) {
          super.epochEnds(training, epoch, count);
          if (epoch.epoch() + 1 == EPOCHS_BEFORE && killed.compareAndSet("", training)) {
            cluster.killWorkerOf(executorOf(training));
          }
        }
      };
      SparkConf conf = new SparkConf().setMaster(cluster.master()).setAppName("test");
      cluster.settings().forEach(conf::set);
      try (JavaSparkContext context = new JavaSparkContext(conf)) {
        members = SparkTrainings.of(context)
            .shared(folder.resolve("shared").toUri().toString())
            .checkpointInterval(Duration.ofMillis(100))
            .listener(watched)
            .committee(folder.resolve("members"), whole, source, MEMBERS);
      }
    }
    assertEquals(
        local(whole, source), members.stream().map(LostWorkerTest::weights).toList());
    List<Watched.Begin> attempts = watched.begins().stream()
        .filter(begin -> begin.training().equals(killed.get()))
        .toList();
    assertEquals(2, attempts.size(), watched.begins()::toString);
    assertTrue(
        attempts.get(1).epochsDone() >= 1, () -> "it began from the start: " + watched.begins());
    assertEquals(MEMBERS * Digits.EPOCHS, watched.epochs().size());
    assertEquals(MEMBERS * Digits.EPOCHS, new HashSet<>(watched.epochs()).size());
    for (StoredRun member : members) {
      assertEquals("127.0.0.1", member.record().invocation().host().orElse(""));
      assertFalse(member.record().platform().engine().device().isBlank());
      assertTrue(Files.exists(member.model()));
      assertTrue(Files.exists(member.folder().resolve("history.csv")));
    }
    try (Stream<Path> left = Files.list(folder.resolve("shared"))) {
      assertEquals(List.of(), left.toList());
    }
  }

  private List<String> local(TrainTest whole, Digits.Source source) throws IOException {
    try (RunFolder run = RunFolder.open(folder.resolve("local"), "test")) {
      List<StoredRun> members = Members.of(TrainingRun.in(run), source.backend())
          .train(run.path(), source.recipe(), MEMBERS, source.data(whole));
      run.finish();
      return members.stream().map(LostWorkerTest::weights).toList();
    }
  }

  private static String weights(StoredRun member) {
    return member.record().outcome().weightsSha256();
  }
}
