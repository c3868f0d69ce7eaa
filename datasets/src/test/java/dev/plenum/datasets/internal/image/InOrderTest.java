package dev.plenum.datasets.internal.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InOrderTest {
  private static final long MOST = 10;

  @Test
  void resultsComeInOrderAndWhatIsUnderWayTakesNoMoreThanItMayButOneAlone() throws IOException {
    List<Long> items =
        IntStream.range(0, 200).mapToObj(i -> i % 50 == 49 ? 100 : i % 7L).toList();
    AtomicLong taken = new AtomicLong();
    AtomicLong largest = new AtomicLong();
    List<Long> results = new ArrayList<>();

    InOrder.forEach(
        items.iterator(),
        Long::longValue,
        MOST,
        bytes -> {
          long now = taken.addAndGet(bytes);
          largest.accumulateAndGet(bytes > MOST && now == bytes ? 0 : now, Math::max);
          return bytes;
        },
        bytes -> {
          taken.addAndGet(-bytes);
          results.add(bytes);
        });

    assertEquals(items, results);
    assertTrue(largest.get() <= MOST, largest.toString());
  }
}
