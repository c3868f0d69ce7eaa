package dev.plenum.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.ConfusionMatrix;
import dev.plenum.api.Evaluation;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConfusionPictureTest {
  private static final int CELL = 58;

  /** Two images of each class, the second of which is taken for the next one where {@code wrong}. */
  private static BufferedImage draw(int classes, boolean wrong, String name) {
    int[] labels = IntStream.range(0, 2 * classes).map(i -> i / 2).toArray();
    int[] predictions = IntStream.range(0, 2 * classes)
        .map(i -> wrong && i % 2 == 1 ? (i / 2 + 1) % classes : i / 2)
        .toArray();
    List<String> names = IntStream.range(0, classes).mapToObj(c -> name + c).toList();
    ConfusionMatrix matrix = ConfusionMatrix.of(new Evaluation(0.1, labels, predictions), classes);
    return ConfusionPicture.of("Test on shapes", matrix, names).image();
  }

  private static long count(BufferedImage image, int colour) {
    int[] pixels =
        image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    return Arrays.stream(pixels).filter(pixel -> (pixel & 0xffffff) == colour).count();
  }

  @Test
  void allRightIsABlueDiagonal() {
    BufferedImage picture = draw(3, false, "");
    long blue = count(picture, 0x1a4fd0);
    int cells = 3 * (CELL - 1) * (CELL - 1);
    assertTrue(blue > 0.9 * cells && blue <= cells, blue + " of " + cells); // but for the numbers
    assertEquals(0, count(picture, 0xd01a1a));
  }

  @Test
  void mistakesAreRedByTheirShareOfTheRow() {
    BufferedImage picture = draw(3, true, "");
    int half = 0xde5d5d; // √½ of the way from white to red
    assertTrue(count(picture, half) > 0.9 * 3 * (CELL - 1) * (CELL - 1));
  }

  @Test
  void longNamesAreTurnedAndCutOff() {
    BufferedImage wide = draw(4, true, "an animal whose name is much too long ");
    BufferedImage narrow = draw(4, true, "");
    assertEquals(wide.getHeight() - narrow.getHeight(), wide.getWidth() - narrow.getWidth(), 20);
    assertTrue(wide.getWidth() < narrow.getWidth() + 140);
  }

  @Test
  void manyClassesStillFitOnAScreen() {
    assertTrue(draw(100, true, "class ").getWidth() < 1000);
  }
}
