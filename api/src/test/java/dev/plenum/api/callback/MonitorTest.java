package dev.plenum.api.callback;

import static dev.plenum.api.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.Callback;
import dev.plenum.api.Fit;
import dev.plenum.api.Model;
import dev.plenum.api.Training;
import dev.plenum.api.TrainingPosition;
import dev.plenum.api.callback.Monitor.Mode;
import dev.plenum.api.data.Batch;
import dev.plenum.api.metric.ErrorRate;
import dev.plenum.api.metric.MacroF1;
import dev.plenum.api.metric.Metric;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MonitorTest {
  private static final OptionalDouble ONE = OptionalDouble.of(1);
  private static final Training TRAINING =
      new Measuring(Trainings.epochs(1).metrics(MacroF1.instance(), new ErrorRate()));

  /** A training that is asked for its metrics alone. */
  private record Measuring(Fit fit) implements Training {
    @Override
    public Model model() {
      throw new UnsupportedOperationException();
    }

    @Override
    public int stepsPerEpoch() {
      return 1;
    }

    @Override
    public TrainingPosition position() {
      return TrainingPosition.START;
    }

    @Override
    public Batch batch() {
      throw new UnsupportedOperationException();
    }

    @Override
    public void stop() {}
  }

  @ParameterizedTest
  @CsvSource({
    "val_accuracy, AUTO, true",
    "accuracy, AUTO, true",
    "val_macro_f1, AUTO, true",
    "val_error_rate, AUTO, false",
    "val_error_rate, MAX, true",
    "val_loss, AUTO, false",
    "loss, AUTO, false",
    "learning_rate, AUTO, false",
    "val_loss, MAX, true",
    "val_accuracy, MIN, false",
  })
  void theModeSaysWhetherMoreIsBetter(String metric, Mode mode, boolean moreIsBetter) {
    Monitor monitor = Monitor.of(metric).mode(mode);
    assertEquals(moreIsBetter, monitor.improves(TRAINING, 1.5, ONE));
    assertEquals(!moreIsBetter, monitor.improves(TRAINING, 0.5, ONE));
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void anImprovementIsStrict(Mode mode) {
    assertFalse(Monitor.of("loss").mode(mode).improves(TRAINING, 1, ONE));
    Monitor monitor = Monitor.of("loss").mode(mode).minDelta(0.25);
    assertFalse(monitor.improves(TRAINING, 1.25, ONE));
    assertFalse(monitor.improves(TRAINING, 0.75, ONE));
  }

  @Test
  void anImprovementIsMoreThanTheSmallestChange() {
    Monitor less = Monitor.of("loss").minDelta(0.25);
    assertTrue(less.improves(TRAINING, 0.75 - 1e-15, ONE));
    assertFalse(less.improves(TRAINING, Math.nextDown(0.75), ONE));
    assertFalse(less.improves(TRAINING, 0.8, ONE));
    Monitor more = Monitor.of("accuracy").minDelta(0.25);
    assertTrue(more.improves(TRAINING, 1.25 + 2e-15, ONE));
    assertFalse(more.improves(TRAINING, Math.nextUp(1.25), ONE));
    assertFalse(more.improves(TRAINING, 1.2, ONE));
  }

  @Test
  void withoutASmallestChangeAnyImprovementCounts() {
    assertTrue(Monitor.of("loss").improves(TRAINING, Math.nextDown(1.0), ONE));
    assertTrue(Monitor.of("accuracy").improves(TRAINING, Math.nextUp(1.0), ONE));
  }

  /** One image more on 10,000 is exactly 1e-4: never an improvement by more, two images always. */
  @ParameterizedTest
  @CsvSource({
    "10000, 1e-4, 1",
    "1000, 1e-3, 1",
    "5000, 2e-4, 1",
    "5000, 1e-3, 5",
    "12000, 2.5e-4, 3",
    "60000, 1e-4, 6",
    "70000, 1e-4, 7",
    "1000000, 1e-4, 100",
    "2000000, 5e-7, 1",
  })
  void exactlyTheSmallestChangeNeverCountsAndOneImageMoreAlwaysDoes(
      int images, double minDelta, int exactlyThat) {
    Monitor accuracy = Monitor.of("val_accuracy").minDelta(minDelta);
    Monitor errors = Monitor.of("val_error_rate").minDelta(minDelta);
    for (int right = 0; right + exactlyThat < images; right++) {
      double before = (double) right / images;
      double same = (double) (right + exactlyThat) / images;
      double better = (double) (right + exactlyThat + 1) / images;
      String where = right + " of " + images;
      assertFalse(accuracy.improves(TRAINING, same, OptionalDouble.of(before)), where);
      assertTrue(accuracy.improves(TRAINING, better, OptionalDouble.of(before)), where);
      assertFalse(errors.improves(TRAINING, before, OptionalDouble.of(same)), where);
      assertTrue(errors.improves(TRAINING, before, OptionalDouble.of(better)), where);
    }
  }

  /** Smallest changes that no decimal number is, such as 1/n itself. */
  @Test
  void exactlyOneImageNeverCountsOnAnyNumberOfImages() {
    for (int images = 2; images <= 2_000; images++) {
      Monitor monitor = Monitor.of("val_accuracy").minDelta(1.0 / images);
      for (int right = 0; right + 2 <= images; right++) {
        OptionalDouble before = OptionalDouble.of((double) right / images);
        String where = right + " of " + images;
        assertFalse(monitor.improves(TRAINING, (double) (right + 1) / images, before), where);
        assertTrue(monitor.improves(TRAINING, (double) (right + 2) / images, before), where);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void theFirstFiniteValueIsAnImprovement(Mode mode) {
    Monitor monitor = Monitor.of("loss").mode(mode).minDelta(0.25);
    assertTrue(monitor.improves(TRAINING, 1e300, OptionalDouble.empty()));
    assertTrue(monitor.improves(TRAINING, -1e300, OptionalDouble.empty()));
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void whatIsNotFiniteIsNeverAnImprovement(double value) {
    for (Mode mode : Mode.values()) {
      Monitor monitor = Monitor.of("loss").mode(mode);
      assertFalse(monitor.improves(TRAINING, value, OptionalDouble.empty()));
      assertFalse(monitor.improves(TRAINING, value, ONE));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1e-4, Double.NaN, Double.POSITIVE_INFINITY})
  void aSmallestChangeThatIsNegativeOrNotFiniteIsRefused(double minDelta) {
    assertRefused(
        () -> Monitor.of("val_loss").minDelta(minDelta), "'val_loss'", "found " + minDelta);
  }

  @ParameterizedTest
  @ValueSource(strings = {"val_acc", "macro_f1", "error_rate"})
  void theDirectionOfWhatIsNotMeasuredIsUnknown(String metric) {
    assertRefused(
        () -> Monitor.of(metric).improves(TRAINING, 1.5, ONE), "does not measure '" + metric + "'");
  }

  /** Which of them is better only the metric knows: the script falls, then rises. */
  @Test
  void callbacksTakeTheDirectionFromTheMetric() {
    double[] script = {0.5, 0.4, 0.6, 0.7};
    assertEquals(3, epochsUntilStopped(script, new ErrorRate()), "less is better, until 0.6");
    assertEquals(2, epochsUntilStopped(script, MacroF1.instance()), "0.4 is worse than 0.5");
  }

  private static int epochsUntilStopped(double[] script, Metric metric) {
    Fit fit = Trainings.epochs(script.length, EarlyStopping.monitor("val_" + metric.name()))
        .metrics(metric);
    return Trainings.run(new ScriptedModel(script), fit).epochs().size();
  }

  @Test
  void anUnknownMetricIsRefusedBeforeTheFirstStepWithTheKnownOnes() {
    Callback[] callbacks = {ReduceLROnPlateau.monitor("val_acc"), EarlyStopping.monitor("val_acc")};
    for (Callback callback : callbacks) {
      ScriptedModel model = new ScriptedModel(1);
      assertEquals(
          callback.getClass().getSimpleName()
              + " cannot monitor 'val_acc': this training measures loss, accuracy, val_loss, val_accuracy, learning_rate. Monitor one of these",
          assertThrows(
                  IllegalArgumentException.class,
                  () -> Trainings.run(model, Trainings.epochs(1, callback)))
              .getMessage());
      assertEquals(0, model.iterations());
    }
  }

  @Test
  void withoutValidationDataTheMessageSaysThatTheyAreMissing() {
    Fit fit = Fit.epochs(1).callbacks(ReduceLROnPlateau.monitor("val_accuracy"));
    assertRefused(
        () -> Trainings.run(new ScriptedModel(1), fit),
        "cannot monitor 'val_accuracy'",
        "measures loss, accuracy, learning_rate.",
        "or give validation data for val_loss, val_accuracy and other metrics");
  }
}
