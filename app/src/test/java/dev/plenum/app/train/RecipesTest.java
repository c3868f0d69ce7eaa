package dev.plenum.app.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plenum.api.optimizer.Adam;
import dev.plenum.app.config.Key;
import dev.plenum.app.config.Settings;
import dev.plenum.app.config.SettingsLoader;
import dev.plenum.app.config.UsageException;
import dev.plenum.experiment.BuiltInNetwork;
import dev.plenum.experiment.Recipe;
import dev.plenum.experiment.Thrown;
import dev.plenum.experiment.parameter.RecipeParameters;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecipesTest {
  private static Settings settings(Map<String, String> environment, Map<Key<?>, String> options) {
    return new SettingsLoader(environment, Path.of("nowhere")).load(Optional.empty(), options);
  }

  private static Recipe recipe(Settings settings) {
    return Recipes.of(settings, BuiltInNetwork.DENSE, Adam.defaults());
  }

  @Test
  void whatARecipeRefusesIsSaidWithWhereItWasSet() {
    Settings option = settings(Map.of(), Map.of(Key.of(RecipeParameters.ROTATION), "400"));
    assertEquals(
        "rotation: the rotation range must be from 0 to 360 degrees, found 400 (option --rotation)",
        Thrown.message(UsageException.class, () -> recipe(option)));
    Settings variable =
        settings(Map.of("PLENUM_FILL_VALUE", "1", "PLENUM_ROTATION", "5"), Map.of());
    assertEquals(
        "fill-value: only the fill-mode constant fills in a value"
            + " (environment variable PLENUM_FILL_VALUE)",
        Thrown.message(UsageException.class, () -> recipe(variable)));
  }

  @Test
  void theConfigurationHasTheSettingsByName() {
    Map<String, String> configuration = recipe(
            settings(Map.of(), Map.of(Key.of(RecipeParameters.ROTATION), "15")))
        .configuration();
    assertEquals("15", configuration.get("rotation"));
    assertEquals("5", configuration.get("epochs"));
    assertEquals("dense", configuration.get("network"));
  }
}
