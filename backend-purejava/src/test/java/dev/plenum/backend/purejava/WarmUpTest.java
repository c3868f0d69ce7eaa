package dev.plenum.backend.purejava;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WarmUpTest {

  @Test
  void itDoesNotChangeWhatATrainingComesTo() {
    new PureJavaBackend().warmUp();
    assertEquals(SampleTraining.DIGEST, SampleTraining.digest("2", "auto"));
  }

  @Test
  void itIsDoneOnceAndEndsByItselfAndWithoutAnErrorWhateverTheKernels()
      throws InterruptedException {
    List<Throwable> errors = new ArrayList<>();
    Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
    Thread.setDefaultUncaughtExceptionHandler((thread, error) -> errors.add(error));
    try {
      for (String kernels : List.of("scalar", "vector")) {
        warmUpThreeTimes(kernels);
        assertTrue(threads().size() <= 1, () -> threads().toString());
        for (Thread thread : threads()) {
          assertTrue(thread.isDaemon());
          thread.join(Duration.ofMinutes(10).toMillis());
        }
        warmUpThreeTimes(kernels);
        assertEquals(List.of(), threads());
      }
    } finally {
      Thread.setDefaultUncaughtExceptionHandler(before);
    }
    assertEquals(List.of(), errors);
  }

  private static void warmUpThreeTimes(String kernels) {
    for (int i = 0; i < 3; i++) {
      new PureJavaBackend().withSettings(Map.of("kernels", kernels)).warmUp();
    }
  }

  /** Those that live. */
  private static List<Thread> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("plenum-warm-up"))
        .toList();
  }
}
