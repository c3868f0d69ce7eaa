package dev.plenum.api.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plenum.api.network.Shape;
import dev.plenum.api.random.CounterRandom;
import dev.plenum.api.random.Purpose;
import dev.plenum.api.random.Seed;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class DatasetNormalisationTest {
  private static final CounterRandom RANDOM =
      CounterRandom.of(Purpose.AUGMENTATION, new Seed(1), 0);
  private static final ImageTransform ADD_ONE = each(value -> value + 1);
  private static final ImageTransform DOUBLE = each(value -> 2 * value);

  private final Dataset plain = new Dataset(
      Shape.of(1, 1, 2),
      new byte[] {0, 51, 102, (byte) 153, (byte) 204, (byte) 255},
      new int[] {0, 1, 0},
      List.of("a", "b"));
  private final Dataset normalised = plain.normalised(ADD_ONE);

  private static ImageTransform each(DoubleUnaryOperator change) {
    return (source, target, offset, shape, random) -> {
      for (int i = 0; i < shape.size(); i++) {
        target[offset + i] = (float) change.applyAsDouble(source[i]);
      }
    };
  }

  /** An image, written between two sentinels. */
  private static float[] image(Dataset dataset, int index) {
    float[] target = {-7, 0, 0, -7};
    dataset.copyImage(index, target, 1);
    return target;
  }

  @Test
  void everyImageHandedOutAsFloatsIsNormalised() {
    assertArrayEquals(new float[] {-7, 1, 1.2f, -7}, image(normalised, 0), 1e-6f);
    assertArrayEquals(new float[] {-7, 1.8f, 2, -7}, image(normalised, 2), 1e-6f);
    assertArrayEquals(new float[] {-7, 0, 0.2f, -7}, image(plain, 0), 1e-6f);
  }

  @Test
  void itComesAfterTheAugmentation() {
    float[] target = {-7, 0, 0, -7};
    normalised.copyImage(1, DOUBLE, RANDOM, new float[2], target, 1);
    assertArrayEquals(new float[] {-7, 2 * 0.4f + 1, 2 * 0.6f + 1, -7}, target, 1e-6f);
    plain.copyImage(1, DOUBLE, RANDOM, new float[2], target, 1);
    assertArrayEquals(new float[] {-7, 2 * 0.4f, 2 * 0.6f, -7}, target, 1e-6f);
  }

  @Test
  void batchesAreNormalisedPlainAndAugmented() {
    Batch batch = new Batch(plain.imageShape(), 2);
    batch.load(normalised, new int[] {2, 0}, 0, 2);
    assertArrayEquals(new float[] {1.8f, 2, 1, 1.2f}, batch.images(), 1e-6f);
    batch.load(normalised, new int[] {2, 0}, 0, 2, DOUBLE, RANDOM);
    assertArrayEquals(new float[] {2.6f, 3, 1, 1.4f}, batch.images(), 1e-6f);
  }

  @Test
  void itSurvivesEveryWayOfTakingAPart() {
    Split random = normalised.split(0.4, new Seed(1));
    Split last = normalised.splitLast(0.4);
    for (Dataset part : List.of(
        random.train(),
        random.validation(),
        last.train(),
        last.validation(),
        normalised.first(1))) {
      float[] image = image(part, 0);
      assertEquals(1 + (part.image(0)[0] & 0xff) / 255f, image[1], 1e-6f);
    }
  }

  @Test
  void anotherReplacesIt() {
    assertArrayEquals(
        new float[] {-7, 0, 0.4f, -7}, image(normalised.normalised(DOUBLE), 0), 1e-6f);
  }

  @Test
  void theImagesThemselvesAreTheSame() {
    assertEquals(plain.sha256(), normalised.sha256());
    assertArrayEquals(plain.image(1), normalised.image(1));
    assertEquals(plain.label(1), normalised.label(1));
    assertEquals(plain.classNames(), normalised.classNames());
    assertEquals(plain.size(), normalised.size());
  }

  @Test
  void itsRandomNumbersAreAlwaysTheSame() {
    Dataset noisy = plain.normalised((source, target, offset, shape, random) -> {
      target[offset] = (float) random.uniform(0);
      target[offset + 1] = (float) random.uniform(1);
    });
    assertArrayEquals(image(noisy, 0), image(noisy, 2));
  }
}
