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
import org.junit.jupiter.api.Test;

class AllocationTest {
  /** The result of a step, some iterators, and what the JVM itself may need. */
  private static final long BYTES_PER_STEP = 1000;

  private static final int STEPS = 200;

  @Test
  void aTrainingStepAllocatesNothingButItsResult() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    Batch batch = new Batch(SampleTraining.images().imageShape(), 17);
    batch.load(SampleTraining.images(), IntStream.range(0, 17).toArray(), 0, 17);
    try (Model model = new PureJavaBackend()
        .withSettings(Map.of("threads", "1", "kernels", "scalar"))
        .compile(SampleTraining.network(), Adam.defaults(), new Seed(7))) {
      train(model, batch, 0);
      long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
      train(model, batch, STEPS);
      long allocated = threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
      assertTrue(
          allocated < STEPS * BYTES_PER_STEP, () -> allocated + " bytes in " + STEPS + " steps");
    }
  }

  private static void train(Model model, Batch batch, long firstStep) {
    for (int i = 0; i < STEPS; i++) {
      model.trainOnBatch(batch, firstStep + i);
    }
  }
}
