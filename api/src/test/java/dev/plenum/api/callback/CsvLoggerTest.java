package dev.plenum.api.callback;

import static dev.plenum.api.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.plenum.api.Callback;
import dev.plenum.api.EpochRecord;
import dev.plenum.api.Fit;
import dev.plenum.api.History;
import dev.plenum.api.Training;
import dev.plenum.api.TrainingPosition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvLoggerTest {
  private static final String HEADER =
      "epoch,loss,accuracy,val_loss,val_accuracy,learning_rate,seconds";

  @TempDir
  private Path folder;

  private Path file = Path.of("");

  @BeforeEach
  void chooseFile() {
    file = folder.resolve("log.csv");
  }

  private List<String> lines() throws IOException {
    return Files.readAllLines(file);
  }

  private String cell(int line, int column) throws IOException {
    return lines().get(line).split(",", -1)[column];
  }

  private static void train(Callback callback, double... script) {
    Trainings.run(script, callback);
  }

  @Test
  void everyEpochHasALineWithTheValuesOfItsRecord() throws IOException {
    History history = Trainings.run(new double[] {50, 1e-5, Double.NaN}, CsvLogger.to(file));
    List<String> lines = lines();
    assertEquals(4, lines.size());
    assertEquals(HEADER, lines.get(0));
    for (int i = 0; i < 3; i++) {
      EpochRecord epoch = history.epochs().get(i);
      String[] cells = lines.get(i + 1).split(",", -1);
      assertEquals(7, cells.length);
      assertEquals(String.valueOf(i + 1), cells[0]);
      List<Double> values = new ArrayList<>(epoch.metrics().values());
      values.add(epoch.seconds());
      for (int j = 0; j < values.size(); j++) {
        assertEquals(values.get(j), Double.parseDouble(cells[j + 1]));
      }
    }
    assertEquals("0.0", cell(1, 2));
    assertEquals("1e-05", cell(2, 3));
    assertEquals("NaN", cell(3, 3));
  }

  @Test
  void withoutValidationThereAreFewerColumns() throws IOException {
    Fit fit = Fit.epochs(1).batchSize(5).callbacks(CsvLogger.to(file));
    Trainings.run(new ScriptedModel(), fit);
    assertEquals("epoch,loss,accuracy,learning_rate,seconds", lines().get(0));
  }

  @Test
  void theLineIsThereAsSoonAsItsEpochEnds() {
    List<Integer> sizes = new ArrayList<>();
    Callback reader = new Callback() {
      @Override
      public void onEpochEnd(Training training, EpochRecord epoch) {
        try {
          sizes.add(lines().size());
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    };
    Trainings.run(new ScriptedModel(1, 2, 3), Trainings.epochs(3, CsvLogger.to(file), reader));
    assertEquals(List.of(2, 3, 4), sizes);
  }

  @Test
  void anEarlierFileIsReplacedUnlessItIsToBeContinued() throws IOException {
    CsvLogger logger = CsvLogger.to(file);
    train(logger, 1, 2, 3);
    train(logger, 1, 2);
    assertEquals(3, lines().size());
    List<String> before = lines();
    train(logger.append(true), 4, 5);
    assertEquals(before, lines().subList(0, 3));
    assertEquals(5, lines().size(), "one header only");
    assertEquals("1", cell(3, 0));
  }

  @Test
  void aNewOrEmptyFileToBeContinuedGetsTheHeader() throws IOException {
    train(CsvLogger.to(file).append(true), 1);
    assertEquals(HEADER, lines().get(0));
    Files.writeString(file, "");
    train(CsvLogger.to(file).append(true), 1);
    assertEquals(HEADER, lines().get(0));
    assertEquals(2, lines().size());
  }

  @Test
  void aLineThatWasCutOffIsNotMixedWithTheNext() throws IOException {
    Files.writeString(file, HEADER + "\n1,0.2,0.");
    train(CsvLogger.to(file).append(true), 1);
    assertEquals("1,0.2,0.", lines().get(1));
    assertEquals(3, lines().size());
  }

  @Test
  void aFileWithOtherColumnsIsNotContinuedAndStaysAsItIs() throws IOException {
    Files.writeString(file, "epoch,loss\n1,0.5\n");
    assertRefused(
        () -> train(CsvLogger.to(file).append(true), 1),
        file.toString(),
        "begins with 'epoch,loss'",
        HEADER,
        "another file");
    assertEquals(List.of("epoch,loss", "1,0.5"), lines());
  }

  @Test
  void aResumedTrainingBeginsWithItsEarlierEpochs() throws IOException {
    Map<String, Double> metrics = Map.of(
        "loss", 4.0, "accuracy", 0.25, "val_loss", 5.0, "val_accuracy", 0.5, "learning_rate", 0.1);
    History history = new History(List.of(new EpochRecord(0, metrics, 1.5)));
    ScriptedModel model = new ScriptedModel(1, 2);
    Fit fit = Trainings.epochs(2, CsvLogger.to(file))
        .start(new TrainingPosition(1, 0, 0, 0, 0, 0, history));
    Files.writeString(file, HEADER + "\n1,4.0,0.25,5.0,0.5,0.1,1.5\n2,lost,when,killed");
    Trainings.run(model, fit);
    assertEquals("1,4.0,0.25,5.0,0.5,0.1,1.5", lines().get(1));
    assertEquals("2", cell(2, 0));
    assertEquals(3, lines().size());
  }

  @Test
  void aFileThatCannotBeWrittenIsRefusedBeforeTheFirstStep() throws IOException {
    Path missing = folder.resolve("missing");
    ScriptedModel model = new ScriptedModel(1);
    for (boolean append : new boolean[] {false, true}) {
      assertRefused(
          UncheckedIOException.class,
          () -> Trainings.run(
              model,
              Trainings.epochs(1, CsvLogger.to(missing.resolve("log.csv")).append(append))),
          "log.csv could not be written: there is no folder " + missing);
      assertRefused(
          UncheckedIOException.class,
          () -> Trainings.run(model, Trainings.epochs(1, CsvLogger.to(folder).append(append))),
          folder + " could not be",
          "there is a folder of that name");
    }
    assertEquals(0, model.iterations());
    assertFalse(Files.exists(missing));
  }

  @Test
  void aFileThatVanishesIsReported() {
    Callback deleter = new Callback() {
      @Override
      public void onEpochBegin(Training training, int epoch) {
        try {
          Files.delete(file);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    };
    Fit fit = Trainings.epochs(1, CsvLogger.to(file), deleter);
    assertRefused(
        UncheckedIOException.class,
        () -> Trainings.run(new ScriptedModel(1), fit),
        "log.csv could not be written");
  }
}
