package dev.plenum.backend.dl4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.Backend;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {

  @Test
  void oneThreadPerCoreIsTheDefault() {
    assertEquals(
        Runtime.getRuntime().availableProcessors(), new Dl4jBackend().engine().threads());
  }

  @Test
  void moreThreadsThanCoresMayBeAskedFor() {
    int threads = Runtime.getRuntime().availableProcessors() + 3;
    Backend backend = new Dl4jBackend().withSettings(Map.of("threads", Integer.toString(threads)));
    assertEquals(threads, backend.engine().threads());
  }

  @ParameterizedTest
  @CsvSource({
    "threads,0,threads must be a whole number from 1 to 1024",
    "threads,two,found 'two'",
    "threads,1025,found '1025'",
    "kernels,scalar,'has no setting ''kernels''; it has: threads'"
  })
  void wrongSettingsAreRefusedWithWhatIsAllowed(String name, String value, String message) {
    for (Backend backend : List.of(new Dl4jBackend(), new Dl4jNnBackend(), new Dl4jCudaBackend())) {
      IllegalArgumentException thrown = assertThrows(
          IllegalArgumentException.class, () -> backend.withSettings(Map.of(name, value)));
      assertTrue(thrown.toString().contains(message), thrown::toString);
    }
  }
}
