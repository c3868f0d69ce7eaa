package dev.plenum.api.data;

import static dev.plenum.api.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.plenum.api.network.Shape;
import dev.plenum.api.random.CounterRandom;
import dev.plenum.api.random.Purpose;
import dev.plenum.api.random.Seed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AugmentedBatchTest {
  private static final Dataset DATASET = NumberedImages.of(6);
  private static final int[] ORDER = {4, 2, 0, 1, 3, 5};
  private static final CounterRandom EPOCH = CounterRandom.of(Purpose.AUGMENTATION, new Seed(3), 9);

  /** Replaces an image by two of its random numbers. */
  private static final ImageTransform NOISE = (source, target, offset, shape, random) -> {
    target[offset] = (float) random.uniform(0);
    target[offset + 1] = (float) random.uniform(1);
  };

  /** The pixels that each image becomes. */
  private static Map<Integer, List<Float>> noise(int[] order, int batchSize) {
    Map<Integer, List<Float>> pixels = new HashMap<>();
    Batch batch = new Batch(NumberedImages.SHAPE, batchSize);
    for (int from = 0; from < order.length; from += batchSize) {
      int count = Math.min(batchSize, order.length - from);
      batch.load(DATASET, order, from, count, NOISE, EPOCH);
      for (int i = 0; i < count; i++) {
        pixels.put(order[from + i], List.of(batch.images()[2 * i], batch.images()[2 * i + 1]));
      }
    }
    return pixels;
  }

  @Test
  void anImageGetsTheNumbersAtItsIndex() {
    Map<Integer, List<Float>> pixels = noise(ORDER, 4);
    for (int index = 0; index < 6; index++) {
      CounterRandom random = CounterRandom.of(Purpose.AUGMENTATION, new Seed(3), 9, index);
      assertEquals(
          List.of((float) random.uniform(0), (float) random.uniform(1)), pixels.get(index));
    }
  }

  @Test
  void theResultDependsOnNeitherOrderNorBatchSize() {
    Map<Integer, List<Float>> expected = noise(ORDER, 6);
    int[] sorted = ORDER.clone();
    Arrays.sort(sorted);
    for (int batchSize = 1; batchSize <= 6; batchSize++) {
      assertEquals(expected, noise(ORDER, batchSize));
      assertEquals(expected, noise(sorted, batchSize));
    }
  }

  @Test
  void theTransformGetsPixelsFromZeroToOneAndTheShape() {
    ImageTransform halved = (source, target, offset, shape, random) -> {
      assertEquals(NumberedImages.SHAPE, shape);
      for (int i = 0; i < shape.size(); i++) {
        target[offset + i] = source[i] / 2;
      }
    };
    Batch batch = new Batch(NumberedImages.SHAPE, 2);
    batch.load(DATASET, ORDER, 0, 2, halved, EPOCH);
    assertArrayEquals(new float[] {0, 4 / 255f / 2, 0, 2 / 255f / 2}, batch.images());
    assertArrayEquals(new int[] {1, 2}, batch.labels());
    assertEquals(2, batch.size());
  }

  @Test
  void aTransformMayOverwriteItsSource() {
    ImageTransform destroyer = (source, target, offset, shape, random) -> {
      System.arraycopy(source, 0, target, offset, shape.size());
      Arrays.fill(source, Float.NaN);
    };
    Batch batch = new Batch(NumberedImages.SHAPE, 6);
    batch.load(DATASET, ORDER, 0, 6, destroyer, EPOCH);
    batch.load(DATASET, ORDER, 0, 6, destroyer, EPOCH);
    assertEquals(List.of(4, 2, 0, 1, 3, 5), NumberedImages.numbers(batch));
    assertEquals(List.of(0, 1, 2, 3, 4, 5), NumberedImages.numbers(DATASET));
  }

  @Test
  void aPlainBatchInTheSameArraysIsNotAugmented() {
    Batch batch = new Batch(NumberedImages.SHAPE, 3);
    float[] images = batch.images();
    batch.load(DATASET, ORDER, 0, 3, NOISE, EPOCH);
    batch.load(DATASET, ORDER, 0, 3);
    assertSame(images, batch.images());
    assertEquals(List.of(4, 2, 0), NumberedImages.numbers(batch));
  }

  @Test
  void whatDoesNotFitIsRefused() {
    Batch other = new Batch(Shape.of(2, 1, 1), 3);
    assertRefused(() -> other.load(DATASET, ORDER, 0, 1, NOISE, EPOCH), "(2, 1, 1)", "(1, 1, 2)");
    Batch batch = new Batch(NumberedImages.SHAPE, 3);
    assertRefused(() -> batch.load(DATASET, ORDER, 0, 4, NOISE, EPOCH), "1 to 3", "found 4");
    assertRefused(() -> batch.load(DATASET, ORDER, 0, 0, NOISE, EPOCH), "1 to 3", "found 0");
  }

  @Test
  void anImageIsMadeOnceAndOnlyWhenItIsNeeded() {
    List<Integer> made = new ArrayList<>();
    ImageTransform recorder = (source, target, offset, shape, random) -> {
      made.add(offset / shape.size());
      System.arraycopy(source, 0, target, offset, shape.size());
    };
    Batch batch = new Batch(NumberedImages.SHAPE, 3);
    batch.load(DATASET, ORDER, 0, 3, recorder, EPOCH);
    assertEquals(List.of(), made);
    batch.make(2, new float[NumberedImages.SHAPE.size()]);
    assertEquals(List.of(2), made);
    assertEquals(List.of(4, 2, 0), NumberedImages.numbers(batch));
    assertEquals(List.of(2, 0, 1), made);
  }
}
