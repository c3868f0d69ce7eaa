package dev.plenum.api.callback;

import static dev.plenum.api.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The expected values were worked out by hand from the formulas that Keras and PyTorch document. */
class SchedulesTest {
  private static double[] rates(StepSchedule schedule, long steps) {
    return LongStream.range(0, steps)
        .mapToDouble(step -> schedule.learningRate(step, steps))
        .toArray();
  }

  private static void assertRates(double[] rates, double... expected) {
    assertEquals(expected.length, rates.length);
    for (int i = 0; i < rates.length; i++) {
      assertEquals(expected[i], rates[i], 1e-12 * Math.abs(expected[i]), "step " + i);
    }
  }

  @Test
  void stepDecayFallsEverySoManyEpochs() {
    StepDecay decay = new StepDecay(0.8, 0.5, 3);
    double[] rates = DoubleStream.iterate(0, epoch -> epoch + 1)
        .limit(8)
        .map(epoch -> decay.learningRate((int) epoch, 99))
        .toArray();
    assertRates(rates, 0.8, 0.8, 0.8, 0.4, 0.4, 0.4, 0.2, 0.2);
  }

  @Test
  void cosineDecayFollowsHalfAWave() {
    double root = Math.sqrt(0.5);
    assertRates(rates(CosineDecay.from(2), 4), 2, 1 + root, 1, 1 - root);
    assertRates(
        rates(CosineDecay.from(2).alpha(0.1), 4),
        2,
        0.2 + 0.9 * (1 + root),
        1.1,
        0.2 + 0.9 * (1 - root));
  }

  @Test
  void cosineDecayComesAfterALinearWarmup() {
    double root = Math.sqrt(0.5);
    assertRates(
        rates(CosineDecay.from(2).warmup(0.5, 3), 7), 0.5, 1, 1.5, 2, 1 + root, 1, 1 - root);
  }

  @Test
  void cosineDecayNeverReachesNothingBeforeTheEnd() {
    long steps = 1_000_000_000;
    assertTrue(CosineDecay.from(1e-3).learningRate(steps - 1, steps) > 0);
  }

  @Test
  void aWarmupThatTakesTheWholeTrainingIsRefused() {
    CosineDecay decay = CosineDecay.from(2).warmup(1, 8);
    assertRefused(() -> decay.learningRate(0, 8), "warm-up of 8 steps", "training has 8");
    assertEquals(2, decay.learningRate(8, 9));
  }

  @Test
  void oneCycleRisesAndFallsAsInPyTorch() {
    // torch.optim.lr_scheduler.OneCycleLR(max_lr=1, total_steps=10): the top is at step 2 = 0.3 ·
    // 10 − 1
    double first = 1 / 25.0;
    double last = first / 1e4;
    double[] expected = new double[10];
    expected[0] = first;
    expected[1] = (first + 1) / 2;
    for (int i = 2; i < 10; i++) {
      expected[i] = last + (1 - last) * (1 + StrictMath.cos(Math.PI * (i - 2) / 7)) / 2;
    }
    assertRates(rates(OneCycle.upTo(1), 10), expected);
    assertEquals(last, rates(OneCycle.upTo(1), 10)[9], 1e-18);
  }

  @Test
  void oneCycleTakesOtherShapes() {
    OneCycle cycle = new OneCycle(1, 0.5, 2, 5);
    assertRates(rates(cycle, 6), 0.5, 0.75, 1, 0.775, 0.325, 0.1);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 100})
  void oneCycleHasARateForEveryStepOfTheShortestTrainings(long steps) {
    for (double rate : rates(OneCycle.upTo(1), steps)) {
      assertTrue(rate > 0 && rate <= 1, "rate " + rate);
    }
  }

  @Test
  void settingsOutOfRangeAreRefused() {
    assertRefused(() -> new StepDecay(0, 0.5, 1), "step decay", "learning rate", "found 0.0");
    assertRefused(() -> new StepDecay(1, 1, 1), "factor", "found 1.0");
    assertRefused(() -> new StepDecay(1, 0.5, 0), "epochs", "found 0");
    assertRefused(() -> CosineDecay.from(-1), "cosine decay", "found -1.0");
    assertRefused(() -> CosineDecay.from(1).alpha(1.5), "share", "found 1.5");
    assertRefused(() -> CosineDecay.from(1).warmup(0, 3), "before the warm-up", "found 0.0");
    assertRefused(() -> CosineDecay.from(1).warmup(0.1, -3), "warm-up steps", "found -3");
    assertRefused(() -> OneCycle.upTo(Double.NaN), "one cycle", "found NaN");
    assertRefused(() -> new OneCycle(1, 1, 25, 1e4), "warm-up", "found 1.0");
    assertRefused(() -> new OneCycle(1, 0.3, 0.5, 1e4), "first divisor", "found 0.5");
    assertRefused(() -> new OneCycle(1, 0.3, 25, 0), "final divisor", "found 0.0");
  }
}
