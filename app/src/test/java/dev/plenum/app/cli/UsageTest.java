package dev.plenum.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Logger;
import dev.plenum.app.App;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

/** Wrong usage and configuration: exit code 2, one message, nothing done. */
class UsageTest {
  @TempDir
  Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|a command is missing; there are: train, committee, reproduce, compare, search, ablate, repeat, plot, watch, evaluate, analyze, predict, serve, export, import, summary, backends, datasets",
        "tarin|there is no command 'tarin'; there are: train",
        "train --epoch 3|unknown option '--epoch'; the nearest is '--epochs'",
        "train --epochs|Missing required parameter for option '--epochs'",
        "train --epochs 0|epochs must be a whole number of at least 1, found '0' (option --epochs)",
        "train --epochs -1|epochs must be a whole number of at least 1, found '-1' (option --epochs)",
        "train --epochs=2 --epochs=3|option '--epochs' (N) should be specified only once",
        "train --batch-size -86|batch-size must be a whole number of at least 1",
        "train --learning-rate 0|learning-rate must be a number greater than 0, found '0'",
        "train --learning-rate -1|learning-rate must be a number greater than 0, found '-1'",
        "train --threads 0|threads must be a whole number of at least 1",
        "train --threads 1000000|threads",
        "train --limit 0|limit must be a whole number of at least 1",
        "train --validation 1|validation must be at least 0 and less than 1",
        "train --kernels quick|kernels must be one of auto, vector, scalar, found 'quick'",
        "train --optimizer adamax|there is no optimizer 'adamax'; there are adam, adamw, rmsprop, sgd",
        "train --backend gpu|there is no backend 'gpu'; found: purejava",
        "train --network resnet|there is no network 'resnet'; there are simple-conv, dense, deep-conv",
        "train --network no.json|there is no file",
        "train --from no.plenum --network dense|network: the model of --from brings a network; leave it out",
        "train --freeze features|freeze: only layers that were trained can be frozen; name a model with --from",
        "train --dataset imagenet|there is no dataset, no file and no folder 'imagenet'; there can be given",
        "train --limit 10001|the first 10001 images were asked for, but 'digits' has 10000",
        "train --limit 2 --validation 0.1|a share of 0.1 of 2 images cannot be set aside",
        "train --image-size 14x14|only images that are files can be scaled, grouped by their paths or kept in a file, not those of 'digits'",
        "compare --seeds 0|seeds must be a whole number of at least 1",
        "compare --backends purejava,,dl4j|backends must be one or several names with commas between",
        "compare --backends purejava,purejava|none twice",
        "compare --backends purejava --from base.plenum|unknown option '--from'",
        "compare --backends purejava --freeze features|unknown option '--freeze'",
        "compare --backends gpu|gpu: there is no such backend on the class path; there are",
        "compare --backends purejava --networks dense,resnet|there is no network 'resnet'",
        "compare --backends purejava --networks dense,dense|none twice",
        "compare --backends purejava --threads 1000000|threads must be a whole number from 1 to 1024",
        "compare --backends purejava --limit 10001|the first 10001 images were asked for",
        "compare --backends purejava --reduce-lr --validation 0|choose a validation greater than 0",
        "train extra|'extra' is one argument too many",
        "train --augmented|unknown option '--augmented'; the nearest is '--augment'",
        "train --rotation-range 10|unknown option '--rotation-range'; the nearest is '--rotation'",
        "train --rotation 10 --momentum 0.9|momentum: adam has no such setting",
        "train --optimizer sgd --nesterov|Nesterov needs a momentum greater than 0",
        "train --zoom 2|zoom: the zoom range must be at least 0 and less than 1, found 2.0 (option --zoom)",
        "train --fill-mode wrap|fill-mode: it has no effect where images are not moved",
        "train --lr-factor 2|lr-factor: ReduceLROnPlateau",
        "train --lr-monitor val_macro_f1|lr-monitor: 'val_macro_f1' is not measured; it must be one of loss, accuracy, val_loss, val_accuracy (",
        "train --metrics top5|metrics: there is no metric 'top5' beside loss and accuracy; there are top_5_accuracy (or another number), macro_f1",
        "train --metrics macro_f1,macro_f1|none twice",
        "train --limit 100 --metrics top_11_accuracy|metrics: top_11_accuracy needs at least 11 classes, there are 10",
        "train --lr-monitor val_accuracy --validation 0|lr-monitor: val_accuracy is measured on the validation images, of which none are set aside",
        "committee --brightness 1|brightness must be two numbers with a comma between",
        "compare --backends purejava --rho 0.9|rho: adam has no such setting",
        "summary --epochs 1|unknown option '--epochs'",
        "summary --network resnet|there is no network 'resnet'",
        "evaluate|Missing required parameter: 'MODEL'",
        "evaluate no.plenum|there is no model file no.plenum",
        "evaluate .|. is a folder",
        "predict no.plenum|Missing required parameter: 'FILE'",
        "predict no.plenum a.png|there is no model file no.plenum",
        "repeat|Missing required parameter: 'RUN'",
        "repeat no.json|there is no record of a run",
        "train --resume no|there is no run to resume",
        "train --checkpoint-seconds 0|checkpoint-seconds must be a number greater than 0, found '0'",
        "export|Missing required parameters: 'MODEL', 'FILE'",
        "export no.plenum|Missing required parameter: 'FILE'",
        "export no.plenum model.onnx|there is no model file no.plenum",
        "export no.plenum model.pb|'model.pb' must end in .keras or .onnx",
        "export no.plenum .|. exists already",
        "export no.plenum no/model.onnx|there is no folder no",
        "predict no.plenum a.png --format csv|format must be one of table, jsonl, found 'csv'",
        "datasets fetch|Missing required parameter: 'NAME'",
        "datasets fetch cifar|there is no dataset 'cifar'; there are digits, mnist, fashion-mnist",
        "summary --config no.conf|there is no configuration file 'no.conf'",
      })
  void wrongUsageEndsWithCode2AndOneMessage(String commandLine, String message) throws IOException {
    App.Result result =
        App.run(folder, commandLine.isEmpty() ? new String[0] : commandLine.split(" "));
    assertEquals(2, result.exitCode(), result.err());
    assertTrue(result.err().contains(message), result.err());
    assertEquals(
        1,
        Stream.of(result.err().split("\n"))
            .filter(l -> l.startsWith("plenum: "))
            .count());
    assertFalse(result.err().contains("\tat "), result.err());
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(0, files.count(), "nothing may be left");
    }
  }

  @Test
  void nothingIsOfferedInPlaceOfAnOptionThatNoneIsLike() {
    App.Result result = App.run(folder, "evaluate", "--rotation", "10");
    assertEquals(2, result.exitCode());
    assertEquals(
        "plenum: unknown option '--rotation'\nTry 'plenum evaluate --help'.\n", result.err());
  }

  @Test
  void theOutputFolderIsCheckedBeforeAnythingElse() throws IOException {
    Files.createDirectory(folder.resolve("out"));
    Files.writeString(folder.resolve("out/precious"), "mine");
    App.Result result =
        App.run(folder, "train", "--out", "out", "--backend", "gpu", "--dataset", "imagenet");
    assertEquals(2, result.exitCode());
    assertTrue(result.err().contains("is not empty (it has precious)"), result.err());
    assertEquals("", result.out());
    assertEquals("mine", Files.readString(folder.resolve("out/precious")));
  }

  @Test
  void anOutputFolderThatCannotBeWrittenToIsRefusedBeforeTraining() throws IOException {
    Files.writeString(folder.resolve("file"), "mine");
    App.Result result = App.run(folder, "train", "--out", "file/out");
    assertEquals(2, result.exitCode());
    assertTrue(result.err().contains("cannot be written to"), result.err());
    assertEquals("", result.out());
  }

  @Test
  void aBadValueOfTheEnvironmentIsToldLikeOneOfAnOption() {
    App.Result result = App.run(folder, Map.of("PLENUM_EPOCHS", "many"), "train");
    assertEquals(2, result.exitCode());
    assertTrue(
        result.err().contains("found 'many' (environment variable PLENUM_EPOCHS)"), result.err());
  }

  @Test
  void aBackendOfTheConfigurationFileThatIsUnknownIsToldWithItsLine() throws IOException {
    Files.writeString(folder.resolve("plenum.conf"), "seed = 3\nbackend = gpu\n");
    App.Result result = App.run(folder, "train");
    assertEquals(2, result.exitCode());
    assertTrue(result.err().contains("(plenum.conf:2)"), result.err());
  }

  @Test
  void verboseShowsTheStackTrace() {
    App.Result result = App.run(folder, "train", "--backend", "gpu", "--verbose");
    if (LoggerFactory.getLogger("dev.plenum") instanceof Logger plenum) {
      plenum.setLevel(null); // as it was, for other tests
    }
    assertEquals(2, result.exitCode());
    assertTrue(result.err().contains("\tat dev.plenum.app"), result.err());
  }

  @Test
  void helpAndVersionGoToStandardOutput() {
    App.Result help = App.run(folder, "train", "--help");
    assertEquals(0, help.exitCode());
    assertEquals("", help.err());
    assertTrue(help.out().contains("--batch-size=N"), help.out());
    assertTrue(help.out().contains("(default: 86)"), help.out());
    App.Result version = App.run(folder, "--version");
    assertEquals(0, version.exitCode());
    assertTrue(version.out().startsWith("plenum "), version.out());
  }

  @Test
  void anArgumentThatBeginsWithAnAtSignIsNotReadAsAFileOfArguments() throws IOException {
    Files.writeString(folder.resolve("@7.png"), "--help");
    App.Result result = App.run(folder, "summary", "@7.png");
    assertEquals(2, result.exitCode(), result.out());
    assertTrue(result.err().contains("'@7.png' is one argument too many"), result.err());
  }
}
