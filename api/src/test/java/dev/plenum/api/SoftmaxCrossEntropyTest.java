package dev.plenum.api;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.data.Batch;
import dev.plenum.api.data.ImageWeights;
import dev.plenum.api.data.Mixup;
import dev.plenum.api.data.NumberedImages;
import dev.plenum.api.random.CounterRandom;
import dev.plenum.api.random.Purpose;
import dev.plenum.api.random.Seed;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SoftmaxCrossEntropyTest {
  private static final int CLASSES = 10;

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 1, 10, 80})
  void agreesWithTheTextbookFormulaWhereThatDoesNotOverflow(double spread) {
    for (int image = 0; image < 50; image++) {
      float[] logits = logits(image, spread);
      float[] probabilities = new float[CLASSES];
      SoftmaxCrossEntropy.probabilities(logits, 0, CLASSES, probabilities, 0);
      for (int label = 0; label < CLASSES; label++) {
        double p = naiveProbability(logits, label);
        assertEquals(p, probabilities[label], 1e-7);
        double loss = SoftmaxCrossEntropy.loss(logits, 0, CLASSES, label);
        assertEquals(-StrictMath.log(p), loss, 1e-12 * Math.max(1, loss));
      }
    }
  }

  private static final Loss PLAIN = Loss.SPARSE_CATEGORICAL_CROSSENTROPY;

  private static double naiveProbability(float[] logits, int label) {
    double sum = 0;
    for (float logit : logits) {
      sum += StrictMath.exp(logit);
    }
    return StrictMath.exp(logits[label]) / sum;
  }

  @Test
  void theGradientAgreesWithCentralDifferences() {
    float step = 0x1p-8f;
    for (int image = 0; image < 20; image++) {
      float[] logits = logits(image, 3);
      float[] gradient = new float[CLASSES];
      int label = image % CLASSES;
      SoftmaxCrossEntropy.lossAndGradient(logits, 0, CLASSES, label, PLAIN, 1, gradient, 0);
      for (int i = 0; i < CLASSES; i++) {
        float[] up = logits.clone();
        float[] down = logits.clone();
        up[i] += step;
        down[i] -= step;
        double difference = SoftmaxCrossEntropy.loss(up, 0, CLASSES, label)
            - SoftmaxCrossEntropy.loss(down, 0, CLASSES, label);
        assertEquals(difference / ((double) up[i] - down[i]), gradient[i], 1e-5);
      }
    }
  }

  @Test
  void smoothedTargetsMixTheLabelWithAllClasses() {
    Loss smoothed = new Loss(0.2);
    float[] logits = {1, -2, 0.5f, 3};
    double expected = 0;
    float[] gradient = new float[4];
    double loss = SoftmaxCrossEntropy.lossAndGradient(logits, 0, 4, 2, smoothed, 1, gradient, 0);
    for (int i = 0; i < 4; i++) {
      double target = i == 2 ? 0.85 : 0.05;
      double p = naiveProbability(logits, i);
      expected -= target * StrictMath.log(p);
      assertEquals(p - target, gradient[i], 1e-7);
    }
    assertEquals(expected, loss, 1e-12);
    assertEquals(expected, smoothed.of(logits, 0, 4, 2), 1e-12);
  }

  @Test
  void lossAndGradientGivesTheLossAndTheScaledGradient() {
    float[] logits = logits(1, 2);
    float[] probabilities = new float[CLASSES];
    float[] gradient = new float[CLASSES];
    SoftmaxCrossEntropy.probabilities(logits, 0, CLASSES, probabilities, 0);
    double loss =
        SoftmaxCrossEntropy.lossAndGradient(logits, 0, CLASSES, 4, PLAIN, 0.25, gradient, 0);
    assertEquals(SoftmaxCrossEntropy.loss(logits, 0, CLASSES, 4), loss);
    for (int i = 0; i < CLASSES; i++) {
      assertEquals(0.25 * (probabilities[i] - (i == 4 ? 1 : 0)), gradient[i], 1e-8);
    }
  }

  @Test
  void aMixedImageHasTheWeightedLossesOfBothLabels() {
    int images = 30;
    Mixup mixup = new Mixup(1);
    CounterRandom epoch = CounterRandom.of(Purpose.MIXUP, new Seed(5), 0);
    Batch batch = new Batch(NumberedImages.SHAPE, images);
    batch.weighBy(ImageWeights.ofClasses(0.5, 1, 2));
    batch.mixBy(mixup, epoch);
    batch.load(NumberedImages.of(images), IntStream.range(0, images).toArray(), 0, images);
    Loss loss = new Loss(0.1);
    for (int image = 0; image < images; image++) {
      float[] logits = Arrays.copyOf(logits(image, 2), 3);
      float[] gradient = new float[3];
      double found =
          SoftmaxCrossEntropy.lossAndGradient(logits, 0, 3, batch, image, loss, gradient, 0);
      int label = image % 3;
      int other = mixup.partner(epoch.at(image), images) % 3;
      double own = mixup.share(epoch.at(image)) * batch.weight(image);
      double rest = (1 - mixup.share(epoch.at(image))) * batch.otherWeight(image);
      float[] ofLabel = new float[3];
      float[] ofOther = new float[3];
      double expected = own
              * SoftmaxCrossEntropy.lossAndGradient(logits, 0, 3, label, loss, own, ofLabel, 0)
          + rest * SoftmaxCrossEntropy.lossAndGradient(logits, 0, 3, other, loss, rest, ofOther, 0);
      assertEquals(expected, found, 1e-12);
      assertEquals(
          mixup.share(epoch.at(image)) * loss.of(logits, 0, 3, label)
              + (1 - mixup.share(epoch.at(image))) * loss.of(logits, 0, 3, other),
          batch.loss(image),
          1e-12,
          "without weights");
      for (int i = 0; i < 3; i++) {
        assertEquals((ofLabel[i] + ofOther[i]) / images, gradient[i], 1e-8);
      }
    }
  }

  @Test
  void anImageThatIsNotMixedHasItsLossTimesItsWeight() {
    Batch batch = new Batch(NumberedImages.SHAPE, 4);
    batch.weighBy(ImageWeights.ofClasses(0.5, 1, 2));
    batch.load(NumberedImages.of(4), new int[] {0, 1, 2, 3}, 0, 4);
    float[] logits = {1, -2, 0.5f};
    float[] expected = new float[3];
    float[] gradient = new float[3];
    double loss = SoftmaxCrossEntropy.lossAndGradient(logits, 0, 3, 2, PLAIN, 0.5, expected, 0);
    assertEquals(
        2 * loss, SoftmaxCrossEntropy.lossAndGradient(logits, 0, 3, batch, 2, PLAIN, gradient, 0));
    assertEquals(loss, batch.loss(2), "without the weight");
    assertTrue(Double.isNaN(batch.loss(1)), "not computed yet");
    assertArrayEquals(expected, gradient);
  }

  @Test
  void onlyTheImageAtTheOffsetIsReadAndWritten() {
    float[] logits = {9, 1, 2, 9};
    float[] probabilities = {-1, -1, -1, -1};
    float[] gradient = {-5, -5, -5, -5};
    SoftmaxCrossEntropy.probabilities(logits, 1, 2, probabilities, 2);
    SoftmaxCrossEntropy.lossAndGradient(logits, 1, 2, 1, PLAIN, 1, gradient, 1);
    float p = (float) (1 / (1 + StrictMath.exp(1)));
    assertArrayEquals(new float[] {-1, -1, p, 1 - p}, probabilities, 1e-7f);
    assertArrayEquals(new float[] {-5, p, -p, -5}, gradient, 1e-7f);
    assertEquals(StrictMath.log(1 + StrictMath.exp(-1)), SoftmaxCrossEntropy.loss(logits, 1, 2, 1));
  }

  @Test
  void extremeLogitsNeitherOverflowNorUnderflow() {
    float[] logits = {-Float.MAX_VALUE, 1000, Float.MAX_VALUE};
    float[] probabilities = new float[3];
    float[] gradient = new float[3];
    SoftmaxCrossEntropy.probabilities(logits, 0, 3, probabilities, 0);
    assertArrayEquals(new float[] {0, 0, 1}, probabilities);
    assertEquals(0, SoftmaxCrossEntropy.loss(logits, 0, 3, 2));
    double loss = SoftmaxCrossEntropy.lossAndGradient(logits, 0, 3, 0, PLAIN, 1, gradient, 0);
    assertEquals(2.0 * Float.MAX_VALUE, loss);
    assertArrayEquals(new float[] {-1, 0, 1}, gradient);
  }

  @Test
  void aCertainButWrongAnswerHasALossThatLnOfAFloatProbabilityWouldLose() {
    assertEquals(200, SoftmaxCrossEntropy.loss(new float[] {200, 0}, 0, 2, 1));
  }

  @Test
  void aCommonShiftOfAllLogitsChangesNothing() {
    float[] logits = {1, 5, -3};
    float[] shifted = {1025, 1029, 1021};
    assertEquals(
        SoftmaxCrossEntropy.loss(logits, 0, 3, 0), SoftmaxCrossEntropy.loss(shifted, 0, 3, 0));
  }

  @ParameterizedTest
  @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY})
  void aLogitThatDivergedMakesTheLossNaN(float diverged) {
    for (int i = 0; i < 3; i++) {
      float[] logits = {1, 2, 3};
      logits[i] = diverged;
      for (int label = 0; label < 3; label++) {
        assertTrue(Double.isNaN(SoftmaxCrossEntropy.loss(logits, 0, 3, label)));
      }
    }
  }

  @Test
  void argmaxIsTheFirstOfTheLargest() {
    assertEquals(1, SoftmaxCrossEntropy.argmax(new float[] {1, 3, 3, 2}, 0, 4));
    assertEquals(0, SoftmaxCrossEntropy.argmax(new float[] {9, -3, -3, 9}, 1, 2));
    assertEquals(2, SoftmaxCrossEntropy.argmax(new float[] {-3, -2, -1}, 0, 3));
    assertEquals(0, SoftmaxCrossEntropy.argmax(new float[] {7}, 0, 1));
  }

  private static float[] logits(int image, double spread) {
    CounterRandom random = CounterRandom.of(Purpose.GENERATION, new Seed(5), image);
    float[] logits = new float[CLASSES];
    for (int i = 0; i < CLASSES; i++) {
      logits[i] = (float) random.uniform(i, -spread, spread);
    }
    return logits;
  }
}
