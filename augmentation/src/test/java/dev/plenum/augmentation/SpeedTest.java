package dev.plenum.augmentation;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plenum.api.network.Shape;
import dev.plenum.api.random.CounterRandom;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.junit.jupiter.api.Test;

/** The CPU time of augmentation, which must hide behind the training step. */
class SpeedTest {
  private static final Shape SHAPE = Shape.of(28, 28, 1);
  private static final int IMAGES = 2000;
  private static final int ROUNDS = 40;

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

  @Test
  void theReferenceExperimentTakesAtMostTenNanosecondsAPixel() {
    assumeTrue(
        threads.isCurrentThreadCpuTimeSupported() && threads.isThreadCpuTimeEnabled(),
        "this JVM does not measure the CPU time of a thread");
    double fastest = Double.POSITIVE_INFINITY;
    for (int round = 0; round < ROUNDS && fastest > 8; round++) {
      fastest = Math.min(fastest, nanosecondsPerPixel());
    }
    double nanoseconds = fastest;
    assertTrue(nanoseconds <= 10, () -> "%.1f ns a pixel".formatted(nanoseconds));
  }

  private double nanosecondsPerPixel() {
    float[] source = Images.random(SHAPE, 1);
    float[] target = new float[SHAPE.size()];
    CounterRandom epoch = Images.numbers(0);
    long start = threads.getCurrentThreadCpuTime();
    for (int i = 0; i < IMAGES; i++) {
      ImageAugmentation.referenceExperiment().apply(source, target, 0, SHAPE, epoch.at(i));
    }
    return (threads.getCurrentThreadCpuTime() - start) / ((double) IMAGES * SHAPE.size());
  }
}
