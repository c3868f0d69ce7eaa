package dev.plenum.api;

import static dev.plenum.api.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HistoryTest {
  private static final EpochRecord FIRST = new EpochRecord(0, Map.of("loss", 0.9), 1);
  private static final EpochRecord SECOND = new EpochRecord(1, Map.of("loss", 0.5), 1);

  @Test
  void growsByEpochsAndStaysAsItWas() {
    History one = History.empty().with(FIRST);
    History two = one.with(SECOND);
    assertEquals(List.of(), History.empty().epochs());
    assertEquals(List.of(FIRST), one.epochs());
    assertEquals(List.of(FIRST, SECOND), two.epochs());
  }

  @Test
  void givesAMetricEpochByEpoch() {
    assertEquals(List.of(0.9, 0.5), new History(List.of(FIRST, SECOND)).values("loss"));
  }

  @Test
  void anUnknownMetricIsRefusedWithTheNamesThereAre() {
    assertRefused(() -> new History(List.of(FIRST)).values("val_loss"), "'val_loss'", "[loss]");
    assertRefused(() -> FIRST.value("accuracy"), "'accuracy'", "[loss]");
  }

  @Test
  void isNotChangedThroughTheListItWasMadeFrom() {
    List<EpochRecord> epochs = new ArrayList<>(List.of(FIRST));
    History history = new History(epochs);
    epochs.clear();
    assertEquals(List.of(FIRST), history.epochs());
  }

  @Test
  void anEpochKeepsTheOrderOfItsMetrics() {
    Map<String, Double> metrics = new LinkedHashMap<>();
    metrics.put("loss", 1.0);
    metrics.put("accuracy", 0.5);
    metrics.put("a", 0.1);
    EpochRecord epoch = new EpochRecord(0, metrics, 1);
    metrics.clear();
    assertEquals(List.of("loss", "accuracy", "a"), List.copyOf(epoch.metrics().keySet()));
    assertThrows(UnsupportedOperationException.class, () -> epoch.metrics().clear());
  }
}
