package dev.plenum.benchmarks.pictures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.benchmarks.Commands;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PicturesCommandTest {
  @TempDir
  Path folder;

  @Test
  void itSaysHowManyPicturesASecondAreRead() throws IOException {
    for (int i = 0; i < 12; i++) {
      Path file = folder.resolve(i % 2 == 0 ? "cat" : "dog").resolve(i + ".png");
      Files.createDirectories(file.resolveSibling(""));
      ImageIO.write(new BufferedImage(9, 7, BufferedImage.TYPE_INT_RGB), "png", file.toFile());
    }
    Commands.Result result = Commands.run("pictures", folder.toString(), "--size", "4");
    assertEquals(0, result.exitCode(), result.err());
    assertTrue(result.out().matches("12 pictures in \\S+ s: [\\d,]+ a second\\R"), result.out());
  }

  @Test
  void whatCannotBeReadIsAnError() {
    assertEquals(2, Commands.run("pictures", folder.toString(), "--size", "0").exitCode());
    Commands.Result missing = Commands.run("pictures", folder.resolve("none").toString());
    assertEquals(1, missing.exitCode(), missing.err());
  }
}
