package dev.plenum.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.app.App;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetAuditTest {
  @TempDir
  Path folder;

  private void write(String name, int seed) throws IOException {
    Path file = folder.resolve("photos").resolve(name);
    Files.createDirectories(file.getParent());
    byte[] head = "P5 8 8 255\n".getBytes(StandardCharsets.US_ASCII);
    byte[] picture = Arrays.copyOf(head, head.length + 64);
    for (int p = 0; p < 64; p++) {
      picture[head.length + p] = (byte) (seed * 31 + p * p * (seed + 3));
    }
    Files.write(file, picture);
  }

  private void writePhotos() throws IOException {
    for (int i = 0; i < 24; i++) {
      write("train/%s/%s.pgm".formatted(i < 22 ? "cat" : "dog", i), i);
    }
    write("test/cat/a.pgm", 3);
    write("test/dog/b.pgm", 100);
  }

  @Test
  void anAuditSaysWhatIsWrongAndLeavesAPage() throws IOException {
    writePhotos();
    Files.writeString(folder.resolve("photos/train/dog/broken.png"), "nothing");

    App.Result result = App.run(folder, "datasets", "audit", "photos", "--out=audit");

    assertEquals(1, result.exitCode(), result.err());
    assertTrue(result.out().startsWith("photos: 26 images of 2 classes"), result.out());
    assertTrue(result.out().contains("1 file cannot be used"), result.out());
    assertTrue(result.out().contains("broken.png: expected a PNG, JPEG"), result.out());
    assertTrue(result.out().contains("test/cat/a.pgm (cat) = train/cat/3.pgm (cat)"), result.out());
    assertTrue(result.out().lines().anyMatch(l -> l.matches("cat +22 +1")), result.out());
    assertTrue(result.out().endsWith("Files: audit\n"), result.out());
    assertTrue(Files.readString(folder.resolve("audit/audit.html")).contains("broken.png"));
    assertEquals(2, App.run(folder, "datasets", "audit", "nothing").exitCode());
    assertEquals(
        2, App.run(folder, "datasets", "audit", "photos", "--out=audit").exitCode());
  }

  @Test
  void nothingIsSaidOfASoundDataset() {
    App.Result result = App.run(folder, "datasets", "audit", "digits");

    assertEquals(0, result.exitCode(), result.err());
    assertTrue(result.out().startsWith("digits: 12,000 images of 10 classes"), result.out());
    assertFalse(result.out().contains("pixel by pixel"), result.out());
    assertEquals("", result.err());
  }

  @Test
  void trainingWarnsInOneLineOfTheWorst() throws IOException {
    writePhotos();
    String train = "train --dataset photos --network dense --epochs 1 --validation 0";

    App.Result warned = App.run(folder, (train + " --out a").split(" ", -1));
    App.Result weighted =
        App.run(folder, (train + " --class-weights balanced --out b").split(" ", -1));

    String warning =
        "Warning: 1 of 2 test images are training images too, so that the result of the"
            + " test is too good; the largest class has 22 training images, the class 'dog' has 2; see"
            + " 'plenum datasets audit'";
    assertEquals(0, warned.exitCode(), warned.err());
    assertTrue(
        warned
            .err()
            .contains(warning + ". --class-weights balanced lets every class count as much\n"),
        warned.err());
    assertTrue(weighted.err().contains(warning + "\n"), weighted.err());
  }
}
