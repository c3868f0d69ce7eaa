package dev.plenum.predictor;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.Backends;
import dev.plenum.api.network.Activation;
import dev.plenum.api.network.Dense;
import dev.plenum.api.network.Flatten;
import dev.plenum.api.network.Sequential;
import dev.plenum.api.network.Shape;
import dev.plenum.persistence.ModelFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemoryTest {
  private static final int UNITS = 1500;
  /** Of the two large kernels. */
  private static final long WEIGHT_BYTES = 4L * UNITS * (12 * 12 + UNITS);

  @TempDir
  private Path folder;

  @Test
  void weightsAreThereOnceWhateverTheThreadsAndNothingOfTraining() throws Exception {
    Path file = folder.resolve("large.plenum");
    write(file);
    try (Predictor small = Predictor.of(Samples.model(folder, 1)).open(Backends.get("purejava"))) {
      small.classify(Samples.png(1)); // what the first picture makes the JVM load
    }
    long before = used();
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try (Predictor predictor = Predictor.of(file).open(Backends.get("purejava"))) {
      List<Future<Answer>> answers = IntStream.range(0, 64)
          .mapToObj(i -> threads.submit(() -> predictor.classify(Samples.png(i))))
          .toList();
      for (Future<Answer> one : answers) {
        one.get();
      }
      long taken = used() - before;
      // Hidden values of 64 pictures are 1 MB more; gradients would be 10 MB, Adam's slots 20 MB.
      assertTrue(taken < 1.5 * WEIGHT_BYTES, taken + " bytes for weights of " + WEIGHT_BYTES);
      assertTrue(taken > 0.9 * WEIGHT_BYTES, taken + " bytes for weights of " + WEIGHT_BYTES);
      assertTrue(predictor.model().weights() > WEIGHT_BYTES / 4);
    } finally {
      threads.shutdownNow();
    }
  }

  private static void write(Path file) throws IOException {
    Sequential network = Sequential.of(
        Shape.of(12, 12, 1),
        Flatten.instance(),
        Dense.of(UNITS).activation(Activation.RELU),
        Dense.of(UNITS).activation(Activation.RELU),
        Dense.of(3).activation(Activation.SOFTMAX));
    ModelFile.write(file, Samples.saved(network, Samples.CLASSES, 1));
  }

  private static long used() throws InterruptedException {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 4; i++) {
      System.gc();
      Thread.sleep(20);
      Runtime runtime = Runtime.getRuntime();
      least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
    }
    return least;
  }
}
