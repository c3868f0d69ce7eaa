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
import dev.plenum.experiment.parameter.RecipeParameters;
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
            Map.of(
                Key.of(RecipeParameters.OPTIMIZER),
                "sgd",
                Key.of(RecipeParameters.LR_PATIENCE),
                "2",
                Key.of(RecipeParameters.HORIZONTAL_FLIP),
                "true"));
    Map<Key<?>, String> told = new CellSettings(settings)
        .of(new Cell("purejava", "dense", 7, 3, false), Backends.get("purejava"), "dense");
    assertEquals("15", told.get(Key.of(RecipeParameters.ROTATION)));
    assertEquals("true", told.get(Key.of(RecipeParameters.HORIZONTAL_FLIP)));
    assertEquals("sgd", told.get(Key.of(RecipeParameters.OPTIMIZER)));
    assertEquals("0.9", told.get(Key.of(RecipeParameters.MOMENTUM)));
    assertEquals("2", told.get(Key.of(RecipeParameters.LR_PATIENCE)));
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
