package dev.plenum.api.callback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.plenum.api.Callback;
import dev.plenum.api.EpochRecord;
import dev.plenum.api.History;
import dev.plenum.api.Training;
import dev.plenum.api.TrainingDivergedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TerminateOnNaNTest {
  private final List<String> lines = new ArrayList<>();
  private final TerminateOnNaN callback = TerminateOnNaN.instance().onTermination(lines::add);

  @ParameterizedTest
  @ValueSource(longs = {4, 5})
  void aBrokenStepEndsTheTrainingWithTheHistorySoFar(long step) {
    ScriptedModel model = new ScriptedModel(5, 4, 3, 2).breakingAt(step);
    List<String> events = new ArrayList<>();
    History history = Trainings.run(model, Trainings.epochs(4, callback, recorder(events)));
    assertEquals(List.of(5.0, 4.0), history.values("val_loss"));
    assertEquals(step + 1, model.iterations());
    assertEquals(List.of("epoch 0", "epoch 1", "end"), events);
    assertEquals(
        List.of(String.format(
            Locale.ROOT,
            "training diverged: the loss became NaN in epoch 3, step %d of 2, at learning rate 0.001. Try a smaller learning rate",
            step - 3)),
        lines);
  }

  private static Callback recorder(List<String> events) {
    return new Callback() {
      @Override
      public void onEpochEnd(Training training, EpochRecord epoch) {
        events.add("epoch " + epoch.epoch());
      }

      @Override
      public void onTrainEnd(Training training) {
        events.add("end");
      }
    };
  }

  @Test
  void aBrokenFirstStepLeavesAnEmptyHistory() {
    ScriptedModel model = new ScriptedModel(5).breakingAt(0);
    assertEquals(History.empty(), Trainings.run(model, Trainings.epochs(1, callback)));
  }

  @Test
  void withoutItTheTrainingFails() {
    ScriptedModel model = new ScriptedModel(5).breakingAt(1);
    assertThrows(TrainingDivergedException.class, () -> Trainings.run(model, Trainings.epochs(1)));
  }

  @Test
  void allCallbacksSeeTheBrokenStep() {
    List<String> seen = new ArrayList<>();
    Callback witness = new Callback() {
      @Override
      public boolean onDivergence(Training training, TrainingDivergedException divergence) {
        seen.add(training.position().epoch() + " " + training.position().step());
        return false;
      }
    };
    ScriptedModel model = new ScriptedModel(5, 4).breakingAt(3);
    Trainings.run(model, Trainings.epochs(2, callback, witness));
    assertEquals(List.of("1 1"), seen);
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY})
  void aBrokenValidationEndsTheTrainingWithItsEpoch(double broken) {
    History history = Trainings.run(new double[] {5, broken, 3}, callback);
    assertEquals(List.of(5.0, broken), history.values("val_loss"));
    assertEquals(
        List.of("training diverged: val_loss became " + broken
            + " in epoch 2. Try a smaller learning rate"),
        lines);
  }

  @Test
  void aTrainingInterruptedAfterItsBrokenValidationEndsWhenItIsResumed() {
    History history =
        ExactResume.assertExact(new double[] {5, 4, Double.NaN, 3}, TerminateOnNaN::instance);
    assertEquals(3, history.epochs().size());
  }

  @Test
  void theBestWeightsCanBeRestoredAfterIt() {
    List<Float> weights = new ArrayList<>();
    Callback recorder = new Callback() {
      @Override
      public void onEpochEnd(Training training, EpochRecord epoch) {
        weights.add(((ScriptedModel) training.model()).weight());
      }
    };
    EarlyStopping best = EarlyStopping.monitor("val_loss").patience(9).restoreBestWeights(true);
    ScriptedModel model = new ScriptedModel(5, 4, 6, 2).breakingAt(6);
    Trainings.run(model, Trainings.epochs(4, callback, recorder, best));
    assertEquals(weights.get(1), model.weight());
  }

  @Test
  void aTrainingThatGoesWellIsLeftAlone() {
    assertEquals(3, Trainings.run(new double[] {5, 4, 3}, callback).epochs().size());
    assertEquals(List.of(), lines);
  }
}
