package dev.plenum.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.plenum.api.Callback;
import dev.plenum.api.callback.EarlyStopping;
import dev.plenum.api.callback.ReduceLROnPlateau;
import dev.plenum.api.data.Mixup;
import dev.plenum.augmentation.ImageAugmentation;
import dev.plenum.persistence.RunRecord.Setup;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecipeTest {
  private static final TrainingData DATA = TinyMnist.data();

  @Test
  void anotherSeedIsAlsoThatOfTheConfiguration() {
    Recipe recipe =
        Recipe.of(BuiltInNetwork.DENSE).configuration(Map.of("seed", "1", "epochs", "3"));
    assertEquals(Map.of("seed", "7", "epochs", "3"), recipe.seed(7).configuration());
    assertEquals(Map.of(), Recipe.of(BuiltInNetwork.DENSE).seed(7).configuration());
  }

  @Test
  void theSetupDescribesEverythingThatChangesTheWeights() {
    Setup setup = Recipe.of(BuiltInNetwork.DENSE)
        .augmentation(ImageAugmentation.none().rotation(10))
        .mixup(new Mixup(0.2))
        .plainEpochs(2)
        .callbacks(EarlyStopping.monitor("val_loss").patience(3))
        .epochs(5)
        .batchSize(20)
        .seed(9)
        .setup(DATA);
    assertEquals(9, setup.seed());
    assertEquals(DATA.splitSeed(), setup.splitSeed());
    assertEquals(5, setup.epochs());
    assertEquals(20, setup.batchSize());
    assertEquals(10, setup.network().classes());
    assertEquals(
        10,
        setup
            .augmentation()
            .orElseThrow()
            .asValue("augmentation")
            .required("rotation_range")
            .doubleValue());
    assertEquals(
        0.2,
        setup
            .augmentation()
            .orElseThrow()
            .asValue("augmentation")
            .required("mixup_alpha")
            .doubleValue());
    assertEquals(
        2,
        setup
            .augmentation()
            .orElseThrow()
            .asValue("augmentation")
            .required("plain_epochs")
            .intValue());
    assertEquals(
        "{\"name\":\"EarlyStopping\",\"monitor\":\"val_loss\",\"min_delta\":0.0,\"patience\":3,"
            + "\"mode\":\"auto\",\"baseline\":\"none\",\"restore_best_weights\":false,"
            + "\"start_from_epoch\":0}",
        setup.callbacks().get(0).toLine());
  }

  @Test
  void numbersOutOfRangeAreRefused() {
    Recipe recipe = Recipe.of(BuiltInNetwork.DENSE);
    assertThrows(IllegalArgumentException.class, () -> recipe.epochs(0));
    assertThrows(IllegalArgumentException.class, () -> recipe.batchSize(0));
    assertThrows(IllegalArgumentException.class, () -> recipe.plainEpochs(-1));
  }

  @Test
  void eachTrainingHasCallbacksOfItsOwn() {
    for (Callback callback :
        List.of(EarlyStopping.monitor("loss"), ReduceLROnPlateau.monitor("loss"))) {
      List<String> lines = new ArrayList<>();
      assertNotSame(callback, callback.forTraining(lines::add));
      assertEquals(callback.describe(), callback.forTraining(lines::add).describe());
    }
  }
}
