package dev.plenum.backend.purejava;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.Backend;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
  private final Backend backend = new PureJavaBackend();

  @Test
  void theKernelsAndThreadsThatWereAskedForAreReported() {
    Backend changed = backend.withSettings(Map.of("threads", "5", "kernels", "scalar"));
    assertEquals("scalar", changed.engine().instructionSet());
    assertEquals(5, changed.engine().threads());
  }

  @Test
  void oneThreadPerCoreAndVectorKernelsAreTheDefault() {
    assertEquals(Runtime.getRuntime().availableProcessors(), backend.engine().threads());
    assertTrue(backend.engine().instructionSet().matches("vector \\d+-bit"));
    assertTrue(backend.availability().isAvailable());
  }

  @ParameterizedTest
  @CsvSource({
    "threads,0,threads must be a whole number from 1 to 1024",
    "threads,-1,found '-1'",
    "threads,two,found 'two'",
    "threads,1025,found '1025'",
    "kernels,fast,'kernels must be auto, vector or scalar, found ''fast'''",
    "kernel,auto,'no setting ''kernel''; it has: threads, kernels'"
  })
  void wrongSettingsAreRefusedWithWhatIsAllowed(String name, String value, String message) {
    IllegalArgumentException thrown = assertThrows(
        IllegalArgumentException.class, () -> backend.withSettings(Map.of(name, value)));
    assertTrue(thrown.toString().contains(message), thrown::toString);
  }
}
