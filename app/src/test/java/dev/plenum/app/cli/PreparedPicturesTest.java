package dev.plenum.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.app.App;
import dev.plenum.persistence.ModelFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How pictures become images is kept with the model, and holds wherever pictures are read again. */
class PreparedPicturesTest {
  private static final String TRAIN =
      "train --dataset photos --network dense --epochs 2 --image-size 8x8 --validation 0.2 ";

  @TempDir
  Path folder;

  /** 20 cats and 20 dogs, 12 pixels high and 18 wide: a bar in the middle, or at the side. */
  @BeforeEach
  void writePhotos() throws IOException {
    byte[] head = "P5 18 12 255\n".getBytes(StandardCharsets.US_ASCII);
    for (int i = 0; i < 40; i++) {
      byte[] picture = Arrays.copyOf(head, head.length + 18 * 12);
      for (int p = 0; p < 18 * 12; p++) {
        int column = i % 2 == 0 ? 9 : 1;
        int value = Math.abs(p % 18 - column) < 2 ? 200 + i : p * i % 60;
        picture[head.length + p] = (byte) value;
      }
      Path file = folder.resolve("photos/%s/%s.pgm".formatted(i % 2 == 0 ? "cat" : "dog", i));
      Files.createDirectories(file.getParent());
      Files.write(file, picture);
    }
  }

  private App.Result plenum(String line) {
    return App.run(folder, line.split(" ", -1));
  }

  private String read(String file) throws IOException {
    return Files.readString(folder.resolve(file));
  }

  private String resize(String model) throws IOException {
    return ModelFile.read(folder.resolve(model)).preprocessing().resize();
  }

  @Test
  void itIsKeptWithTheModelAndAppliedByAll() throws IOException {
    App.Result trained = plenum(TRAIN + "--prepare crop,area --out run");
    assertEquals(0, trained.exitCode(), trained.err());

    assertEquals("area,crop", resize("run/model.plenum"));
    assertTrue(read("run/run.json").contains("\"prepare\": \"crop,area\""), read("run/run.json"));
    App.Result repeated = plenum("repeat run");
    assertEquals(0, repeated.exitCode(), repeated.out() + repeated.err());
    App.Result evaluated = plenum("evaluate run/model.plenum --dataset photos");
    assertEquals(0, evaluated.exitCode(), evaluated.err());
    App.Result resumed = plenum("train --resume run --prepare pad");
    assertEquals(2, resumed.exitCode());
    assertTrue(resumed.err().contains("'crop,area'"), resumed.err());
    // The bar at the side is cut off: without it a dog cannot be told from the ground.
    App.Result predicted =
        plenum("predict run/model.plenum --format jsonl photos/dog/1.pgm photos/dog/1-cut.pgm");
    assertEquals(1, predicted.exitCode(), "there is no such file yet");
    byte[] dog = Files.readAllBytes(folder.resolve("photos/dog/1.pgm"));
    for (int y = 0; y < 12; y++) {
      dog["P5 18 12 255\n".length() + 18 * y] = 0;
    }
    Files.write(folder.resolve("photos/dog/1-cut.pgm"), dog);
    List<String> lines = plenum(
            "predict run/model.plenum --format jsonl photos/dog/1.pgm photos/dog/1-cut.pgm")
        .out()
        .lines()
        .toList();
    assertEquals(lines.get(0).replace("1.pgm", ""), lines.get(1).replace("1-cut.pgm", ""));
  }

  @Test
  void withoutItNothingIsSaidAndNothingChanges() throws IOException {
    assertEquals(0, plenum(TRAIN + "--out run").exitCode());
    assertEquals(0, plenum(TRAIN + "--out same --prepare bilinear").exitCode());
    assertEquals(0, plenum(TRAIN + "--out other --prepare nearest").exitCode());

    assertEquals("bilinear", resize("run/model.plenum"));
    assertFalse(read("run/run.json").contains("prepare"), read("run/run.json"));
    assertEquals(weights("run"), weights("same"));
    assertNotEquals(weights("run"), weights("other"));
  }

  @Test
  void drawnDigitsAreMadeMnistsWhenTheyAreJudged() throws IOException {
    assertEquals(
        0, plenum("train --network dense --limit 100 --epochs 1 --out run").exitCode());
    drawSeven("drawn/7/dark.pgm", 20, 230);
    drawSeven("drawn/7/light.pgm", 235, 25);

    String predict = "predict run/model.plenum --format jsonl drawn/7/dark.pgm drawn/7/light.pgm";
    List<String> plain = plenum(predict).out().lines().toList();
    App.Result prepared = plenum(predict + " --prepare digit");
    assertEquals(0, prepared.exitCode(), prepared.err());
    assertEquals("", prepared.err());
    List<String> digits = prepared.out().lines().toList();
    assertNotEquals(plain.get(0).replace("dark", ""), plain.get(1).replace("light", ""));
    assertEquals(digits.get(0).replace("dark", ""), digits.get(1).replace("light", ""));
    assertNotEquals(plain.get(1), digits.get(1));

    App.Result evaluated = plenum("evaluate run/model.plenum --dataset drawn --prepare digit");
    assertEquals(0, evaluated.exitCode(), evaluated.err());
    App.Result inverted = plenum(predict + " --prepare digit --invert");
    assertEquals(2, inverted.exitCode());
    assertTrue(inverted.err().contains("leave the inversion out"), inverted.err());
    App.Result own = plenum("evaluate run/model.plenum --prepare digit");
    assertEquals(2, own.exitCode());
    assertTrue(own.err().contains("only images that are files can be"), own.err());
  }

  @Test
  void whatBecomesADigitIsNotInvertedAlsoWhereTheModelSaysThatItDoes() {
    App.Result trained = plenum(TRAIN + "--prepare digit --out run");
    assertEquals(0, trained.exitCode(), trained.err());
    assertEquals(0, plenum(TRAIN + "--out plain").exitCode());
    for (String line : List.of(
        "predict run/model.plenum --invert photos/dog/1.pgm",
        "evaluate run/model.plenum --dataset photos --invert",
        "evaluate plain/model.plenum --dataset photos --prepare digit --invert",
        "serve run/model.plenum --invert --listen 0",
        "serve plain/model.plenum --prepare digit --invert --listen 0")) {
      App.Result inverted = plenum(line);
      assertEquals(2, inverted.exitCode(), line + ": " + inverted.err());
      assertTrue(inverted.err().contains("leave the inversion out"), inverted.err());
    }
    App.Result other =
        plenum("predict run/model.plenum --prepare bilinear --invert photos/dog/1.pgm");
    assertEquals(0, other.exitCode(), other.err());
  }

  /** In the upper left of 60 x 90 pixels. */
  private void drawSeven(String name, int ink, int paper) throws IOException {
    byte[] head = "P5 90 60 255\n".getBytes(StandardCharsets.US_ASCII);
    byte[] picture = Arrays.copyOf(head, head.length + 90 * 60);
    for (int p = 0; p < 90 * 60; p++) {
      int row = p / 90;
      int column = p % 90;
      boolean bar = row >= 8 && row < 11 && column >= 10 && column < 28;
      boolean stem = row >= 8 && row < 40 && Math.abs(column - 27 + (row - 8) / 3) < 2;
      picture[head.length + p] = (byte) (bar || stem ? ink : paper);
    }
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, picture);
  }

  private String weights(String run) throws IOException {
    return read(run + "/run.json").replaceAll("(?s).*\"weightsSha256\": \"([0-9a-f]+)\".*", "$1");
  }

  @Test
  void whatCannotBeIsRefused() {
    App.Result unknown = plenum(TRAIN + "--prepare lanczos");
    assertEquals(2, unknown.exitCode());
    assertTrue(unknown.err().contains("'lanczos' is none of them"), unknown.err());
    App.Result digits = plenum("train --network dense --prepare crop");
    assertEquals(2, digits.exitCode());
    assertTrue(digits.err().contains("only images that are files can be"), digits.err());
  }
}
