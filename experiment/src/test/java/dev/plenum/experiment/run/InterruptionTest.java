package dev.plenum.experiment.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class InterruptionTest {
  private final Interruption interruption = new Interruption();

  @Test
  void withoutATrainingNothingIsWaitedFor() throws InterruptedException {
    assertFalse(interruption.isRequested());
    interruption.endTrainings();
    assertTrue(interruption.isRequested());
  }

  @Test
  void allTrainingsAreAskedAndWaitedFor()
      throws InterruptedException, ExecutionException, TimeoutException {
    ExecutorService threads = Executors.newFixedThreadPool(3);
    CountDownLatch begun = new CountDownLatch(2);
    CountDownLatch ended = new CountDownLatch(2);
    for (int i = 0; i < 2; i++) {
      threads.execute(() -> {
        interruption.begin();
        begun.countDown();
        while (!interruption.isRequested()) {
          Thread.onSpinWait();
        }
        ended.countDown();
        interruption.end();
      });
    }
    begun.await();
    Future<Long> left = threads.submit(() -> {
      interruption.endTrainings();
      return ended.getCount();
    });
    assertEquals(0, left.get(10, TimeUnit.SECONDS));
    threads.shutdown();
  }
}
