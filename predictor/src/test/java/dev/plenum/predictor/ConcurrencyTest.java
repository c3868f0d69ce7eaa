package dev.plenum.predictor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.Backend;
import dev.plenum.api.Backends;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Many threads ask at once, and each gets the answer that it would get alone. */
@Timeout(300)
class ConcurrencyTest {
  private static final int THREADS = 8;
  private static final int PICTURES = 40;

  @TempDir
  private Path folder;

  private static List<String> alone(Path file, Backend backend) throws IOException {
    List<String> bits = new ArrayList<>();
    try (Predictor predictor = Predictor.of(file).batchSize(1).open(backend)) {
      for (int i = 0; i < PICTURES; i++) {
        bits.add(Samples.bits(predictor.classify(Samples.png(i))));
      }
    }
    return bits;
  }

  private static void assertSameBits(Path file, Backend backend) throws Exception {
    List<String> alone = alone(file, backend);
    List<byte[]> pictures = IntStream.range(0, PICTURES).mapToObj(Samples::png).toList();
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try (Predictor predictor = Predictor.of(file).open(backend)) {
      List<Future<?>> done = new ArrayList<>();
      for (int t = 0; t < THREADS; t++) {
        int start = t * 5;
        done.add(threads.submit(() -> {
          for (int i = 0; i < 2 * PICTURES; i++) {
            int picture = (start + i) % PICTURES;
            assertEquals(
                alone.get(picture), Samples.bits(predictor.classify(pictures.get(picture))));
          }
          return null;
        }));
      }
      for (Future<?> one : done) {
        one.get();
      }
      List<CompletableFuture<Answer>> futures =
          pictures.stream().map(predictor::classifyAsync).toList();
      for (int i = 0; i < PICTURES; i++) {
        assertEquals(alone.get(i), Samples.bits(futures.get(i).get()));
      }
      Statistics statistics = predictor.statistics();
      assertEquals(2 * THREADS * PICTURES + PICTURES, statistics.answered());
      assertTrue(statistics.batches() < statistics.answered(), statistics.toString());
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void anAnswerHasTheSameBitsAsAlone() throws Exception {
    Backend backend = Backends.get("purejava");
    assertSameBits(Samples.model(folder, 1), backend);
    assertSameBits(
        Samples.model(folder, 2),
        backend.withSettings(Map.of("threads", "3", "kernels", "scalar")));
  }

  @Test
  void soHasACommittees() throws Exception {
    assertSameBits(Samples.committee(folder, 1, 2, 3), Backends.get("purejava"));
  }

  @Test
  void whatDependsOnAnAnswerMayAskAgain() throws Exception {
    try (Predictor predictor =
        Predictor.of(Samples.model(folder, 1)).open(Backends.get("purejava"))) {
      byte[] png = Samples.png(1);
      List<CompletableFuture<String>> nested = IntStream.range(0, 20)
          .mapToObj(i -> predictor
              .classifyAsync(png)
              .thenApply(first -> Samples.bits(predictor.classifyAsync(png).join())))
          .toList();
      String bits = Samples.bits(predictor.classify(png));
      for (CompletableFuture<String> one : nested) {
        assertEquals(bits, one.get());
      }
    }
  }

  @Test
  void aCancelledRequestDisturbsNobody()
      throws IOException, InterruptedException, ExecutionException {
    try (Predictor predictor =
        Predictor.of(Samples.model(folder, 1)).open(Backends.get("purejava"))) {
      List<CompletableFuture<Answer>> some = IntStream.range(0, 30)
          .mapToObj(i -> predictor.classifyAsync(Samples.png(i)))
          .toList();
      some.get(29).cancel(true);
      some.get(28).complete(null);
      for (int i = 0; i < 28; i++) {
        assertTrue(some.get(i).get().best().probability() > 0);
      }
    }
  }

  @Test
  void aWaitingThreadThatIsInterruptedSaysSo() throws Exception {
    try (Predictor predictor =
        Predictor.of(Samples.model(folder, 1)).open(Backends.get("purejava"))) {
      String message = "";
      for (int i = 0; i < 1000 && message.isEmpty(); i++) {
        Thread.currentThread().interrupt();
        try {
          predictor.classify(Samples.png(1)); // answered before this thread could wait
        } catch (IllegalStateException e) {
          message = String.valueOf(e.getMessage());
        }
      }
      assertTrue(message.contains("interrupted"), message);
      assertTrue(Thread.interrupted());
      assertTrue(predictor.classify(Samples.png(1)).best().probability() > 0);
    }
  }
}
