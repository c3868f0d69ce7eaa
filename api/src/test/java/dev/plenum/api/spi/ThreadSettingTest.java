package dev.plenum.api.spi;

import static dev.plenum.api.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThreadSettingTest {

  @Test
  void theDefaultIsAThreadForEachCore() {
    assertEquals(Runtime.getRuntime().availableProcessors(), ThreadSetting.onePerCore());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 1024})
  void numbersFrom1To1024AreTaken(int threads) {
    assertEquals(threads, ThreadSetting.parse(Integer.toString(threads)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "1025", "99999999999", "two", "2.5", " 2", ""})
  void anythingElseIsRefusedWithWhatIsAllowed(String value) {
    assertRefused(
        () -> ThreadSetting.parse(value),
        "threads must be a whole number from 1 to 1024, found '" + value + "'");
  }
}
