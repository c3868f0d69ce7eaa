package dev.plenum.api.callback;

import static dev.plenum.api.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.Callback;
import dev.plenum.api.Fit;
import dev.plenum.api.callback.Monitor.Mode;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MonitorTest {
  private static final OptionalDouble ONE = OptionalDouble.of(1);

  @ParameterizedTest
  @CsvSource({
    "val_accuracy, AUTO, true",
    "accuracy, AUTO, true",
    "val_acc, AUTO, true",
    "val_loss, AUTO, false",
    "loss, AUTO, false",
    "learning_rate, AUTO, false",
    "val_loss, MAX, true",
    "val_accuracy, MIN, false",
  })
  void theModeSaysWhetherMoreIsBetter(String metric, Mode mode, boolean moreIsBetter) {
    Monitor monitor = Monitor.of(metric).mode(mode);
    assertEquals(moreIsBetter, monitor.improves(1.5, ONE));
    assertEquals(!moreIsBetter, monitor.improves(0.5, ONE));
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void anImprovementIsStrict(Mode mode) {
    assertFalse(Monitor.of("loss").mode(mode).improves(1, ONE));
    Monitor monitor = Monitor.of("loss").mode(mode).minDelta(0.25);
    assertFalse(monitor.improves(1.25, ONE));
    assertFalse(monitor.improves(0.75, ONE));
  }

  @Test
  void anImprovementIsMoreThanTheSmallestChange() {
    Monitor less = Monitor.of("loss").minDelta(0.25);
    assertTrue(less.improves(0.75 - 1e-15, ONE));
    assertFalse(less.improves(Math.nextDown(0.75), ONE));
    assertFalse(less.improves(0.8, ONE));
    Monitor more = Monitor.of("accuracy").minDelta(0.25);
    assertTrue(more.improves(1.25 + 2e-15, ONE));
    assertFalse(more.improves(Math.nextUp(1.25), ONE));
    assertFalse(more.improves(1.2, ONE));
  }

  @Test
  void withoutASmallestChangeAnyImprovementCounts() {
    assertTrue(Monitor.of("loss").improves(Math.nextDown(1.0), ONE));
    assertTrue(Monitor.of("accuracy").improves(Math.nextUp(1.0), ONE));
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
    Monitor errors = Monitor.of("val_error").mode(Mode.MIN).minDelta(minDelta);
    for (int right = 0; right + exactlyThat < images; right++) {
      double before = (double) right / images;
      double same = (double) (right + exactlyThat) / images;
      double better = (double) (right + exactlyThat + 1) / images;
      String where = right + " of " + images;
      assertFalse(accuracy.improves(same, OptionalDouble.of(before)), where);
      assertTrue(accuracy.improves(better, OptionalDouble.of(before)), where);
      assertFalse(errors.improves(before, OptionalDouble.of(same)), where);
      assertTrue(errors.improves(before, OptionalDouble.of(better)), where);
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
        assertFalse(monitor.improves((double) (right + 1) / images, before), where);
        assertTrue(monitor.improves((double) (right + 2) / images, before), where);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void theFirstFiniteValueIsAnImprovement(Mode mode) {
    Monitor monitor = Monitor.of("loss").mode(mode).minDelta(0.25);
    assertTrue(monitor.improves(1e300, OptionalDouble.empty()));
    assertTrue(monitor.improves(-1e300, OptionalDouble.empty()));
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void whatIsNotFiniteIsNeverAnImprovement(double value) {
    for (Mode mode : Mode.values()) {
      Monitor monitor = Monitor.of("loss").mode(mode);
      assertFalse(monitor.improves(value, OptionalDouble.empty()));
      assertFalse(monitor.improves(value, ONE));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1e-4, Double.NaN, Double.POSITIVE_INFINITY})
  void aSmallestChangeThatIsNegativeOrNotFiniteIsRefused(double minDelta) {
    assertRefused(
        () -> Monitor.of("val_loss").minDelta(minDelta), "'val_loss'", "found " + minDelta);
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
        "or give validation data for val_loss and val_accuracy");
  }
}
