package dev.plenum.api.callback;

import static dev.plenum.api.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plenum.api.Callback;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LearningRateSchedulerTest {
  private static final double[] SCRIPT = {1, 2, 3, 4};

  private final ScriptedModel model = new ScriptedModel(SCRIPT);

  /** The learning rate of each step. */
  private List<Double> rates(Callback callback) {
    Trainings.run(model, Trainings.epochs(4, callback));
    return model.rates();
  }

  @Test
  void aScheduleOfEpochsIsAskedOncePerEpochWithTheRateSoFar() {
    List<String> calls = new ArrayList<>();
    List<Double> rates = rates(LearningRateScheduler.perEpoch((epoch, rate) -> {
      calls.add(epoch + " " + rate);
      return rate / 2;
    }));
    assertEquals(List.of("0 0.001", "1 5.0E-4", "2 2.5E-4", "3 1.25E-4"), calls);
    assertEquals(List.of(5e-4, 5e-4, 2.5e-4, 2.5e-4, 1.25e-4, 1.25e-4, 6.25e-5, 6.25e-5), rates);
  }

  @Test
  void aScheduleOfStepsIsAskedBeforeEveryStepOfTheWholeTraining() {
    List<String> calls = new ArrayList<>();
    List<Double> rates = rates(LearningRateScheduler.perStep((step, steps) -> {
      calls.add(step + " of " + steps);
      return step + 1;
    }));
    assertEquals(
        List.of("0 of 8", "1 of 8", "2 of 8", "3 of 8", "4 of 8", "5 of 8", "6 of 8", "7 of 8"),
        calls);
    assertEquals(List.of(1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0), rates);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void aRateThatIsNotPositiveAndFiniteIsRefusedWithItsPlace(double rate) {
    assertRefused(
        () -> rates(LearningRateScheduler.perStep((step, steps) -> step == 3 ? rate : 1)),
        "learning rate " + rate,
        "epoch 2, step 2",
        "greater than 0");
    assertRefused(
        () -> rates(LearningRateScheduler.perEpoch((epoch, current) -> rate)),
        "learning rate " + rate,
        "epoch 1, step 1");
  }

  @Test
  void anotherTrainingBeginsAfresh() {
    Callback callback = LearningRateScheduler.perEpoch((epoch, rate) -> epoch + 1);
    Trainings.run(new ScriptedModel(1), Trainings.epochs(1, callback));
    assertEquals(List.of(1.0, 1.0, 2.0, 2.0, 3.0, 3.0, 4.0, 4.0), rates(callback));
  }

  @Test
  void anInterruptedTrainingEndsAsItWouldHave() {
    ExactResume.assertExact(
        SCRIPT, () -> LearningRateScheduler.perEpoch((epoch, rate) -> rate * 0.9));
    ExactResume.assertExact(
        SCRIPT, () -> LearningRateScheduler.perEpoch(new StepDecay(0.01, 0.1, 2)));
    ExactResume.assertExact(
        SCRIPT, () -> LearningRateScheduler.perStep(CosineDecay.from(0.01).warmup(0.001, 3)));
    ExactResume.assertExact(SCRIPT, () -> LearningRateScheduler.perStep(OneCycle.upTo(0.01)));
  }
}
