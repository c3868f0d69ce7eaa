package dev.plenum.api;

import static dev.plenum.api.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrainingPositionTest {
  @Test
  void aStepAddsToTheSums() {
    TrainingPosition position = TrainingPosition.START
        .after(new BatchResult(2.5, 3, 4), 0.5)
        .after(new BatchResult(1.5, 1, 2), 0.25);
    assertEquals(new TrainingPosition(0, 2, 4.0, 4, 6, 0.75, History.empty()), position);
  }

  @Test
  void anEpochsEndKeepsTheHistoryAlone() {
    EpochRecord epoch = new EpochRecord(2, Map.of(), 1);
    assertEquals(
        new TrainingPosition(3, 0, 0, 0, 0, 0, new History(List.of(epoch))),
        new TrainingPosition(2, 5, 4.0, 4, 6, 0.75, History.empty()).afterEpoch(epoch));
  }

  @Test
  void numbersThatCannotBeAreRefused() {
    assertRefused(() -> position(-1, 0, 0, 0), "epoch -1");
    assertRefused(() -> position(0, -1, 0, 0), "step -1");
    assertRefused(() -> position(0, 0, -1, 0), "-1 of 0");
    assertRefused(() -> position(0, 1, 3, 2), "3 of 2 correct");
  }

  private static TrainingPosition position(int epoch, int step, long correct, long samples) {
    return new TrainingPosition(epoch, step, 0, correct, samples, 0, History.empty());
  }
}
