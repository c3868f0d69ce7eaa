package dev.plenum.api.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.random.CounterRandom;
import dev.plenum.api.random.Purpose;
import dev.plenum.api.random.Seed;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MixedBatchTest {
  private static final int IMAGES = 40;
  private static final Dataset DATASET = NumberedImages.of(IMAGES);
  private static final int[] ORDER = IntStream.range(0, IMAGES).toArray();
  private static final Mixup MIXUP = new Mixup(1);
  private static final CounterRandom MIXING = CounterRandom.of(Purpose.MIXUP, new Seed(4), 2);
  private static final CounterRandom NUMBERS =
      CounterRandom.of(Purpose.AUGMENTATION, new Seed(4), 2);

  /** Adds a random number to every pixel. */
  private static final ImageTransform SHIFTED = (source, target, offset, shape, random) -> {
    for (int i = 0; i < shape.size(); i++) {
      target[offset + i] = source[i] + (float) random.uniform(0);
    }
  };

  private static final ImageTransform TRIPLED = (source, target, offset, shape, random) -> {
    for (int i = 0; i < shape.size(); i++) {
      target[offset + i] = 3 * source[i];
    }
  };

  private static Batch mixed() {
    Batch batch = new Batch(NumberedImages.SHAPE, IMAGES);
    batch.mixBy(MIXUP, MIXING);
    return batch;
  }

  private static int partner(int image) {
    return MIXUP.partner(MIXING.at(image), IMAGES);
  }

  private static double share(int image) {
    return MIXUP.share(MIXING.at(image));
  }

  @Test
  void everyImageIsTheSumOfBothAsTheyAreByThemselves() {
    Dataset normalised = DATASET.normalised(TRIPLED);
    Batch plain = new Batch(NumberedImages.SHAPE, IMAGES);
    Batch mixed = mixed();
    plain.load(normalised, ORDER, 0, IMAGES, SHIFTED, NUMBERS);
    mixed.load(normalised, ORDER, 0, IMAGES, SHIFTED, NUMBERS);
    for (int image = 0; image < IMAGES; image++) {
      for (int i = 0; i < 2; i++) {
        double expected = share(image) * plain.images()[2 * image + i]
            + (1 - share(image)) * plain.images()[2 * partner(image) + i];
        assertEquals((float) expected, mixed.images()[2 * image + i]);
      }
    }
    assertNull(mixed.plainDataset());
  }

  @Test
  void itKnowsBothLabelsAndTheirWeights() {
    Batch batch = mixed();
    double[] weights = IntStream.range(0, IMAGES).mapToDouble(i -> i).toArray();
    batch.weighBy(ImageWeights.ofImages(weights));
    batch.load(DATASET, ORDER, 10, 20);
    for (int i = 0; i < 20; i++) {
      int image = 10 + i;
      assertEquals(image % 3, batch.labels()[i]);
      assertEquals(partner(image) % 3, batch.otherLabel(i));
      assertEquals(share(image), batch.share(i));
      assertEquals(image, batch.weight(i));
      assertEquals(partner(image), batch.otherWeight(i));
    }
    batch.weighBy(ImageWeights.ofClasses(1, 2, 3));
    assertEquals(1 + partner(10) % 3, batch.otherWeight(0));
    double[] factors = new double[IMAGES];
    factors[10] = 5;
    batch.multiplyBy(factors);
    assertEquals(5 * (1 + 10 % 3), batch.weight(0));
    assertEquals(5 * (1 + partner(10) % 3), batch.otherWeight(0), "its own factor for both labels");
    assertEquals(0, batch.weight(1));
  }

  @Test
  void imagesAreMixedTheSameInWhateverOrderTheyAreMade() {
    Batch forward = mixed();
    Batch backward = mixed();
    int[] reversed = IntStream.range(0, IMAGES).map(i -> IMAGES - 1 - i).toArray();
    forward.load(DATASET, ORDER, 0, IMAGES, SHIFTED, NUMBERS);
    backward.load(DATASET, reversed, 0, IMAGES, SHIFTED, NUMBERS);
    float[] room = new float[2];
    IntStream.of(reversed).forEach(image -> backward.make(image, room));
    for (int image = 0; image < IMAGES; image++) {
      int there = IMAGES - 1 - image;
      assertArrayEquals(
          Arrays.copyOfRange(forward.images(), 2 * image, 2 * image + 2),
          Arrays.copyOfRange(backward.images(), 2 * there, 2 * there + 2));
    }
  }

  @Test
  void anImageThatIsNotMixedHasItsOwnLabelAlone() {
    Batch batch = new Batch(NumberedImages.SHAPE, 3);
    batch.load(DATASET, ORDER, 4, 3);
    assertEquals(1, batch.share(0));
    assertEquals(1, batch.otherLabel(0));
    assertEquals(1, batch.otherWeight(0));
    assertTrue(batch.plainDataset() == DATASET);
  }
}
