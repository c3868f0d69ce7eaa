package dev.plenum.api.callback;

import static dev.plenum.api.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.plenum.api.Callback;
import dev.plenum.api.EpochRecord;
import dev.plenum.api.Training;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The scripts are the validation's losses, and its accuracies in hundredths. */
class EarlyStoppingTest {
  private static final double NAN = Double.NaN;
  private static final EarlyStopping LOSS = EarlyStopping.monitor("val_loss");

  private final List<String> lines = new ArrayList<>();

  /** The number of epochs until the training stops. */
  private static int epochs(Callback callback, double... script) {
    return Trainings.run(script, callback).epochs().size();
  }

  @Test
  void afterThatManyEpochsWithoutImprovementTheTrainingStops() {
    assertEquals(5, epochs(LOSS.patience(3), 5, 4, 4, 4.5, 6, 1, 1));
    assertEquals(4, epochs(EarlyStopping.monitor("val_accuracy").patience(2), 5, 6, 6, 4, 7));
  }

  @Test
  void withoutPatienceItStopsAtTheFirstEpochThatIsNotBetter() {
    assertEquals(3, epochs(LOSS, 5, 4, 4, 3));
    assertEquals(2, epochs(LOSS, 5, 5, 4, 3));
  }

  @Test
  void anImprovementEndsTheWaiting() {
    assertEquals(6, epochs(LOSS.patience(2), 5, 6, 4, 5, 3, 4));
  }

  @Test
  void itNeverStopsInTheFirstEpoch() {
    assertEquals(2, epochs(LOSS, NAN, NAN, 1));
  }

  @Test
  void aChangeOfNoMoreThanTheSmallestIsNoImprovement() {
    assertEquals(2, epochs(LOSS.minDelta(0.5), 5, 4.5, 4));
    assertEquals(3, epochs(LOSS, 5, 4.5, 4));
  }

  @Test
  void theModeMayBeGiven() {
    assertEquals(4, epochs(LOSS.mode(Monitor.Mode.MAX), 1, 2, 3, 3, 4));
  }

  @Test
  void improvementsThatDoNotReachTheBaselineDoNotEndTheWaiting() {
    // Waits 1 and 2 in the first two epochs; the third is not even an improvement.
    assertEquals(3, epochs(LOSS.patience(2).baseline(3), 5, 4, 4.5, 1));
    // The second epoch beats the baseline.
    assertEquals(4, epochs(LOSS.patience(2).baseline(3), 5, 2, 4.5, 4.5, 1));
    // An improvement never stops the training.
    assertEquals(4, epochs(LOSS.patience(1).baseline(1), 5, 4, 3, 2));
  }

  @Test
  void earlierEpochsAreNotWatched() {
    assertEquals(5, epochs(LOSS.startFromEpoch(3), 1, 2, 3, 2, 2, 1));
    assertEquals(6, epochs(LOSS.startFromEpoch(3), 1, 2, 3, 5, 4, 4));
  }

  @Test
  void nanIsNoImprovementAndNeverTheBest() {
    assertEquals(4, epochs(LOSS.patience(2), NAN, 5, NAN, NAN, 1));
    assertEquals(4, epochs(LOSS.patience(2), NAN, 5, 6, 6, 1));
  }

  @Test
  void theWeightsOfTheBestEpochAreRestored() {
    List<Float> weights = new ArrayList<>();
    ScriptedModel model = new ScriptedModel(5, 3, 4, 4, 1);
    EarlyStopping callback = LOSS.patience(2).restoreBestWeights(true).onStop(lines::add);
    Trainings.run(model, Trainings.epochs(5, callback, recordingWeights(weights)));
    assertEquals(4, weights.size());
    assertEquals(weights.get(1), model.weight());
    assertEquals(
        List.of(
            "Epoch 00004: early stopping",
            "Restoring model weights from the end of the best epoch: 2."),
        lines);
  }

  @Test
  void theyAreAlsoRestoredWhenTheTrainingWasNotStopped() {
    List<Float> weights = new ArrayList<>();
    ScriptedModel model = new ScriptedModel(5, 3, 4);
    EarlyStopping callback = LOSS.patience(5).restoreBestWeights(true);
    Trainings.run(model, Trainings.epochs(3, callback, recordingWeights(weights)));
    assertEquals(weights.get(1), model.weight());
  }

  @Test
  void unlessAskedForTheLastWeightsStay() {
    List<Float> weights = new ArrayList<>();
    ScriptedModel model = new ScriptedModel(5, 3, 4, 4, 1);
    Trainings.run(model, Trainings.epochs(5, LOSS.patience(2), recordingWeights(weights)));
    assertEquals(weights.get(3), model.weight());
  }

  @Test
  void withoutAnyFiniteValueTheLastWeightsStay() {
    List<Float> weights = new ArrayList<>();
    ScriptedModel model = new ScriptedModel(NAN, NAN);
    EarlyStopping callback = LOSS.patience(5).restoreBestWeights(true);
    Trainings.run(model, Trainings.epochs(2, callback, recordingWeights(weights)));
    assertEquals(weights.get(1), model.weight());
  }

  private static Callback recordingWeights(List<Float> weights) {
    return new Callback() {
      @Override
      public void onEpochEnd(Training training, EpochRecord epoch) {
        weights.add(((ScriptedModel) training.model()).weight());
      }
    };
  }

  @Test
  void anotherTrainingBeginsAfresh() {
    EarlyStopping callback = LOSS.patience(2).restoreBestWeights(true);
    assertEquals(3, epochs(callback, 1, 2, 2, 2));
    ScriptedModel model = new ScriptedModel(NAN, NAN);
    assertEquals(2, Trainings.run(model, Trainings.epochs(2, callback)).epochs().size());
    assertNotEquals(0f, model.weight(), "nothing is left of the first training's weights");
    assertEquals(4, epochs(callback, 5, 4, 4, 4, 4));
  }

  @Test
  void anInterruptedTrainingEndsAsItWouldHave() {
    double[] script = {NAN, 5, 4, 6, 3.5, 6, 6, 6, 1, 1};
    for (boolean restore : new boolean[] {false, true}) {
      for (int patience = 0; patience < 4; patience++) {
        EarlyStopping callback = LOSS.patience(patience).baseline(4.5).restoreBestWeights(restore);
        ExactResume.assertExact(script, () -> callback.startFromEpoch(1));
      }
    }
  }

  @Test
  void settingsOutOfRangeAreRefused() {
    assertRefused(() -> LOSS.patience(-1), "EarlyStopping", "patience", "found -1");
    assertRefused(() -> LOSS.startFromEpoch(-1), "start from", "found -1");
    assertRefused(() -> LOSS.baseline(NAN), "baseline", "found NaN");
    assertRefused(() -> LOSS.minDelta(NAN), "smallest change", "found NaN");
  }
}
