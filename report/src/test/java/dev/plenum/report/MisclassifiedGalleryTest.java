package dev.plenum.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.Evaluation;
import dev.plenum.api.data.Dataset;
import dev.plenum.api.network.Shape;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MisclassifiedGalleryTest {
  private static final Shape COLOUR = Shape.of(20, 30, 3);

  /** All images are of one colour and of class 0; the first {@code wrong} are taken for class 1. */
  private static BufferedImage draw(Shape shape, byte[] pixel, int size, int wrong) {
    byte[] pixels = new byte[size * shape.size()];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = pixel[i % pixel.length];
    }
    int[] labels = new int[size];
    int[] predictions = IntStream.range(0, size).map(i -> i < wrong ? 1 : 0).toArray();
    Dataset test = new Dataset(shape, pixels, labels, List.of("cat", "an animal that is no cat"));
    return MisclassifiedGallery.of(test, new Evaluation(0.1, labels, predictions))
        .image();
  }

  private static long count(BufferedImage image, int colour) {
    int[] pixels =
        image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    return Arrays.stream(pixels).filter(pixel -> (pixel & 0xffffff) == colour).count();
  }

  /** The soft edges of letters have a few pixels of any grey. */
  private static void assertShows(int pixels, BufferedImage gallery) {
    long found = count(gallery, 0x4d4d4d);
    assertTrue(found >= pixels && found < pixels + 50, () -> pixels + " expected, found " + found);
  }

  @Test
  void everyMisclassifiedImageIsShownEnlargedInItsColours() {
    BufferedImage gallery = draw(COLOUR, new byte[] {10, (byte) 200, 30}, 9, 7);
    assertEquals(7 * 60 * 90, count(gallery, 0x0ac81e));
  }

  @Test
  void greyImagesAreGrey() {
    BufferedImage gallery = draw(Shape.of(28, 28, 1), new byte[] {77}, 3, 1);
    assertShows(112 * 112, gallery);
  }

  @Test
  void theColumnsFollowTheNumberOfImages() {
    int digits = 2 * 24 + 6 * 112 + 5 * 18; // margins, six columns, the gaps between
    assertEquals(digits, draw(Shape.of(28, 28, 1), new byte[] {77}, 100, 28).getWidth());
    BufferedImage hundred = draw(Shape.of(28, 28, 1), new byte[] {77}, 100, 100);
    assertEquals(2 * 24 + 10 * 112 + 9 * 18, hundred.getWidth());
    assertTrue(draw(Shape.of(28, 28, 1), new byte[] {77}, 9, 3).getWidth() < digits);
  }

  @Test
  void thereAreAsManyRowsAsNeeded() {
    int one = draw(COLOUR, new byte[] {1, 2, 3}, 20, 5).getHeight();
    int two = draw(COLOUR, new byte[] {1, 2, 3}, 20, 6).getHeight();
    int three = draw(COLOUR, new byte[] {1, 2, 3}, 20, 11).getHeight();
    assertTrue(two > one);
    assertEquals(two - one, three - two);
  }

  @Test
  void trueLabelsAreBlueAndPredictionsRed() {
    BufferedImage gallery = draw(COLOUR, new byte[] {0, 0, 0}, 2, 1);
    assertTrue(count(gallery, 0x1a4fd0) > 0);
    assertTrue(count(gallery, 0xd01a1a) > 0);
  }

  @Test
  void nothingMisclassifiedGivesAPictureThatSaysSo() {
    BufferedImage gallery = draw(COLOUR, new byte[] {0, 0, 0}, 2, 0);
    assertEquals(0, count(gallery, 0xd01a1a));
    assertTrue(count(gallery, 0x000000) > 0); // the sentence
    assertFalse(gallery.getHeight() > 150);
  }

  @Test
  void noMoreThanAHundredImagesAreShown() {
    BufferedImage gallery = draw(Shape.of(28, 28, 1), new byte[] {77}, 130, 120);
    assertShows(100 * 112 * 112, gallery);
  }

  @Test
  void largeImagesAreReduced() {
    BufferedImage gallery = draw(Shape.of(400, 1000, 1), new byte[] {77}, 1, 1);
    assertShows(168 * 67, gallery);
  }
}
