package dev.plenum.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.Backend;
import dev.plenum.api.Backends;
import dev.plenum.api.EngineInfo;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a backend says of itself, and its settings. */
abstract class DescriptionConformance extends ConformanceGroup {
  DescriptionConformance(BackendConformance kit) {
    super(kit);
  }

  @Test
  void nameCanBeTypedOnACommandLine() {
    assertTrue(
        backend().name().matches("[a-z0-9]+(-[a-z0-9]+)*"),
        () -> "lower-case words joined by hyphens, found: " + backend().name());
  }

  @Test
  void descriptionIsOneLine() {
    assertFalse(backend().description().isBlank());
    assertEquals(1, backend().description().lines().count());
  }

  @Test
  void backendIsAvailableAndSaysWhatItRunsOn() {
    assertTrue(
        backend().availability().isAvailable(), () -> backend().availability().toString());
    assertFalse(backend().availability().detail().isBlank());
  }

  @Test
  void engineIsNamedForTheProvenance() {
    EngineInfo engine = backend().engine();
    assertFalse(engine.engine().isBlank());
    assertFalse(engine.device().isBlank());
    assertFalse(engine.instructionSet().isBlank());
    assertTrue(engine.threads() >= 1, () -> "threads: " + engine.threads());
  }

  @Test
  void backendIsFoundByItsName() {
    needs(Capability.DISCOVERY);
    assertEquals(backend().getClass(), Backends.get(backend().name()).getClass());
  }

  @Test
  void unknownSettingIsRefusedWithTheListOfSettings() {
    assertRefused(
        () -> backend().withSettings(Map.of("no-such-setting", "1")), "no-such-setting", "threads");
  }

  @Test
  void threadsCanBeSetWithoutChangingTheOriginal() {
    Backend original = backend();
    int before = original.engine().threads();
    for (int threads = 1; threads <= 3; threads++) {
      Backend other = original.withSettings(Map.of("threads", Integer.toString(threads)));
      assertEquals(threads, other.engine().threads());
      assertEquals(original.name(), other.name());
    }
    assertEquals(before, original.engine().threads());
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "many", "1.5", ""})
  void impossibleNumberOfThreadsIsRefused(String threads) {
    assertRefused(() -> backend().withSettings(Map.of("threads", threads)), "threads", threads);
  }

  @Test
  void noSettingsChangeNothing() {
    assertEquals(backend().engine(), backend().withSettings(Map.of()).engine());
  }
}
