package dev.plenum.augmentation;

import static dev.plenum.augmentation.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import dev.plenum.api.data.ImageTransform;
import dev.plenum.api.network.Shape;
import dev.plenum.api.random.CounterRandom;
import org.junit.jupiter.api.Test;

class TransformSequenceTest {
  private static final Shape SHAPE = Shape.of(4, 5, 2);
  private static final CounterRandom RANDOM = Images.numbers(3);

  private static ImageTransform eachPixel(float factor, float summand) {
    return (source, target, offset, shape, random) -> {
      for (int i = 0; i < shape.size(); i++) {
        target[offset + i] = source[i] * factor + summand;
      }
    };
  }

  @Test
  void transformsAreAppliedInOrder() {
    float[] image = {1, 2};
    TransformSequence sequence =
        TransformSequence.of(eachPixel(2, 0), eachPixel(1, 3), eachPixel(10, 0));
    assertArrayEquals(
        new float[] {50, 70}, Images.apply(sequence, image, Shape.of(1, 2, 1), RANDOM));
  }

  @Test
  void whatComesBehindDoesNotChangeTheDrawsOfTheFirst() {
    ImageTransform augmentation = ImageAugmentation.referenceExperiment();
    float[] image = Images.random(SHAPE, 1);
    assertArrayEquals(
        Images.apply(augmentation, image, SHAPE, RANDOM),
        Images.apply(
            TransformSequence.of(augmentation, eachPixel(1, 0), eachPixel(1, 0)),
            image,
            SHAPE,
            RANDOM));
  }

  @Test
  void theOthersDrawNumbersOfTheirOwn() {
    ImageTransform drawn =
        (source, target, offset, shape, random) -> target[offset] = (float) random.uniform(0);
    ImageTransform keep = eachPixel(1, 0);
    Shape pixel = Shape.of(1, 1, 1);
    assertArrayEquals(
        new float[] {(float) RANDOM.uniform(0)},
        Images.apply(TransformSequence.of(drawn), new float[1], pixel, RANDOM));
    assertArrayEquals(
        new float[] {(float) RANDOM.at(2).uniform(0)},
        Images.apply(TransformSequence.of(keep, keep, drawn), new float[1], pixel, RANDOM));
  }

  @Test
  void anEmptySequenceIsRefused() {
    assertRefused(TransformSequence::of, "at least one transform");
  }
}
