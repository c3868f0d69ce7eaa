package dev.plenum.api;

import static dev.plenum.api.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plenum.api.data.Dataset;
import dev.plenum.api.data.ImageTransform;
import dev.plenum.api.data.ImageWeights;
import dev.plenum.api.data.Mixup;
import dev.plenum.api.data.NumberedImages;
import dev.plenum.api.metric.ErrorRate;
import dev.plenum.api.metric.MacroF1;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FitTest {
  private static final Callback CALLBACK = new Callback() {};
  private static final ImageTransform AUGMENTATION = (source, target, offset, shape, random) -> {};

  private static final Mixup MIXUP = new Mixup(0.2);

  private static final ImageWeights WEIGHTS = ImageWeights.ofClasses(1, 2);

  @Test
  void startsWithKerasDefaults() {
    assertEquals(
        new Fit(
            3,
            32,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            0,
            Optional.empty(),
            List.of(),
            List.of(),
            TrainingPosition.START),
        Fit.epochs(3));
  }

  @Test
  void eachSettingChangesNothingElse() {
    Dataset validation = NumberedImages.of(2);
    TrainingPosition start = new TrainingPosition(1, 2, 3, 4, 5, 6, History.empty());
    assertEquals(
        new Fit(
            3,
            86,
            Optional.of(validation),
            Optional.of(AUGMENTATION),
            Optional.of(MIXUP),
            2,
            Optional.of(WEIGHTS),
            List.of(MacroF1.instance()),
            List.of(CALLBACK),
            start),
        Fit.epochs(3)
            .start(start)
            .callbacks(CALLBACK)
            .metrics(MacroF1.instance())
            .weights(WEIGHTS)
            .plainEpochs(2)
            .mixup(MIXUP)
            .augmentation(AUGMENTATION)
            .validation(validation)
            .batchSize(86));
  }

  @Test
  void callbacksAreNotChangedThroughTheList() {
    List<Callback> callbacks = new ArrayList<>(List.of(CALLBACK));
    Fit fit = new Fit(
        1,
        1,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        0,
        Optional.empty(),
        List.of(),
        callbacks,
        TrainingPosition.START);
    callbacks.clear();
    assertEquals(List.of(CALLBACK), fit.callbacks());
  }

  @Test
  void theMetricsOfEveryEpochHaveNamesAndDirections() {
    Fit fit = Fit.epochs(1).metrics(MacroF1.instance(), new ErrorRate());
    assertEquals(List.of("loss", "accuracy", "learning_rate"), fit.metricNames());
    Fit validated = fit.validation(NumberedImages.of(2));
    assertEquals(
        List.of(
            "loss",
            "accuracy",
            "val_loss",
            "val_accuracy",
            "val_macro_f1",
            "val_error_rate",
            "learning_rate"),
        validated.metricNames());
    assertEquals(
        List.of("accuracy", "val_accuracy", "val_macro_f1"),
        validated.metricNames().stream().filter(validated::isHigherBetter).toList());
    assertRefused(() -> fit.isHigherBetter("val_macro_f1"), "does not measure 'val_macro_f1'");
  }

  @Test
  void metricsOfOneNameAreRefused() {
    assertRefused(
        () -> Fit.epochs(1).metrics(MacroF1.instance(), MacroF1.instance()),
        "two metrics called 'macro_f1'");
  }

  @Test
  void epochsAndBatchSizesBelowOneAreRefused() {
    assertRefused(() -> Fit.epochs(0), "epochs", "found 0");
    assertRefused(() -> Fit.epochs(-3), "epochs", "found -3");
    assertRefused(() -> Fit.epochs(1).plainEpochs(-1), "plain epochs", "found -1");
    assertRefused(() -> Fit.epochs(1).batchSize(0), "batch size", "found 0");
    assertRefused(() -> Fit.epochs(1).batchSize(-1), "batch size", "found -1");
  }
}
