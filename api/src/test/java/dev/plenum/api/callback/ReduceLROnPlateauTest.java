package dev.plenum.api.callback;

import static dev.plenum.api.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.Callback;
import dev.plenum.api.History;
import dev.plenum.api.tensor.NamedTensors;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The scripts are the validation's losses, and its accuracies in hundredths. */
class ReduceLROnPlateauTest {
  private static final double NAN = Double.NaN;

  private final List<String> lines = new ArrayList<>();

  private static ReduceLROnPlateau halving(int patience) {
    return ReduceLROnPlateau.monitor("val_loss").patience(patience).factor(0.5);
  }

  /** The learning rate of each epoch, in thousandths. */
  private static List<Double> rates(Callback callback, double... script) {
    return Trainings.run(script, callback).values("learning_rate").stream()
        .map(rate -> rate * 1000)
        .toList();
  }

  @Test
  void afterThatManyEpochsWithoutImprovementTheRateFalls() {
    assertEquals(
        List.of(1.0, 1.0, 1.0, 1.0, 0.5, 0.5, 0.25), rates(halving(2), 5, 4, 4, 4.5, 6, 7, 9));
  }

  @Test
  void anImprovementEndsTheWaiting() {
    assertEquals(List.of(1.0, 1.0, 1.0, 1.0, 1.0, 1.0), rates(halving(2), 5, 6, 4, 5, 3, 4));
  }

  @Test
  void theDefaultsAreKerasDefaults() {
    double[] script = {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1};
    List<Double> rates = rates(ReduceLROnPlateau.monitor("val_loss"), script);
    assertEquals(1.0, rates.get(10));
    assertEquals(0.1, rates.get(11), 1e-15);
  }

  @Test
  void aChangeOfNoMoreThanTheSmallestIsNoImprovement() {
    double[] script = {1, 0.99995, 0.9999, 0.99985};
    assertEquals(List.of(1.0, 1.0, 1.0, 0.5), rates(halving(2), script));
    assertEquals(List.of(1.0, 1.0, 1.0, 1.0), rates(halving(2).minDelta(0), script));
  }

  @Test
  void accuraciesMustRiseAndTheModeMayBeGiven() {
    double[] rising = {10, 20, 30, 40};
    Callback accuracy = ReduceLROnPlateau.monitor("val_accuracy").patience(1).factor(0.5);
    assertEquals(List.of(1.0, 1.0, 1.0, 1.0), rates(accuracy, rising));
    assertEquals(List.of(1.0, 1.0, 0.5, 0.25), rates(halving(1), rising));
    Callback given = halving(1).mode(Monitor.Mode.MAX);
    assertEquals(List.of(1.0, 1.0, 1.0, 1.0), rates(given, rising));
  }

  @Test
  void whileTheCooldownRunsNoWaitingIsCounted() {
    double[] script = {1, 1, 1, 1, 1, 1, 1, 1};
    assertEquals(List.of(1.0, 1.0, 1.0, 0.5, 0.5, 0.25, 0.25, 0.125), rates(halving(2), script));
    assertEquals(
        List.of(1.0, 1.0, 1.0, 0.5, 0.5, 0.5, 0.25, 0.25), rates(halving(2).cooldown(2), script));
  }

  @Test
  void anImprovementDuringTheCooldownIsTheNewBest() {
    assertEquals(
        List.of(1.0, 1.0, 1.0, 0.5, 0.5, 0.5, 0.25),
        rates(halving(2).cooldown(2), 5, 6, 6, 4, 4.5, 4.5, 4.5));
  }

  @Test
  void theRateNeverFallsBelowTheSmallestAndThenNothingIsSaid() {
    Callback callback = halving(1).minLr(4e-4).onReduction(lines::add);
    assertEquals(List.of(1.0, 1.0, 0.5, 0.4, 0.4), rates(callback, 1, 1, 1, 1, 1));
    assertEquals(
        List.of(
            "Epoch 00002: ReduceLROnPlateau reducing learning rate to 0.0005.",
            "Epoch 00003: ReduceLROnPlateau reducing learning rate to 0.0004."),
        lines);
  }

  @Test
  void theReferenceExperimentsReductionIsAnnouncedInItsWords() {
    Callback callback = ReduceLROnPlateau.monitor("val_accuracy")
        .patience(3)
        .factor(0.5)
        .minLr(1e-5)
        .onReduction(lines::add);
    rates(callback, 80, 81, 82, 83, 84, 85, 86, 87, 88, 89, 88, 87, 89, 89);
    assertEquals(
        List.of("Epoch 00013: ReduceLROnPlateau reducing learning rate to 0.0005."), lines);
  }

  @Test
  void theLineHasPlainDigitsInEveryLocale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      rates(halving(1).factor(0.01).onReduction(lines::add), 1, 1);
    } finally {
      Locale.setDefault(before);
    }
    assertEquals(List.of("Epoch 00002: ReduceLROnPlateau reducing learning rate to 1e-05."), lines);
  }

  @Test
  void nanIsNoImprovementAndNeverTheBest() {
    assertEquals(List.of(1.0, 1.0, 1.0, 1.0, 0.5), rates(halving(2), NAN, 5, 5, 5, 5));
    assertEquals(List.of(1.0, 1.0, 1.0, 0.5), rates(halving(2), 5, NAN, NAN, 5));
  }

  @Test
  void anotherTrainingBeginsAfresh() {
    ReduceLROnPlateau callback = halving(2);
    assertEquals(List.of(1.0, 1.0), rates(callback, 1, 2));
    assertEquals(List.of(1.0, 1.0, 1.0), rates(callback, 5, 5, 5));
  }

  @Test
  void whatASettingMakesSharesNoMemory() {
    ReduceLROnPlateau callback = halving(2);
    ReduceLROnPlateau other = callback.patience(3);
    Callback.State fresh = other.state();
    rates(callback, 1, 2);
    assertEquals(fresh, other.state());
    assertEquals(fresh, callback.patience(3).state());
  }

  @Test
  void anInterruptedTrainingEndsAsItWouldHave() {
    double[] script = {NAN, 5, 4, 4, 4, 4, 3, 3, 3, 3, 3, 3};
    History history = ExactResume.assertExact(
        script, () -> halving(2).cooldown(2).minLr(3e-4).onReduction(lines::add));
    assertEquals(3e-4, history.values("learning_rate").get(11));
    assertTrue(lines.size() > 2);
  }

  @Test
  void aForeignStateIsRefused() {
    Callback.State state = new Callback.State(Map.of("best", 1.0), NamedTensors.empty());
    assertRefused(() -> halving(1).setState(state), "no number 'wait'", "[best]");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -0.5, 1, 1.5, Double.NaN})
  void aFactorThatDoesNotReduceIsRefused(double factor) {
    assertRefused(
        () -> halving(1).factor(factor), "ReduceLROnPlateau", "factor", "found " + factor);
  }

  @Test
  void settingsOutOfRangeAreRefused() {
    assertRefused(() -> halving(-1), "patience", "found -1");
    assertRefused(() -> halving(1).cooldown(-2), "cooldown", "found -2");
    assertRefused(() -> halving(1).minLr(-1e-5), "smallest learning rate", "found -1.0E-5");
    assertRefused(() -> halving(1).minLr(NAN), "smallest learning rate", "found NaN");
    assertRefused(() -> halving(1).minDelta(-1), "smallest change", "found -1.0");
  }
}
