package dev.plenum.experiment.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.plenum.experiment.statistics.Predictions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PredictionsCsvTest {
  @TempDir
  Path folder;

  @Test
  void whatWasWrittenIsReadAgain() throws IOException {
    Predictions predictions = new Predictions(List.of(3, 0, 9), List.of(3, 1, 9));
    Path file = folder.resolve("predictions.csv");
    PredictionsCsv.write(file, predictions);
    assertEquals("label,prediction\n3,3\n0,1\n9,9\n", Files.readString(file));
    assertEquals(predictions, PredictionsCsv.read(file));
  }

  @Test
  void aDamagedFileIsRefused() throws IOException {
    Path file = folder.resolve("predictions.csv");
    for (String damaged : List.of(
        "", "3,3\n", "label,prediction\n3,x\n", "label,prediction\n3\n", "label,prediction\n")) {
      Files.writeString(file, damaged);
      assertThrows(IllegalArgumentException.class, () -> PredictionsCsv.read(file), damaged);
    }
  }
}
