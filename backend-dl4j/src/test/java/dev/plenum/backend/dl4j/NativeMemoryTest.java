package dev.plenum.backend.dl4j;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plenum.api.Backend;
import dev.plenum.api.Model;
import dev.plenum.api.data.Batch;
import dev.plenum.api.data.Dataset;
import dev.plenum.api.optimizer.Adam;
import dev.plenum.api.random.Seed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Models outside the Java heap are freed when they are closed, not when the heap is full. */
class NativeMemoryTest {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final int WARM_UP = 15;
  private static final int MODELS = 60;

  /** Each model takes some 20 MB: were they kept, it would be four times as much. */
  private static final long ALLOWED_KILOBYTES = 300 * 1024;

  static List<Backend> backends() {
    return List.of(new Dl4jBackend(), new Dl4jNnBackend());
  }

  @ParameterizedTest
  @MethodSource("backends")
  void closedModelsLeaveTheResidentSizeFlat(Backend backend) throws IOException {
    assumeTrue(Files.exists(STATUS), "the resident size is read where Linux tells it");
    Batch batch = batch();
    useModels(backend, batch, WARM_UP);
    long before = residentKilobytes();
    useModels(backend, batch, MODELS);
    long growth = residentKilobytes() - before;
    assertTrue(growth < ALLOWED_KILOBYTES, () -> "the process grew by " + growth + " KB");
  }

  private static void useModels(Backend backend, Batch batch, int count) {
    float[] logits = new float[10 * Networks.BATCH_SIZE];
    for (int i = 0; i < count; i++) {
      try (Model model = backend.compile(Networks.SIMPLE_CONV, Adam.defaults(), new Seed(i))) {
        model.trainOnBatch(batch, 0);
        model.logits(batch.images(), Networks.BATCH_SIZE, logits);
      }
    }
  }

  private static Batch batch() throws IOException {
    Dataset images = Networks.trainingImages(Networks.BATCH_SIZE);
    Batch batch = new Batch(images.imageShape(), images.size());
    batch.load(images, IntStream.range(0, images.size()).toArray(), 0, images.size());
    return batch;
  }

  private static long residentKilobytes() throws IOException {
    try (Stream<String> lines = Files.lines(STATUS)) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElseThrow();
    }
  }
}
