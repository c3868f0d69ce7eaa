package dev.plenum.experiment.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ExitReasonTest {
  @Test
  void theProcesssOwnWordsComeFirst() {
    assertEquals(
        "the loss became NaN",
        ExitReason.of(1, List.of("Epoch 1/1", "plenum: the loss became NaN", "Try something")));
  }

  @Test
  void signalsAreNamed() {
    assertTrue(ExitReason.of(137, List.of()).contains("signal 9 (SIGKILL"));
    assertTrue(ExitReason.of(139, List.of("noise")).contains("signal 11 (SIGSEGV"));
    assertEquals("its JVM was ended by signal 33", ExitReason.of(161, List.of()));
  }

  @Test
  void otherCodesAreGivenAsTheyAre() {
    assertEquals("its JVM ended with exit code 3", ExitReason.of(3, List.of()));
    assertEquals("its JVM ended with exit code 255", ExitReason.of(255, List.of()));
    assertEquals("its JVM ended without leaving results", ExitReason.of(0, List.of()));
  }
}
