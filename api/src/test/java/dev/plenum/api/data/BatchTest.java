package dev.plenum.api.data;

import static dev.plenum.api.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.plenum.api.network.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;

class BatchTest {
  private static final int[] ORDER = {4, 2, 0, 1, 3};
  private static final Dataset DATASET = NumberedImages.of(5);

  @Test
  void takesTheImagesInTheOrderGiven() {
    Batch batch = new Batch(NumberedImages.SHAPE, 3);
    batch.load(DATASET, ORDER, 1, 3);
    assertEquals(3, batch.size());
    assertEquals(NumberedImages.SHAPE, batch.imageShape());
    assertEquals(List.of(2, 0, 1), NumberedImages.numbers(batch));
    assertEquals(2, batch.labels()[0]);
    assertEquals(0, batch.labels()[1]);
    assertEquals(1, batch.labels()[2]);
  }

  @Test
  void reusesItsArraysAlsoForFewerImages() {
    Batch batch = new Batch(NumberedImages.SHAPE, 3);
    batch.load(DATASET, ORDER, 0, 3);
    float[] images = batch.images();
    int[] labels = batch.labels();
    batch.load(DATASET, ORDER, 3, 2);
    assertSame(images, batch.images());
    assertSame(labels, batch.labels());
    assertEquals(List.of(1, 3), NumberedImages.numbers(batch));
  }

  @Test
  void mayHoldOneImage() {
    Batch batch = new Batch(NumberedImages.SHAPE, 1);
    batch.load(DATASET, ORDER, 4, 1);
    assertEquals(List.of(3), NumberedImages.numbers(batch));
  }

  @Test
  void isEmptyAtFirst() {
    assertEquals(0, new Batch(NumberedImages.SHAPE, 3).size());
  }

  @Test
  void imagesOfAnotherShapeAreRefusedWithBoth() {
    Batch batch = new Batch(Shape.of(2, 1, 1), 3);
    assertRefused(() -> batch.load(DATASET, ORDER, 0, 1), "(2, 1, 1)", "(1, 1, 2)");
  }

  @Test
  void moreImagesThanItHoldsAreRefused() {
    Batch batch = new Batch(NumberedImages.SHAPE, 3);
    assertRefused(() -> batch.load(DATASET, ORDER, 0, 4), "1 to 3", "found 4");
    assertRefused(() -> batch.load(DATASET, ORDER, 0, 0), "1 to 3", "found 0");
    assertEquals(0, batch.size());
  }

  @Test
  void aCapacityThatIsNotPositiveOrTooLargeIsRefused() {
    assertRefused(() -> new Batch(NumberedImages.SHAPE, 0), "found 0 images");
    assertRefused(() -> new Batch(NumberedImages.SHAPE, -3), "found -3 images");
    assertRefused(() -> new Batch(Shape.of(1000, 1000, 3), 1000), "2^31 - 1", "(1000, 1000, 3)");
  }
}
