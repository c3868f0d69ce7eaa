package dev.plenum.api;

import static dev.plenum.api.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.data.Batch;
import dev.plenum.api.data.NumberedImages;
import dev.plenum.api.random.CounterRandom;
import dev.plenum.api.random.Purpose;
import dev.plenum.api.random.Seed;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class BatchPrefetcherTest {
  private static final int[] ORDER = {9, 8, 7, 6, 5, 4, 3, 2, 1, 0};

  @Test
  void givesTheBatchesInOrderTheLastOneSmaller() {
    try (BatchPrefetcher batches = prefetcher(4, 0)) {
      assertEquals(List.of(9, 8, 7, 6), NumberedImages.numbers(batches.next()));
      assertEquals(List.of(5, 4, 3, 2), NumberedImages.numbers(batches.next()));
      assertEquals(List.of(1, 0), NumberedImages.numbers(batches.next()));
      assertRefused(NoSuchElementException.class, batches::next, "no more batches");
    }
  }

  @Test
  void startsAtAnyStep() {
    try (BatchPrefetcher batches = prefetcher(4, 2)) {
      assertEquals(List.of(1, 0), NumberedImages.numbers(batches.next()));
    }
    try (BatchPrefetcher batches = prefetcher(4, 3)) {
      assertThrows(NoSuchElementException.class, batches::next);
    }
    try (BatchPrefetcher batches = prefetcher(4, Integer.MAX_VALUE)) {
      assertThrows(NoSuchElementException.class, batches::next);
    }
  }

  @Test
  void aBatchMayBeLargerThanTheDataset() {
    try (BatchPrefetcher batches = prefetcher(Integer.MAX_VALUE, 0)) {
      assertEquals(10, batches.next().size());
      assertThrows(NoSuchElementException.class, batches::next);
    }
  }

  @Test
  void usesTwoBuffersInTurn() {
    try (BatchPrefetcher batches = prefetcher(2, 0)) {
      Batch first = batches.next();
      Batch second = batches.next();
      assertNotSame(first, second);
      assertSame(first, batches.next());
      assertSame(second, batches.next());
      assertSame(first, batches.next());
      assertThrows(NoSuchElementException.class, batches::next);
    }
  }

  @Test
  void loadsOneBatchAheadAndLeavesTheOneInUseAlone() throws InterruptedException {
    try (BatchPrefetcher batches = prefetcher(2, 0)) {
      Batch free = batches.next();
      Batch inUse = batches.next();
      while (!NumberedImages.numbers(free).equals(List.of(5, 4))) {
        Thread.sleep(1); // the third batch appears although nobody asked for it
      }
      Thread.sleep(20);
      assertEquals(List.of(7, 6), NumberedImages.numbers(inUse));
      assertEquals(List.of(5, 4), NumberedImages.numbers(free));
    }
  }

  @Test
  void aBatchThatCannotBeLoadedIsReportedWhenItsTurnComes() {
    int[] order = {0, 1, 2, 99};
    try (BatchPrefetcher batches = new BatchPrefetcher(epoch(order, 2), 0)) {
      assertEquals(List.of(0, 1), NumberedImages.numbers(batches.next()));
      IllegalStateException e = assertThrows(IllegalStateException.class, batches::next);
      assertTrue(e.getCause() instanceof IndexOutOfBoundsException);
      assertRefused(IllegalStateException.class, batches::next, "could not be loaded", "99");
    }
  }

  @Test
  void anInterruptIsReportedAndKept() {
    try (BatchPrefetcher batches = prefetcher(2, 0)) {
      Thread.currentThread().interrupt();
      assertRefused(IllegalStateException.class, batches::next, "interrupted");
      assertTrue(Thread.interrupted());
    }
  }

  @Test
  void itsThreadIsADaemonAndEndsWhenClosed() throws InterruptedException {
    BatchPrefetcher batches = prefetcher(2, 0);
    batches.next();
    assertTrue(PrefetchThreads.alive().stream().allMatch(Thread::isDaemon));
    assertEquals(1, PrefetchThreads.alive().size());
    batches.close();
    batches.close();
    PrefetchThreads.awaitNone();
  }

  private static BatchPrefetcher prefetcher(int batchSize, int firstStep) {
    return new BatchPrefetcher(epoch(ORDER, batchSize), firstStep);
  }

  private static EpochBatches epoch(int[] order, int batchSize) {
    CounterRandom random = CounterRandom.of(Purpose.AUGMENTATION, new Seed(1), 0);
    return new EpochBatches(NumberedImages.of(10), order, batchSize, Optional.empty(), random);
  }
}
