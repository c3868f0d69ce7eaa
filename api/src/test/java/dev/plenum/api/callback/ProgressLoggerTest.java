package dev.plenum.api.callback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.History;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ProgressLoggerTest {
  @Test
  void everyEpochIsALineAsKerasPrintsIt() {
    List<String> lines = new ArrayList<>();
    History history = Trainings.run(new double[] {50, 1e-5}, ProgressLogger.to(lines::add));
    assertEquals(2, lines.size());
    String loss = String.format(Locale.ROOT, "%.4f", history.epochs().get(0).value("loss"));
    assertEquals(
        "Epoch 1/2 - 0s - loss: " + loss
            + " - accuracy: 0.0000e+00 - val_loss: 50.0000 - val_accuracy: 0.5000 - learning_rate: 0.0010",
        lines.get(0));
    assertTrue(lines.get(1).startsWith("Epoch 2/2 - 0s - loss: "), lines.get(1));
    assertTrue(lines.get(1).contains(" - val_loss: 1.0000e-05 - "), lines.get(1));
  }
}
