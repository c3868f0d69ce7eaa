package dev.plenum.api;

import static dev.plenum.api.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plenum.api.data.Dataset;
import dev.plenum.api.data.NumberedImages;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a callback sees of the training under way. */
@Timeout(20)
class TrainingViewTest {
  private static final Dataset TRAIN = NumberedImages.of(10);

  private final FakeModel model = new FakeModel();

  @Test
  void theBatchIsTheOneThatTheLastStepWasTrainedOn() {
    List<List<Integer>> seen = new ArrayList<>();
    List<Integer> last = new ArrayList<>();
    model.fit(TRAIN, Fit.epochs(2).batchSize(4).callbacks(new Callback() {
      @Override
      public void onTrainBatchEnd(Training training, int step, BatchResult result) {
        assertEquals(result.size(), training.batch().size());
        seen.add(NumberedImages.numbers(training.batch()));
      }

      @Override
      public void onEpochEnd(Training training, EpochRecord epoch) {
        last.add(training.batch().size());
      }
    }));
    assertEquals(model.batches(), seen);
    assertEquals(List.of(2, 2), last);
  }

  @Test
  void theLastValidationIsThereOnceThereWasOne() {
    List<Boolean> before = new ArrayList<>();
    List<Double> losses = new ArrayList<>();
    History history = model.fit(
        TRAIN,
        Fit.epochs(2).batchSize(4).validation(NumberedImages.of(3)).callbacks(new Callback() {
          @Override
          public void onTrainBatchEnd(Training training, int step, BatchResult result) {
            before.add(training.validation().isPresent());
          }

          @Override
          public void onEpochEnd(Training training, EpochRecord epoch) {
            losses.add(training.validation().orElseThrow().loss());
          }
        }));
    assertEquals(List.of(false, false, false, true, true, true), before);
    assertEquals(history.epochs().stream().map(epoch -> epoch.value("val_loss")).toList(), losses);
  }

  @Test
  void beforeTheFirstStepThereIsNoBatch() {
    Callback early = new Callback() {
      @Override
      public void onTrainBatchBegin(Training training, int step) {
        training.batch();
      }
    };
    assertRefused(
        IllegalStateException.class,
        () -> model.fit(TRAIN, Fit.epochs(1).callbacks(early)),
        "no batch before the first step");
  }

  @Test
  void theMetricsAreKnownBeforeTheFirstEpoch() {
    List<String> names = new ArrayList<>();
    Callback reader = new Callback() {
      @Override
      public void onTrainBegin(Training training) {
        names.addAll(training.metricNames());
      }
    };
    Fit plain = Fit.epochs(1).callbacks(reader);
    for (Fit fit : List.of(plain, plain.validation(NumberedImages.of(3)))) {
      names.clear();
      EpochRecord epoch = model.fit(TRAIN, fit).epochs().get(0);
      assertEquals(List.copyOf(epoch.metrics().keySet()), names);
    }
  }

  @Test
  void theStepsOfAnAugmentedEpochAreTheWholeBatches() {
    List<Integer> steps = new ArrayList<>();
    Fit plain = Fit.epochs(1).batchSize(4).callbacks(new Callback() {
      @Override
      public void onTrainBegin(Training training) {
        steps.add(training.stepsPerEpoch());
      }
    });
    model.fit(TRAIN, plain);
    model.fit(
        TRAIN,
        plain.augmentation((source, target, offset, shape, random) ->
            System.arraycopy(source, 0, target, offset, shape.size())));
    assertEquals(List.of(3, 2), steps);
  }
}
