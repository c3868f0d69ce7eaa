package dev.plenum.datasets.format;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.data.Dataset;
import dev.plenum.api.data.TrainTest;
import dev.plenum.api.network.Shape;
import dev.plenum.datasets.DatasetSearch;
import dev.plenum.datasets.DatasetSource;
import dev.plenum.datasets.Datasets;
import dev.plenum.datasets.support.Fixtures;
import dev.plenum.datasets.support.Warnings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables that NumPy wrote; the script beside them says how. */
class CsvFormatTest {
  @TempDir
  Path folder;

  private static void requireImages(Dataset images, int count, int seed) {
    assertEquals(count, images.size());
    for (int i = 0; i < count; i++) {
      assertArrayEquals(Fixtures.pixels(i, images, seed), images.image(i), "image " + i);
      assertEquals(i % 4, images.label(i));
    }
  }

  private static DatasetSource csv(String settings) throws IOException {
    return DatasetSearch.find("csv:path=" + settings, Path.of(""));
  }

  private String refusal(String... lines) throws IOException {
    Path file = Files.writeString(folder.resolve("table.csv"), String.join("\n", lines));
    String message = String.valueOf(
        assertThrows(IOException.class, () -> Datasets.open(file).load()).getMessage());
    assertTrue(message.startsWith(file.toString()), message);
    return message;
  }

  @Test
  void theTrainingFileOfACompetitionIsSplitAsItsTestHasNoLabels() throws IOException {
    DatasetSource kaggle = Datasets.open(Fixtures.file("kaggle"));

    TrainTest data = kaggle.load();

    assertEquals(27, data.train().size());
    assertEquals(3, data.test().size());
    assertEquals(Shape.of(6, 6, 1), data.train().imageShape());
    requireImages(kaggle.loadTest().images(), 30, 1);
    Dataset alone = Datasets.open(Fixtures.file("kaggle/train.csv")).loadTest().images();
    requireImages(alone, 30, 1);
  }

  @Test
  void tablesWithoutHeaderAreOneForEachPart() throws IOException {
    TrainTest data = Datasets.open(Fixtures.file("no-header")).load();

    requireImages(data.train(), 20, 1);
    requireImages(data.test(), 8, 2);
  }

  @ParameterizedTest
  @CsvSource({
    "label-last.csv, ',label=last', 6, 6, 1",
    "label-last.csv, ',label=last,shape=4x9', 4, 9, 1",
    "label-last-named.csv, '', 6, 6, 1",
    "label-last-named.csv, ',label=class', 6, 6, 1",
    "oblong.csv, ',shape=4x9', 4, 9, 1",
    "oblong.csv, ',shape=4x3x3', 4, 3, 3",
    "colour.csv, '', 5, 5, 3"
  })
  void labelAndShapeAreFoundOrSaid(
      String name, String settings, int height, int width, int channels) throws IOException {
    Dataset images = csv(Fixtures.file(name) + settings).loadTest().images();

    assertEquals(Shape.of(height, width, channels), images.imageShape());
    assertEquals(20, images.size());
    assertEquals(3, images.label(7));
    if (!settings.contains("shape") || (name.equals("oblong.csv") && channels == 1)) {
      requireImages(images, 20, 1);
    }
  }

  /** Zipped, with semicolons and tabs, a byte order mark and Windows' line ends, quotes, and floats. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "zipped.csv.gz",
        "semicolons.csv",
        "tabs.csv",
        "excel.csv",
        "quoted.csv",
        "floats.csv"
      })
  void tablesOfPandasAreReadHoweverTheyAreWritten(String name) throws IOException {
    Dataset images = Datasets.open(Fixtures.file("pandas/" + name)).loadTest().images();

    assertEquals(Shape.of(6, 6, 1), images.imageShape());
    requireImages(images, 30, 1);
  }

  @Test
  void theDigestIsThatOfTheUnzippedTable() throws IOException {
    Path plain = folder.resolve("train.csv");
    try (InputStream in =
        new GZIPInputStream(Files.newInputStream(Fixtures.file("pandas/zipped.csv.gz")))) {
      Files.copy(in, plain);
    }
    Path zipped = Files.createDirectory(folder.resolve("zipped")).resolve("train.csv.gz");
    Files.copy(Fixtures.file("pandas/zipped.csv.gz"), zipped);

    TrainTest data = Datasets.open(zipped.resolveSibling(".")).load();
    assertEquals(Datasets.open(plain).load().sha256(), data.sha256());
    Files.write(zipped, Arrays.copyOf(Files.readAllBytes(zipped), 300));
    String message = String.valueOf(
        assertThrows(IOException.class, () -> Datasets.open(zipped).load()).getMessage());
    assertTrue(message.contains("train.csv.gz"), message);
  }

  @Test
  void theIndexOfPandasIsRefusedWithWhatToDo() {
    String message = String.valueOf(assertThrows(
            IOException.class,
            () -> Datasets.open(Fixtures.file("pandas/index.csv")).load())
        .getMessage());

    assertTrue(message.contains("to_csv(…, index=False)"), message);
  }

  @Test
  void aColumnOfGroupsKeepsImagesTogether() throws IOException {
    TrainTest data = Datasets.open(Fixtures.file("pandas/groups.csv")).load();

    assertEquals(3, data.test().size());
    assertEquals(27, data.train().size());
    assertEquals(9, data.groups().orElseThrow().count());
    requireImages(Datasets.open(Fixtures.file("pandas/groups.csv")).loadTest().images(), 30, 1);
  }

  private Path write(String name, String header, String end) throws IOException {
    StringBuilder text = new StringBuilder(header).append('\n');
    for (int i = 0; i < 10; i++) {
      text.append("%s,%s,7,8,9%s%n".formatted(i % 2, i, end));
    }
    return Files.writeString(folder.resolve(name), text);
  }

  @Test
  void aTestWithLabelsIsUsedWhetherOrNotItHasGroups() throws IOException {
    write("train.csv", "label,a,b,c,d,group", ",x");
    for (String end : new String[] {"", ",y"}) {
      write("test.csv", "label,a,b,c,d" + (end.isEmpty() ? "" : ",group"), end);

      TrainTest data = Datasets.open(folder).load();

      assertEquals(10, data.train().size());
      assertEquals(10, data.test().size());
      assertEquals(3, data.test().image(3)[0]);
    }
  }

  @Test
  void aTestWithoutLabelsIsLeftOutWhetherOrNotItHasGroups() throws IOException {
    write("train.csv", "label,a,b,c,d,group", ",x");
    for (String header : new String[] {"a,b,c,d", "a,b,c,d,group"}) {
      String line = header.replaceAll("[a-d]", "1").replace("group", "x");
      Files.writeString(folder.resolve("test.csv"), header + "\n" + line + "\n");
      try (Warnings warnings = Warnings.of("dev.plenum.datasets")) {
        assertEquals(10, Datasets.open(folder).loadTest().images().size());
        assertTrue(warnings.text().contains("test.csv has no labels"), warnings.text());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ",label=first", ",label=last", ",label=4"})
  void theNumbersOfTheColumnsAreAHeaderAsPandasWritesThem(String settings) throws IOException {
    Path table = folder.resolve("digits.csv");
    Files.writeString(table, "0,1,2,3,4\n0,7,8,9,1\n1,7,8,9,0\n");

    Dataset images = csv(table + settings).loadTest().images();

    assertEquals(2, images.size());
    assertEquals(settings.matches(".*(last|4)") ? 1 : 0, images.label(0));
    Files.writeString(table, "0,1,2,3,5\n1,7,8,9,0\n");
    assertEquals(2, Datasets.open(table).loadTest().images().size());
  }

  @Test
  void linesThatDoNotFitAreNamed() throws IOException {
    assertTrue(refusal("label,a,b,c,d", "1,0,0,0,0", "2,0,0,0")
        .contains("line 3: expected 5 values as in the first line, found 4"));
    assertTrue(refusal("1,0,0,0,256").contains("line 1: value 5 is '256'; expected a pixel"));
    assertTrue(refusal("1,0,0,0.5,2").contains("value 4 is '0.5'; expected a pixel, a whole"));
    assertTrue(refusal("1,0,0,0.5,2").contains("must be multiplied by 255"));
    assertTrue(refusal("id,label", "a.jpg,0").contains("the column of their paths is called path"));
    assertTrue(refusal("-1,0,0,0,2").contains("value 1 is '-1'; expected a label"));
    assertTrue(refusal("12345,0,0,0,2").contains("label 0 (counted from 0) is 12345"));
    assertTrue(refusal("1,0,0").contains("2 values in a line beside the label, which make no sq"));
    assertTrue(refusal("0,1,2,3,1", "0,4,5,6,2").contains("csv:path=table.csv,label=last"));
    assertTrue(refusal("label,a,b,c,d").contains("expected a label and pixels in each line"));
    assertTrue(refusal("").contains("expected a label and pixels in each line, found none"));
    assertTrue(refusal("label,group", "1,a").contains("expected pixels beside the label"));
    assertTrue(refusal("label,a,group", "1,2,").contains("expected a group of 1 to 500"));
    assertTrue(refusal("hello").contains("expected a label and pixels with commas between"));
  }

  @Test
  void settingsThatAreUnknownAreRefused() {
    String message =
        String.valueOf(assertThrows(IllegalArgumentException.class, () -> csv("x.csv,size=3x3"))
            .getMessage());
    assertTrue(message.contains("there is no setting [size]"), message);
    assertThrows(IllegalArgumentException.class, () -> csv("x.csv,shape=3"));
  }
}
