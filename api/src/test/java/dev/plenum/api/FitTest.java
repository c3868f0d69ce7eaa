package dev.plenum.api;

import static dev.plenum.api.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plenum.api.data.Dataset;
import dev.plenum.api.data.ImageTransform;
import dev.plenum.api.data.NumberedImages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FitTest {
  private static final Callback CALLBACK = new Callback() {};
  private static final ImageTransform AUGMENTATION = (source, target, offset, shape, random) -> {};

  @Test
  void startsWithKerasDefaults() {
    assertEquals(
        new Fit(3, 32, Optional.empty(), Optional.empty(), List.of(), TrainingPosition.START),
        Fit.epochs(3));
  }

  @Test
  void eachSettingChangesNothingElse() {
    Dataset validation = NumberedImages.of(2);
    TrainingPosition start = new TrainingPosition(1, 2, 3, 4, 5, 6, History.empty());
    assertEquals(
        new Fit(
            3, 86, Optional.of(validation), Optional.of(AUGMENTATION), List.of(CALLBACK), start),
        Fit.epochs(3)
            .start(start)
            .callbacks(CALLBACK)
            .augmentation(AUGMENTATION)
            .validation(validation)
            .batchSize(86));
  }

  @Test
  void callbacksAreNotChangedThroughTheList() {
    List<Callback> callbacks = new ArrayList<>(List.of(CALLBACK));
    Fit fit = new Fit(1, 1, Optional.empty(), Optional.empty(), callbacks, TrainingPosition.START);
    callbacks.clear();
    assertEquals(List.of(CALLBACK), fit.callbacks());
  }

  @Test
  void epochsAndBatchSizesBelowOneAreRefused() {
    assertRefused(() -> Fit.epochs(0), "epochs", "found 0");
    assertRefused(() -> Fit.epochs(-3), "epochs", "found -3");
    assertRefused(() -> Fit.epochs(1).batchSize(0), "batch size", "found 0");
    assertRefused(() -> Fit.epochs(1).batchSize(-1), "batch size", "found -1");
  }
}
