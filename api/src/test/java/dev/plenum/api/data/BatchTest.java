package dev.plenum.api.data;

import static dev.plenum.api.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.plenum.api.network.Shape;
import dev.plenum.api.random.CounterRandom;
import dev.plenum.api.random.Purpose;
import dev.plenum.api.random.Seed;
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
  void imagesCountTheSameUnlessWeighed() {
    Batch batch = new Batch(NumberedImages.SHAPE, 3);
    batch.load(DATASET, ORDER, 0, 3);
    assertEquals(1, batch.weight(0));
    batch.weighBy(ImageWeights.ofImages(10, 11, 12, 13, 14));
    assertEquals(14, batch.weight(0));
    assertEquals(12, batch.weight(1));
    assertEquals(10, batch.weight(2));
    batch.weighBy(ImageWeights.ofClasses(20, 21, 22));
    assertEquals(21, batch.weight(0), "image 4 is of class 1");
    assertEquals(22, batch.weight(1), "image 2 is of class 2");
    batch.load(DATASET, ORDER, 3, 2);
    assertEquals(21, batch.weight(0), "the weights stay, for the next images");
    batch.weighBy(null);
    assertEquals(1, batch.weight(0));
  }

  @Test
  void knowsWhoseImagesItHasAsTheyStand() {
    Batch batch = new Batch(NumberedImages.SHAPE, 3);
    assertNull(batch.plainDataset());
    batch.load(DATASET, ORDER, 1, 2);
    assertSame(DATASET, batch.plainDataset());
    assertEquals(2, batch.index(0));
    assertEquals(0, batch.index(1));
    ImageTransform black = (source, target, offset, shape, random) -> {};
    batch.load(DATASET, ORDER, 0, 2, black, CounterRandom.of(Purpose.AUGMENTATION, new Seed(1)));
    assertNull(batch.plainDataset(), "augmented");
    batch.load(DATASET, ORDER, 0, 2);
    assertSame(DATASET, batch.plainDataset());
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
