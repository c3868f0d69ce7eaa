package dev.plenum.backend.purejava;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.plenum.api.Model;
import dev.plenum.api.data.Batch;
import dev.plenum.api.optimizer.Adam;
import dev.plenum.api.random.Seed;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On a network with every kind of layer, what a training step allocates on the Java heap. */
class AllocationTest {
  /** The result of a step and what calls the engine in its turn, with room for what JVMs differ in. */
  private static final long BYTES_PER_STEP = 400;

  private static final int BATCH = 4;
  private static final int STEPS_PER_ROUND = 50;
  /** Vectors are objects until the JVM has compiled the kernels, some thousands of steps at most. */
  private static final int MAX_ROUNDS = 100;

  private final ThreadMXBean jvm = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @ParameterizedTest
  @CsvSource({"scalar, 1", "scalar, 2", "vector, 1", "vector, 2"})
  void aCompiledTrainingStepAllocatesNextToNothing(String kernels, String threads) {
    Batch batch = new Batch(SampleTraining.images().imageShape(), BATCH);
    batch.load(SampleTraining.images(), IntStream.range(0, BATCH).toArray(), 0, BATCH);
    try (Model model = new PureJavaBackend()
        .withSettings(Map.of("threads", threads, "kernels", kernels))
        .compile(SampleTraining.network(), Adam.defaults(), new Seed(7))) {
      model.trainOnBatch(batch, 0);
      long[] engineThreads = threadIds();
      long bytes = Long.MAX_VALUE;
      for (int round = 0; round < MAX_ROUNDS && bytes > BYTES_PER_STEP; round++) {
        bytes = bytesPerStep(model, batch, engineThreads);
      }
      long found = bytes;
      assertTrue(found <= BYTES_PER_STEP, () -> found + " bytes a step");
    }
  }

  private long bytesPerStep(Model model, Batch batch, long[] threads) {
    long before = allocatedBytes(threads);
    for (int step = 0; step < STEPS_PER_ROUND; step++) {
      model.trainOnBatch(batch, step);
    }
    return (allocatedBytes(threads) - before) / STEPS_PER_ROUND;
  }

  private long allocatedBytes(long[] threads) {
    return LongStream.of(jvm.getThreadAllocatedBytes(threads)).sum();
  }

  /** This thread and the engine's. */
  private static long[] threadIds() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread ->
            thread == Thread.currentThread() || thread.getName().startsWith("plenum-worker-"))
        .mapToLong(Thread::getId)
        .toArray();
  }
}
