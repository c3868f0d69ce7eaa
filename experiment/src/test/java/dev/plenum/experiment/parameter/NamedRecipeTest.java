package dev.plenum.experiment.parameter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.Callback;
import dev.plenum.api.callback.EarlyStopping;
import dev.plenum.api.callback.SkipEasy;
import dev.plenum.api.data.Mixup;
import dev.plenum.api.optimizer.Sgd;
import dev.plenum.augmentation.ImageAugmentation;
import dev.plenum.datasets.picture.InkWindow;
import dev.plenum.experiment.BuiltInNetwork;
import dev.plenum.experiment.Recipe;
import dev.plenum.experiment.Thrown;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NamedRecipeTest {
  private static Recipe recipe(Map<String, String> parameters) {
    return NamedRecipe.of(NamedParameters.of(parameters), BuiltInNetwork.SIMPLE_CONV);
  }

  private static String refusal(Map<String, String> parameters) {
    return Thrown.message(IllegalArgumentException.class, () -> recipe(parameters));
  }

  @Test
  void partsAreChosenByTheirNamesAndTheRestIsTheDefault() {
    Recipe recipe = recipe(Map.of(
        "optimizer", "sgd",
        "learning-rate", "0.05",
        "rotation", "15",
        "stop-patience", "3",
        "batch-size", "32",
        "label-smoothing", "0.1"));
    assertEquals(Sgd.defaults().learningRate(0.05), recipe.optimizer());
    assertEquals(
        ImageAugmentation.none().rotation(15).describe(),
        recipe.augmentation().orElseThrow().describe());
    assertEquals(
        List.of(EarlyStopping.monitor("val_loss").patience(3).describe()),
        recipe.callbacks().stream().map(callback -> callback.describe()).toList());
    assertEquals(32, recipe.batchSize());
    assertEquals(5, recipe.epochs());
    assertEquals(0.1, recipe.loss().labelSmoothing());
  }

  @Test
  void aWindowAndPlainEpochsAreParts() {
    Recipe recipe =
        recipe(Map.of("window", "24x20", "cutout", "8", "plain-epochs", "2", "epochs", "3"));
    assertEquals(Optional.of(new InkWindow(24, 20)), recipe.window());
    assertEquals(2, recipe.plainEpochs());
    assertTrue(recipe.dependsOnLength());
    assertEquals(
        "window must be height x width in pixels, each 1 to 9999, such as 24x24, found '24'",
        refusal(Map.of("window", "24")));
  }

  @Test
  void mixupIsAPartAndMayBeFollowedByPlainEpochs() {
    Recipe recipe = recipe(Map.of("mixup", "0.2", "plain-epochs", "1"));
    assertEquals(Optional.of(new Mixup(0.2)), recipe.mixup());
    assertEquals(Optional.empty(), recipe.augmentation());
    assertEquals(1, recipe.plainEpochs());
    assertEquals(Optional.empty(), recipe(Map.of()).mixup());
    for (String alpha : List.of("0", "-1")) {
      String message = refusal(Map.of("mixup", alpha));
      assertTrue(
          message.startsWith("mixup: the alpha of mixup must be greater than 0 and finite"),
          message);
    }
    assertTrue(refusal(Map.of("mixup", "NaN")).startsWith("mixup must be a number"));
  }

  @Test
  void easyImagesCanBeLeftOut() {
    Recipe recipe = recipe(Map.of("skip-easy", "0.5"));
    assertEquals(
        List.of(SkipEasy.share(0.5).describe()),
        recipe.callbacks().stream().map(Callback::describe).toList());
    assertTrue(recipe.dependsOnLength());
    assertEquals(
        List.of(SkipEasy.share(0.3).until(0.5).describe()),
        recipe(Map.of("skip-easy", "0.3", "skip-easy-until", "0.5")).callbacks().stream()
            .map(Callback::describe)
            .toList());
    assertEquals(
        "skip-easy: SkipEasy: the share must be greater than 0 and less than 1, found 1.0",
        refusal(Map.of("skip-easy", "1")));
    assertTrue(refusal(Map.of("skip-easy", "0.5", "skip-easy-until", "2"))
        .startsWith("skip-easy-until: SkipEasy: the share of the epochs must be"));
    assertEquals(
        "skip-easy-until: it has no effect without skip-easy: set that too, or leave it out",
        refusal(Map.of("skip-easy-until", "0.5")));
  }

  @Test
  void plainEpochsWithoutAugmentedOnesAreRefused() {
    for (Map<String, String> parameters :
        List.of(Map.of("plain-epochs", "1"), Map.of("plain-epochs", "5", "augment", "true"))) {
      String message = refusal(parameters);
      assertTrue(message.startsWith("plain-epochs: it has no effect unless"), message);
    }
  }

  @Test
  void whatCannotBeIsRefusedByItsName() {
    assertEquals(
        "there is no parameter 'lerning-rate'; the nearest is 'learning-rate'",
        refusal(Map.of("lerning-rate", "0.1")));
    assertEquals(
        "epochs must be a whole number of at least 1, found '0'", refusal(Map.of("epochs", "0")));
    assertEquals("epochs must be a value, found ' '", refusal(Map.of("epochs", " ")));
    assertTrue(
        refusal(Map.of("momentum", "0.9")).startsWith("momentum: adam has no such setting"),
        refusal(Map.of("momentum", "0.9")));
  }
}
