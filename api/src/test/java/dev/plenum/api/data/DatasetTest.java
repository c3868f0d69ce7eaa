package dev.plenum.api.data;

import static dev.plenum.api.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plenum.api.network.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DatasetTest {
  private static final Shape SHAPE = Shape.of(1, 2, 1);
  private static final List<String> NAMES = List.of("cat", "dog");

  @Test
  void hasItsImagesAndLabelsInOrder() {
    Dataset dataset = new Dataset(SHAPE, new byte[] {1, 2, 3, 4}, new int[] {1, 0}, NAMES);
    assertEquals(2, dataset.size());
    assertEquals(SHAPE, dataset.imageShape());
    assertEquals(NAMES, dataset.classNames());
    assertEquals(1, dataset.label(0));
    assertEquals(0, dataset.label(1));
    assertArrayEquals(new byte[] {1, 2}, dataset.image(0));
    assertArrayEquals(new byte[] {3, 4}, dataset.image(1));
  }

  @Test
  void pixelsBecomeFloatsFromZeroToOne() {
    byte[] pixels = new byte[256];
    for (int i = 0; i < 256; i++) {
      pixels[i] = (byte) i;
    }
    Dataset dataset = new Dataset(Shape.of(16, 16, 1), pixels, new int[1], NAMES);
    float[] target = new float[258];
    dataset.copyImage(0, target, 1);
    for (int i = 0; i < 256; i++) {
      assertEquals(i / 255f, target[1 + i]);
    }
    assertEquals(0, target[0]);
    assertEquals(0, target[257]);
    assertEquals(1f, target[256]);
  }

  @Test
  void anImageIsACopy() {
    Dataset dataset = new Dataset(SHAPE, new byte[] {1, 2}, new int[1], NAMES);
    dataset.image(0)[0] = 9;
    assertArrayEquals(new byte[] {1, 2}, dataset.image(0));
  }

  @Test
  void classNamesAreNotChangedThroughTheList() {
    List<String> names = new ArrayList<>(NAMES);
    Dataset dataset = new Dataset(SHAPE, new byte[2], new int[1], names);
    names.clear();
    assertEquals(NAMES, dataset.classNames());
  }

  @Test
  void theFirstImagesKeepTheirOrder() {
    Dataset first = NumberedImages.of(300).first(280);
    assertEquals(IntStream.range(0, 280).boxed().toList(), NumberedImages.numbers(first));
    assertEquals(279 % NumberedImages.CLASSES, first.label(279));
    assertEquals(5, NumberedImages.of(5).first(5).size());
    assertEquals(1, NumberedImages.of(5).first(1).size());
  }

  @Test
  void firstRefusesNoneAndMoreThanThereAre() {
    assertRefused(() -> NumberedImages.of(5).first(0), "0 of 5");
    assertRefused(() -> NumberedImages.of(5).first(6), "6 of 5");
    assertRefused(() -> NumberedImages.of(5).first(-1), "-1 of 5");
  }

  @Test
  void whatIsNoImageIsRefused() {
    assertRefused(
        () -> new Dataset(Shape.of(2), new byte[2], new int[1], NAMES),
        "(height, width, channels)",
        "(2)");
  }

  @Test
  void noImagesAreRefused() {
    assertRefused(() -> new Dataset(SHAPE, new byte[0], new int[0], NAMES), "at least one image");
  }

  @Test
  void imagesAndLabelsOfDifferentNumberAreRefusedWithBoth() {
    assertRefused(
        () -> new Dataset(SHAPE, new byte[5], new int[3], NAMES), "3 labels", "6 bytes", "5 bytes");
  }

  @Test
  void labelsOutOfRangeAreRefusedWithTheirPlace() {
    assertRefused(
        () -> new Dataset(SHAPE, new byte[4], new int[] {0, 2}, NAMES),
        "image 1",
        "label 2",
        "2 classes");
    assertRefused(
        () -> new Dataset(SHAPE, new byte[4], new int[] {-1, 0}, NAMES), "image 0", "label -1");
  }

  @Test
  void aClassNameWithALineBreakIsRefused() {
    assertRefused(
        () -> new Dataset(SHAPE, new byte[2], new int[1], List.of("a\nb")), "'a\nb'", "line break");
    assertRefused(() -> new Dataset(SHAPE, new byte[2], new int[1], List.of("\n")), "line break");
  }

  @Test
  void aClassNameThatIsThereTwiceIsRefused() {
    assertRefused(
        () -> new Dataset(SHAPE, new byte[2], new int[1], List.of("cat", "dog", "cat")),
        "must all be different",
        "[cat, dog, cat]");
  }

  @Test
  void classesAreMatchedByNameWhateverTheirOrder() {
    Dataset dataset = new Dataset(SHAPE, new byte[] {1, 2, 3, 4, 5, 6}, new int[] {1, 0, 1}, NAMES);
    Dataset known = dataset.first(2).withClasses(List.of("dog", "cow", "cat"));
    assertEquals(List.of("dog", "cow", "cat"), known.classNames());
    assertEquals(List.of(0, 2), List.of(known.label(0), known.label(1)));
    assertArrayEquals(new byte[] {3, 4}, known.image(1));
    assertEquals(1, dataset.label(0));
  }

  @Test
  void imagesOfAClassThatIsNotKnownAreRefusedByItsName() {
    Dataset dataset = new Dataset(SHAPE, new byte[4], new int[] {1, 0}, NAMES);
    assertRefused(() -> dataset.withClasses(List.of("cat")), "images of [dog]", "[cat]");
    assertEquals(1, dataset.first(1).withClasses(List.of("dog")).size());
  }
}
