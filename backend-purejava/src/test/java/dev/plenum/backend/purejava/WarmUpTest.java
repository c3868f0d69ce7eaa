package dev.plenum.backend.purejava;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.backend.purejava.internal.kernels.Kernels;
import dev.plenum.backend.purejava.internal.model.WarmUp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WarmUpTest {

  @Test
  void itDoesNotChangeWhatATrainingComesTo() {
    new PureJavaBackend().warmUp();
    assertEquals(SampleTraining.DIGEST, SampleTraining.digest("2", "auto"));
  }

  @Test
  void itEndsByItselfAndWithoutAnErrorWhateverTheKernels() throws InterruptedException {
    List<Throwable> errors = new ArrayList<>();
    Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
    Thread.setDefaultUncaughtExceptionHandler((thread, error) -> errors.add(error));
    try {
      for (Kernels kernels : List.of(Kernels.scalar(), Kernels.vector())) {
        Thread thread = WarmUp.start(kernels);
        assertTrue(thread.isDaemon());
        thread.join(Duration.ofMinutes(2).toMillis());
        assertEquals(Thread.State.TERMINATED, thread.getState());
      }
    } finally {
      Thread.setDefaultUncaughtExceptionHandler(before);
    }
    assertEquals(List.of(), errors);
  }
}
