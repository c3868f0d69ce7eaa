package dev.plenum.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.app.App;
import dev.plenum.app.train.Recipes;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HelpTest {
  @TempDir
  Path folder;

  /** With its line breaks taken out. */
  private String help(String command) {
    App.Result result = App.run(folder, command, "--help");
    assertEquals(0, result.exitCode(), result.err());
    return result.out().replaceAll("\\s+", " ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "train|--out=DIR where the results go; must be new or empty (default: runs/<time>-train-<network>)",
        "committee|(default: runs/<time>-committee-<network>)",
        "compare|(default: runs/<time>-compare)",
        "reproduce|(default: runs/<time>-reproduce)",
        "evaluate|--out=DIR draw the confusion matrix",
        "evaluate|(default: what it was trained on)",
        "evaluate|--invert",
        "compare|--seed=N the first seed; the others are seed + 1, seed + 2 … (default: 1)",
        "compare|--seeds=N how often each network is trained on each backend (default: 3)",
        "reproduce|--seeds=N how often the stages 1a to 3 are run, with seed, seed + 1 … (default: 1)",
        "train|Examples: plenum train --dataset mnist",
        "train|--rotation=DEGREES turn images by up to this angle",
        "train|--lr-patience=N",
        "train|--momentum=X",
        "train|or a file or folder of a format that 'plenum datasets' lists",
        "repeat|where the images are now (default: where the run found them)",
        "plot|--out=FILE the picture",
      })
  void theHelpOfACommandIsItsOwn(String command, String text) {
    String help = help(command);
    assertTrue(help.contains(text), help);
  }

  @Test
  void optionsAreInGroupsWithHeadings() {
    String help = help("train");
    int at = 0;
    for (String heading : List.of(
        " Data: ",
        " Backend: ",
        " Training: ",
        " Optimizer; ",
        " Augmentation; ",
        " Learning-rate reduction on a plateau; ",
        " Run: ",
        " Examples: ")) {
      int next = help.indexOf(heading);
      assertTrue(next > at, heading + help);
      at = next;
    }
    assertFalse(help.contains(" Committee: "), help);
  }

  @Test
  void everyOptionIsInTheHelp() {
    String help = help("train");
    Recipes.KEYS.forEach(key -> assertTrue(help.contains(" " + key.option()), key.option()));
    assertTrue(help.contains(" --config=FILE ") && help.contains(" --help "), help);
  }

  @Test
  void examplesAreNotBroken() {
    for (String command : List.of(
        "train",
        "committee",
        "compare",
        "reproduce",
        "evaluate",
        "predict",
        "repeat",
        "export",
        "import",
        "summary")) {
      String help = App.run(folder, command, "--help").out();
      String examples = help.substring(help.indexOf("Examples:\n") + "Examples:\n".length());
      assertTrue(
          examples.lines().allMatch(line -> line.startsWith("  plenum " + command)), examples);
    }
  }

  @Test
  void theFirstHelpTellsOfKeysAndVariables() {
    String help = App.run(folder, "--help").out().replaceAll("\\s+", " ");
    assertTrue(help.contains("PLENUM_BATCH_SIZE=86"), help);
  }
}
