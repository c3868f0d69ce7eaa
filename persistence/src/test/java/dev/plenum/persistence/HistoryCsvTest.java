package dev.plenum.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.EpochRecord;
import dev.plenum.api.History;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HistoryCsvTest {
  private static final String HEADER =
      "epoch,loss,accuracy,val_loss,val_accuracy,learning_rate,seconds\n";

  @Test
  void epochsAreNumberedFromOneAndColumnsFixed() {
    History history = new History(List.of(
        new EpochRecord(
            0,
            Map.of(
                "learning_rate", 1e-5,
                "val_accuracy", 1.0,
                "val_loss", 0.25,
                "accuracy", 0.96875,
                "loss", 0.1),
            12.5),
        new EpochRecord(1, Map.of("loss", Double.NaN, "accuracy", 0.5, "learning_rate", 2e-3), 3)));
    assertEquals(
        HEADER + "1,0.1,0.96875,0.25,1.0,1.0E-5,12.5\n" + "2,NaN,0.5,,,0.002,3.0\n",
        HistoryCsv.format(history));
  }

  @Test
  void otherMetricsStandBetweenTheKnownOnes() {
    History history = new History(List.of(new EpochRecord(
        0, Map.of("loss", 0.5, "val_macro_f1", 0.25, "macro_f1", 0.75, "learning_rate", 2e-3), 3)));
    assertEquals("""
        epoch,loss,accuracy,macro_f1,val_loss,val_accuracy,val_macro_f1,learning_rate,seconds
        1,0.5,,0.75,,,0.25,0.002,3.0
        """, HistoryCsv.format(history));
  }

  @Test
  void withoutEpochsThereIsTheHeader(@TempDir Path folder) throws IOException {
    HistoryCsv.write(folder.resolve("history.csv"), History.empty());
    assertEquals(HEADER, Files.readString(folder.resolve("history.csv")));
  }

  @Test
  void whatWasWrittenIsReadAgain(@TempDir Path folder) throws IOException {
    History history = new History(List.of(
        new EpochRecord(0, Map.of("loss", 0.1, "accuracy", 0.96875, "val_loss", 0.25), 12.5),
        new EpochRecord(1, Map.of("loss", Double.NaN, "accuracy", 0.5), 3)));
    HistoryCsv.write(folder.resolve("history.csv"), history);
    assertEquals(history, HistoryCsv.read(folder.resolve("history.csv")));
  }

  @Test
  void otherMetricsAreReadToo(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("h.csv"), "epoch,recall\n1,0.5\n");
    assertEquals(List.of(0.5), HistoryCsv.read(file).values("recall"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|its first line has no column 'epoch'",
        "'time,money'|its first line has no column 'epoch'",
        "'epoch,loss\\n1'|line 2: 1 values for 2 columns",
        "'epoch,loss\\n1,much'|line 2: ",
        "'epoch,loss\\n,1'|line 2: the epoch is missing",
      })
  void anythingElseIsRefused(String content, String message, @TempDir Path folder)
      throws IOException {
    Path file = Files.writeString(folder.resolve("h.csv"), content.replace("\\n", "\n"));
    String found = String.valueOf(
        assertThrows(IOException.class, () -> HistoryCsv.read(file)).getMessage());
    assertTrue(found.contains("h.csv is not a history as CSV: " + message), found);
  }

  @Test
  void numbersHaveTheShortestDigitsOnEveryJvm() {
    // Double.toString gives 1.9999999999999998E23 before JDK 19.
    assertEquals("2.0E23", Json.digits(Double.parseDouble("2E23")));
  }
}
