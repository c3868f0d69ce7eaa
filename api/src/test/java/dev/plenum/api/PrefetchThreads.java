package dev.plenum.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

/** The threads that load batches. */
final class PrefetchThreads {
  private PrefetchThreads() {}

  static List<Thread> alive() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("plenum-prefetch"))
        .toList();
  }

  /** Asserts that the last of them ends within five seconds. */
  static void awaitNone() throws InterruptedException {
    for (int i = 0; i < 500 && !alive().isEmpty(); i++) {
      Thread.sleep(10);
    }
    assertEquals(List.of(), alive());
  }
}
