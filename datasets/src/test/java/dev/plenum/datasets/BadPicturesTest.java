package dev.plenum.datasets;

import static dev.plenum.datasets.support.Pictures.grey;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.data.Picture;
import dev.plenum.datasets.support.IdxBytes;
import dev.plenum.datasets.support.Pictures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders of which some files cannot be used, and what is reported of those that can. */
class BadPicturesTest {
  @TempDir
  Path root;

  @BeforeEach
  void writePictures() throws IOException {
    for (int i = 0; i < 10; i++) {
      String number = String.format(Locale.ROOT, "%02d.png", i);
      Pictures.write(root.resolve("cat").resolve(number), grey(4, 6, i));
      Pictures.write(root.resolve("dog").resolve(number), grey(4, 6, i));
    }
  }

  private List<String> refusal() {
    IOException e = assertThrows(IOException.class, () -> Datasets.folder(root).load());
    return String.valueOf(e.getMessage()).lines().toList();
  }

  @Test
  void allBadFilesAreNamedAtOnceEachWithItsReason() throws IOException {
    Path cutOff = root.resolve("cat/00.png");
    byte[] bytes = Files.readAllBytes(cutOff);
    Files.write(cutOff, Arrays.copyOf(bytes, bytes.length - 20));
    Files.writeString(root.resolve("cat/05.png"), "no picture");
    Files.write(root.resolve("dog/03.png"), new byte[0]);
    Files.createDirectories(root.resolve("dog/more"));
    Pictures.write(root.resolve("stray.png"), grey(4, 6, 1));

    List<String> lines = refusal();

    assertEquals(root + ": 5 files cannot be used:", lines.get(0));
    assertEquals(6, lines.size());
    String all = String.join("\n", lines);
    for (String bad : List.of(
        root.resolve("stray.png") + ": found an image outside",
        root.resolve("dog/more") + ": expected an image file in a class folder, found a folder",
        cutOff + ": expected a complete PNG image",
        root.resolve("cat/05.png") + ": expected a ",
        root.resolve("dog/03.png") + ": expected a ")) {
      assertTrue(all.contains("\n  " + bad), () -> bad + " is not in " + all);
    }
  }

  @Test
  void ofVeryManyBadFilesTwentyAreNamedAndTheOthersCounted() throws IOException {
    for (int i = 0; i < 25; i++) {
      Files.writeString(root.resolve("cat").resolve(i + "-bad.jpg"), "no picture");
    }

    List<String> lines = refusal();

    assertEquals(root + ": 25 files cannot be used:", lines.get(0));
    assertEquals(22, lines.size());
    assertEquals("  … and 5 more", lines.get(21));
  }

  @Test
  void oneBadFileIsNamedInOneLine() throws IOException {
    Files.writeString(root.resolve("dog/07.png"), "no picture");

    assertEquals(1, refusal().size());
    assertTrue(refusal().get(0).startsWith(root.resolve("dog/07.png").toString()));
  }

  @Test
  void aPictureOfAKindThatCannotBeReadIsNotLeftOut() throws IOException {
    Files.writeString(root.resolve("dog/phone.heic"), "....ftypheic");

    assertTrue(refusal().get(0).startsWith(root.resolve("dog/phone.heic").toString()));
  }

  @Test
  void eachPictureHasTheDigestsOfItsFileAndOfItsPixels() throws IOException {
    List<Picture> pictures = Datasets.folder(root).imageSize(2, 2).load().pictures();

    assertEquals(20, pictures.size());
    Picture third = pictures.get(2);
    byte[] pixels = new byte[24];
    for (int i = 0; i < 24; i++) {
      pixels[i] = (byte) Pictures.greyAt(i / 6, i % 6, 2);
    }
    assertEquals("cat/02.png", third.path());
    assertEquals(IdxBytes.sha256(Files.readAllBytes(root.resolve("cat/02.png"))), third.sha256());
    assertEquals(IdxBytes.sha256(pixels), third.pixelsSha256());
  }
}
