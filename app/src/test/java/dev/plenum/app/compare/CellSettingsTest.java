package dev.plenum.app.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.plenum.api.Backends;
import dev.plenum.app.config.Key;
import dev.plenum.app.config.Keys;
import dev.plenum.app.config.Settings;
import dev.plenum.app.config.SettingsLoader;
import dev.plenum.app.toy.PreciseBackend;
import dev.plenum.experiment.comparison.Cell;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CellSettingsTest {
  @Test
  void aCellIsToldOfEveryChangeToAugmentationOptimizerAndRate() {
    Settings settings = new SettingsLoader(
            Map.of("PLENUM_ROTATION", "15", "PLENUM_MOMENTUM", "0.9"), Path.of("nowhere"))
        .load(
            Optional.empty(),
            Map.of(Keys.OPTIMIZER, "sgd", Keys.LR_PATIENCE, "2", Keys.HORIZONTAL_FLIP, "true"));
    Map<Key<?>, String> told = new CellSettings(settings)
        .of(new Cell("purejava", "dense", 7, 3, false), Backends.get("purejava"), "dense");
    assertEquals("15", told.get(Keys.ROTATION));
    assertEquals("true", told.get(Keys.HORIZONTAL_FLIP));
    assertEquals("sgd", told.get(Keys.OPTIMIZER));
    assertEquals("0.9", told.get(Keys.MOMENTUM));
    assertEquals("2", told.get(Keys.LR_PATIENCE));
    assertEquals("7", told.get(Keys.SEED));
    assertFalse(told.containsKey(Keys.OUT));
  }

  @Test
  void aCellIsToldOfTheSettingsThatItsBackendHas() {
    Settings settings = new SettingsLoader(Map.of(), Path.of("nowhere"))
        .load(Optional.empty(), Map.of(Keys.BACKEND_SETTINGS, "precision=double"));
    CellSettings cells = new CellSettings(settings);
    Cell cell = new Cell("precise", "dense", 1, 1, false);
    assertEquals(
        "precision=double",
        cells.of(cell, new PreciseBackend(), "dense").get(Keys.BACKEND_SETTINGS));
    assertFalse(
        cells.of(cell, Backends.get("purejava"), "dense").containsKey(Keys.BACKEND_SETTINGS));
  }
}
