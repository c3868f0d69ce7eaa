package dev.plenum.api.spi;

import static dev.plenum.api.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

import dev.plenum.api.data.Batch;
import dev.plenum.api.data.Mixup;
import dev.plenum.api.data.NumberedImages;
import dev.plenum.api.network.Dense;
import dev.plenum.api.network.Flatten;
import dev.plenum.api.network.Network;
import dev.plenum.api.network.Sequential;
import dev.plenum.api.network.Shape;
import dev.plenum.api.random.CounterRandom;
import dev.plenum.api.random.Purpose;
import dev.plenum.api.random.Seed;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequirementsTest {
  private static final Network NETWORK =
      Sequential.of(NumberedImages.SHAPE, Flatten.instance(), Dense.of(NumberedImages.CLASSES));

  private static Batch batchOfTwo() {
    Batch batch = new Batch(NumberedImages.SHAPE, 3);
    batch.load(NumberedImages.of(2), new int[] {0, 1}, 0, 2);
    return batch;
  }

  @Test
  void imagesAndLabelsThatFitAreAccepted() {
    assertDoesNotThrow(() -> Requirements.batch(batchOfTwo(), NETWORK.input(), NETWORK.classes()));
    assertDoesNotThrow(() -> Requirements.step(0));
    assertDoesNotThrow(() ->
        Requirements.images(new float[4], 2, new float[6], NETWORK.input(), NETWORK.classes()));
    assertDoesNotThrow(() ->
        Requirements.images(new float[5], 2, new float[7], NETWORK.input(), NETWORK.classes()));
  }

  @Test
  void theOtherLabelOfAMixedImageIsLookedAtToo() {
    Batch batch = new Batch(NumberedImages.SHAPE, 1);
    CounterRandom epoch = CounterRandom.of(Purpose.MIXUP, new Seed(1), 0);
    Mixup mixup = new Mixup(1);
    int image = IntStream.range(0, 90)
        .filter(i -> i % 3 < 2 && mixup.partner(epoch.at(i), 90) % 3 == 2)
        .findFirst()
        .orElseThrow();
    batch.mixBy(mixup, epoch);
    batch.load(NumberedImages.of(90), new int[] {image}, 0, 1);
    assertDoesNotThrow(() -> Requirements.batch(batch, NETWORK.input(), 3));
    assertRefused(
        () -> Requirements.batch(batch, NETWORK.input(), 2),
        "image 0 of the batch has the label 2");
  }

  @Test
  void imagesOfAnotherShapeAreRefusedWithBothShapes() {
    Network other = Sequential.of(Shape.of(2, 1, 1), Flatten.instance(), Dense.of(3));
    assertRefused(
        () -> Requirements.batch(batchOfTwo(), other.input(), other.classes()),
        "the network takes images of shape (2, 1, 1), found (1, 1, 2)");
  }

  @Test
  void anEmptyBatchIsRefused() {
    Batch empty = new Batch(NumberedImages.SHAPE, 1);
    assertRefused(
        () -> Requirements.batch(empty, NETWORK.input(), NETWORK.classes()),
        "a batch needs at least 1 image, found 0");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, NumberedImages.CLASSES, Integer.MAX_VALUE})
  void aLabelOutOfRangeIsRefusedWithItsImage(int label) {
    Batch batch = batchOfTwo();
    batch.labels()[1] = label;
    assertRefused(
        () -> Requirements.batch(batch, NETWORK.input(), NETWORK.classes()),
        String.format(Locale.ROOT, "image 1 of the batch has the label %d", label),
        "3 classes");
  }

  @Test
  void labelsBeyondTheBatchDoNotCount() {
    Batch batch = batchOfTwo();
    batch.labels()[2] = -1;
    assertDoesNotThrow(() -> Requirements.batch(batch, NETWORK.input(), NETWORK.classes()));
  }

  @Test
  void aNegativeStepIsRefused() {
    assertRefused(() -> Requirements.step(-1), "a step is counted from 0, found -1");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1})
  void noImagesAreRefused(int count) {
    assertRefused(
        () -> Requirements.images(
            new float[4], count, new float[6], NETWORK.input(), NETWORK.classes()),
        "the number of images must be at least 1, found " + count);
  }

  @Test
  void tooFewPixelsAreRefused() {
    assertRefused(
        () ->
            Requirements.images(new float[3], 2, new float[6], NETWORK.input(), NETWORK.classes()),
        "2 images of shape (1, 1, 2) are 4 values, found 3");
  }

  @Test
  void tooLittleRoomForTheResultIsRefused() {
    assertRefused(
        () ->
            Requirements.images(new float[4], 2, new float[5], NETWORK.input(), NETWORK.classes()),
        "2 images × 3 classes are 6 outputs, found room for 5");
  }

  @Test
  void moreValuesThanAnArrayHoldsAreRefusedWithTheirTrueNumber() {
    assertRefused(
        () -> Requirements.images(
            new float[4], Integer.MAX_VALUE, new float[6], NETWORK.input(), NETWORK.classes()),
        "4294967294 values");
  }
}
