package dev.plenum.predictor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.Backend;
import dev.plenum.api.Backends;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Closing, replacing, and a queue that is full. */
@Timeout(300)
class LifeTest {
  private static final Backend BACKEND = Backends.get("purejava");

  @TempDir
  private Path folder;

  @Test
  void whatWaitsWhenItIsClosedIsAnswered() throws IOException {
    Predictor predictor = Predictor.of(Samples.model(folder, 1)).open(BACKEND);
    List<CompletableFuture<Answer>> waiting = IntStream.range(0, 200)
        .mapToObj(i -> predictor.classifyAsync(Samples.png(i % 7)))
        .toList();
    predictor.close();
    predictor.close();
    waiting.forEach(one -> assertTrue(one.join().best().probability() > 0));
    assertThrows(PredictorClosedException.class, () -> predictor.classify(Samples.png(1)));
    assertThrows(PredictorClosedException.class, () -> predictor.replace(Samples.model(folder, 2)));
    assertThrows(PredictorClosedException.class, predictor::model);
    assertEquals(200, predictor.statistics().answered());
    assertEquals(1, predictor.statistics().failed());
  }

  @Test
  void threadsThatAskWhileItIsClosedGetAnAnswerOrAreToldSo() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      for (int round = 0; round < 20; round++) {
        Predictor predictor = Predictor.of(Samples.model(folder, 1)).open(BACKEND);
        List<Future<Integer>> asked = new ArrayList<>();
        for (int t = 0; t < 8; t++) {
          asked.add(threads.submit(() -> askUntilClosed(predictor)));
        }
        int least = 3 * round;
        while (predictor.statistics().answered() < least) {
          Thread.onSpinWait();
        }
        predictor.close();
        int answered = 0;
        for (Future<Integer> one : asked) {
          answered += one.get();
        }
        assertEquals(answered, predictor.statistics().answered());
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static int askUntilClosed(Predictor predictor) throws IOException {
    int answered = 0;
    while (true) {
      try {
        predictor.classify(Samples.png(1));
        answered++;
      } catch (PredictorClosedException e) {
        return answered;
      }
    }
  }

  @Test
  void aModelIsReplacedAHundredTimesUnderLoadWithoutAWrongOrLostAnswer() throws Exception {
    List<Path> files = List.of(
        Samples.model(folder, 1), Samples.model(folder, 2), Samples.committee(folder, 3, 4));
    byte[] png = Samples.png(1);
    List<String> right = new ArrayList<>();
    for (Path file : files) {
      try (Predictor predictor = Predictor.of(file).open(BACKEND)) {
        right.add(Samples.bits(predictor.classify(png)));
      }
    }
    AtomicBoolean goesOn = new AtomicBoolean(true);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try (Predictor predictor = Predictor.of(files.get(0)).open(BACKEND)) {
      List<Future<Long>> asked = new ArrayList<>();
      for (int t = 0; t < 4; t++) {
        asked.add(threads.submit(() -> {
          long count = 0;
          while (goesOn.get()) {
            assertTrue(right.contains(Samples.bits(predictor.classify(png))));
            count++;
          }
          return count;
        }));
      }
      for (int i = 1; i <= 100; i++) {
        predictor.replace(files.get(i % 3));
        assertEquals(right.get(i % 3), Samples.bits(predictor.classify(png)));
      }
      goesOn.set(false);
      long count = 100;
      for (Future<Long> one : asked) {
        count += one.get();
      }
      assertEquals(count, predictor.statistics().answered());
      assertEquals(count, predictor.statistics().requests());
      assertEquals(100, predictor.statistics().replacements());
      assertEquals(files.get(1), predictor.model().file());
    } finally {
      goesOn.set(false);
      threads.shutdownNow();
    }
    assertEquals(Set.of(), engineThreads());
  }

  /** Those of models that were not closed. */
  private static Set<String> engineThreads() throws InterruptedException {
    Set<String> names = Set.of("?");
    for (int i = 0; i < 100 && !names.isEmpty(); i++) {
      names = Thread.getAllStackTraces().keySet().stream()
          .map(Thread::getName)
          .filter(name -> name.startsWith("plenum"))
          .collect(java.util.stream.Collectors.toSet());
      Thread.sleep(20);
    }
    return names;
  }

  @Test
  void aBadNewFileLeavesTheOldModelThere() throws IOException {
    Path bad = Files.writeString(folder.resolve("bad.plenum"), "no model");
    Path cut = folder.resolve("cut.plenum");
    byte[] whole = Files.readAllBytes(Samples.model(folder, 2));
    Files.write(cut, java.util.Arrays.copyOf(whole, whole.length / 2));
    try (Predictor predictor = Predictor.of(Samples.model(folder, 1)).open(BACKEND)) {
      String bits = Samples.bits(predictor.classify(Samples.png(1)));
      assertThrows(IOException.class, () -> predictor.replace(bad));
      assertThrows(IOException.class, () -> predictor.replace(cut));
      assertThrows(NoSuchFileException.class, () -> predictor.replace(folder.resolve("none")));
      assertEquals(bits, Samples.bits(predictor.classify(Samples.png(1))));
      assertEquals(0, predictor.statistics().replacements());
    }
  }

  @Test
  void aFullQueueTakesNoMore() throws Exception {
    try (Predictor predictor =
        Predictor.of(Samples.model(folder, 1)).queueSize(3).batchSize(1).open(BACKEND)) {
      List<CompletableFuture<Answer>> all = new ArrayList<>();
      boolean[] full = {false};
      for (int i = 0; i < 100_000 && !full[0]; i++) {
        CompletableFuture<Answer> one = predictor.classifyAsync(Samples.picture(1, 12, 12));
        full[0] = one.isCompletedExceptionally();
        all.add(one);
      }
      assertTrue(full[0]);
      Throwable why = assertThrows(
              java.util.concurrent.ExecutionException.class,
              () -> all.get(all.size() - 1).get())
          .getCause();
      assertTrue(why instanceof QueueFullException, String.valueOf(why));
      for (CompletableFuture<Answer> one : all.subList(0, all.size() - 1)) {
        assertTrue(one.get().best().probability() > 0);
      }
      Statistics statistics = predictor.statistics();
      assertEquals(1, statistics.rejected());
      assertEquals(all.size(), statistics.requests());
      assertTrue(predictor.classify(Samples.png(1)).best().probability() > 0);
    }
  }
}
