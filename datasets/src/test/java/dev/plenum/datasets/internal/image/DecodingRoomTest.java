package dev.plenum.datasets.internal.image;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class DecodingRoomTest {
  /** Of 16 bytes each. */
  private static final long MEGABYTE = 1 << 16;

  /** By eight threads, in a room of 10 MB: pictures of 2 and 4 MB, some that no heap could hold, and small ones. */
  @Test
  @Timeout(60)
  void picturesThatDoNotFitTogetherWaitAndALargerOneIsDecodedAlone() throws Exception {
    DecodingRoom room = new DecodingRoom(10 << 20);
    AtomicLong megabytes = new AtomicLong();
    AtomicLong most = new AtomicLong();
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<Boolean>> all = IntStream.range(0, 200)
          .mapToObj(
              i -> i % 20 == 0 ? Long.MAX_VALUE : i % 5 == 0 ? -1 : (2 + i % 2 * 2) * MEGABYTE)
          .map(pixels ->
              threads.submit(() -> room.<Boolean, InterruptedException>use(pixels, () -> {
                long mine = Math.max(0, Math.min(10, pixels / MEGABYTE));
                most.accumulateAndGet(megabytes.addAndGet(mine), Math::max);
                Thread.sleep(1);
                megabytes.addAndGet(-mine);
                return true;
              })))
          .toList();
      for (Future<Boolean> one : all) {
        assertTrue(one.get(30, TimeUnit.SECONDS));
      }
    } finally {
      threads.shutdownNow();
    }
    assertTrue(most.get() <= 10, most + " MB");
  }
}
