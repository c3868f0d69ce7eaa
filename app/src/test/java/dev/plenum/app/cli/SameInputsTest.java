package dev.plenum.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.app.App;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Runs are resumed, and repeated, with the images and networks that they were started with. */
class SameInputsTest {
  private static final int IMAGES = 20;

  @TempDir
  Path folder;

  @BeforeEach
  void writeInputs() throws IOException {
    for (String name : new String[] {"cat", "dog"}) {
      for (int i = 0; i < IMAGES; i++) {
        write(
            folder.resolve("photos").resolve(name).resolve(number(i)),
            name.equals("cat") ? i : 200 + i);
      }
    }
    writeNetwork(8);
  }

  private static String number(int i) {
    return String.format(Locale.ROOT, "%02d.png", i);
  }

  private static void write(Path file, int grey) throws IOException {
    Files.createDirectories(file.resolveSibling(""));
    BufferedImage image = new BufferedImage(6, 6, BufferedImage.TYPE_BYTE_GRAY);
    for (int i = 0; i < 36; i++) {
      image.getRaster().setSample(i % 6, i / 6, 0, (grey + i) & 0xff);
    }
    ImageIO.write(image, "png", file.toFile());
  }

  private void writeNetwork(int units) throws IOException {
    Files.writeString(folder.resolve("own.conf"), """
        layers = [{ type = Flatten }, { type = Dense, units = %s, activation = relu },
                  { type = Dense, units = 2, activation = softmax }]
        """.formatted(units));
  }

  private App.Result ok(String... command) {
    App.Result result = App.run(folder, command);
    assertEquals(0, result.exitCode(), result.err());
    return result;
  }

  private void refused(String part, int exitCode, String... command) {
    App.Result result = App.run(folder, command);
    assertEquals(exitCode, result.exitCode(), result.out());
    assertTrue(result.err().contains(part), result.err());
  }

  private void train(String command, String... more) {
    String[] common = {
      command, "--dataset=photos", "--network=own.conf", "--epochs=2", "--batch-size=8", "--out=run"
    };
    String[] all = Stream.of(common, more).flatMap(Arrays::stream).toArray(String[]::new);
    ok(all);
  }

  /** A committee of which the second member is missing. */
  private void halfACommittee() throws IOException {
    train("committee", "--members=2");
    for (String file : new String[] {"committee.json", "committee.plenum", "members/2/run.json"}) {
      Files.delete(folder.resolve("run").resolve(file));
    }
  }

  @Test
  void aCommitteeIsNotGoneOnWithOnOtherImages() throws IOException {
    halfACommittee();
    write(folder.resolve("photos/cat").resolve(number(3)), 77);
    write(folder.resolve("photos/dog/new.png"), 77);
    Files.delete(folder.resolve("photos/dog").resolve(number(0)));

    refused(
        "1 of 40 files changed, first cat/03.png; 1 are new, first dog/new.png; 1 are missing, first dog/00.png",
        2,
        "committee",
        "--resume=run");
    assertTrue(Files.notExists(folder.resolve("run/members/2/run.json")));
  }

  @Test
  void aCommitteeIsNotGoneOnWithWithAnotherNetwork() throws IOException {
    halfACommittee();
    writeNetwork(9);

    refused("the network 'own' was another one", 2, "committee", "--resume=run");
    writeNetwork(8);
    ok("committee", "--resume=run");
  }

  @Test
  void theNetworkOfTheRecordIsTakenWhereItsFileIsGone() throws IOException {
    halfACommittee();
    Files.delete(folder.resolve("own.conf"));

    ok("committee", "--resume=run");
    assertTrue(ok("repeat", "run/members/2").out().contains("The bits agree."));
  }

  @Test
  void aMembersModelThatIsAnotherFileIsRefused() throws IOException {
    train("committee", "--members=3");
    Files.delete(folder.resolve("run/committee.json"));
    Files.delete(folder.resolve("run/members/3/run.json"));
    Files.copy(
        folder.resolve("run/members/2/model.plenum"),
        folder.resolve("run/members/1/model.plenum"),
        StandardCopyOption.REPLACE_EXISTING);

    refused("model.plenum holds other weights than run.json", 2, "committee", "--resume=run");
  }

  @Test
  void aMembersFolderThatIsAnotherMembersIsRefused() throws IOException {
    halfACommittee();
    for (String file : new String[] {"run.json", "model.plenum"}) {
      Files.copy(
          folder.resolve("run/members/1").resolve(file),
          folder.resolve("run/members/2").resolve(file),
          StandardCopyOption.REPLACE_EXISTING);
    }

    refused(
        "run.json was trained with other settings: seed 1, not 2", 2, "committee", "--resume=run");
  }

  @Test
  void theImagesMayLieInAnotherPlace() throws IOException {
    halfACommittee();
    Files.createDirectories(folder.resolve("elsewhere"));
    Files.move(folder.resolve("photos"), folder.resolve("elsewhere/pictures"));

    refused("there is no dataset, no file and no folder 'photos'", 2, "committee", "--resume=run");
    write(folder.resolve("others/cat/1.png"), 1);
    write(folder.resolve("others/dog/1.png"), 2);
    for (int i = 0; i < 5; i++) {
      write(folder.resolve("others/dog").resolve(number(i)), i);
    }
    refused("there were other images", 2, "committee", "--resume=run", "--dataset=others");
    ok("committee", "--resume=run", "--dataset=elsewhere/pictures");
    refused("there is no dataset, no file and no folder 'photos'", 2, "repeat", "run/members/1");
    assertTrue(ok("repeat", "run/members/1", "--dataset=elsewhere/pictures")
        .out()
        .contains("The bits agree."));
  }

  /** As if the run were from a place where one picture decodes to other pixels. */
  private void recordOtherPixels() throws IOException {
    Path pixels = folder.resolve("run/pixels.sha256");
    Files.writeString(
        pixels, Files.readString(pixels).replaceFirst("(?m)^.{4}(.*dog/05.png)$", "abcd$1"));
    for (String file : new String[] {"run/inputs.json", "run/members/1/run.json"}) {
      Path json = folder.resolve(file);
      Files.writeString(
          json,
          Files.readString(json)
              .replaceFirst("\"pixelsSha256\" ?: \"....", "\"pixelsSha256\" : \"abcd"));
    }
  }

  @Test
  void picturesThatDecodeDifferentlyAreToldApart() throws IOException {
    halfACommittee();
    recordOtherPixels();

    String told = "these pictures decode differently here (1 of 40; first dog/05.png)";
    refused(told, 2, "committee", "--resume=run");
    refused(told, 1, "repeat", "run/members/1");
  }

  @Test
  void theListsOfDigestsAreThoseOfSha256sum() throws IOException {
    train("train");

    String first = Files.readAllLines(folder.resolve("run/files.sha256")).get(0);
    assertTrue(first.matches("[0-9a-f]{64}  cat/00\\.png"), first);
    assertEquals(40, Files.readAllLines(folder.resolve("run/pixels.sha256")).size());
  }

  @Test
  void aRunOfAnEarlierVersionIsGoneOnWithAsBefore() throws IOException {
    halfACommittee();
    for (String file : new String[] {"inputs.json", "files.sha256", "pixels.sha256"}) {
      Files.delete(folder.resolve("run").resolve(file));
    }
    Path record = folder.resolve("run/members/1/run.json");
    Files.writeString(
        record,
        Files.readString(record)
            .replaceFirst("\\s*\"pixelsSha256\"[^,]*,", "")
            .replaceFirst("\\s*\"ownValidation\"[^,]*,", ""));

    refused("an earlier version", 2, "committee", "--resume=run", "--dataset=./photos");
    ok("committee", "--resume=run");
    ok("repeat", "run/members/1");
  }

  @Test
  void validationImagesOfTheDatasetsOwnAreTaken() throws IOException {
    for (int i = 0; i < 3; i++) {
      write(folder.resolve("parts/val/cat").resolve(number(i)), 10 + i);
      write(folder.resolve("parts/val/dog").resolve(number(i)), 210 + i);
      write(folder.resolve("parts/test/dog").resolve(number(i)), 220 + i);
    }
    Files.move(folder.resolve("photos"), folder.resolve("parts/train"));

    ok("train", "--dataset=parts", "--network=own.conf", "--epochs=1", "--out=run");

    String record = Files.readString(folder.resolve("run/run.json"));
    assertTrue(
        record
            .replaceAll("\\s", "")
            .contains("\"train\":40,\"validation\":6,\"ownValidation\":true,\"test\":3"),
        record);
  }

  @Test
  void aMemberThatWasTrainedInAnotherWayIsRefused() throws IOException {
    halfACommittee();
    ok(
        "train",
        "--dataset=photos",
        "--network=own.conf",
        "--epochs=1",
        "--batch-size=8",
        "--seed=2",
        "--out=other");
    for (String file : new String[] {"run.json", "model.plenum"}) {
      Files.copy(
          folder.resolve("other").resolve(file),
          folder.resolve("run/members/2").resolve(file),
          StandardCopyOption.REPLACE_EXISTING);
    }

    refused(
        "run.json was trained with other settings: epochs 1, not 2",
        2,
        "committee",
        "--resume=run");
  }

  @Test
  void aCellThatIsAnotherCellsIsRefused() throws IOException {
    train("compare", "--backends=purejava", "--seeds=2");
    Path cells = folder.resolve("run/cells");
    Files.copy(
        cells.resolve("purejava-own-seed2/run.json"),
        cells.resolve("purejava-own-seed1/run.json"),
        StandardCopyOption.REPLACE_EXISTING);
    Files.delete(folder.resolve("run/report.html"));

    refused(
        "purejava-own-seed1/run.json was trained with other settings: seed 2, not 1",
        2,
        "compare",
        "--resume=run");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void namesThatHoldEveryKindOfLineBreakAreFoundAgain() throws IOException {
    write(folder.resolve("photos/cat/a\u0085b\u2028c\nd\re\\f.png"), 33);
    halfACommittee();

    ok("committee", "--resume=run");
  }
}
