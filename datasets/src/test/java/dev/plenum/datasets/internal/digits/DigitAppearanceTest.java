package dev.plenum.datasets.internal.digits;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.data.Dataset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the images look like, in numbers. */
class DigitAppearanceTest {
  private static final int SIZE = 28;
  private static final int IMAGES = 2_000;

  private static Dataset train;
  private static Dataset test;

  @BeforeAll
  static void draw() {
    train = GeneratedDigits.part(GeneratedDigits.TRAINING, IMAGES);
    test = GeneratedDigits.part(GeneratedDigits.TEST, 200);
  }

  @Test
  void theMeanInkIsThatOfHandwrittenDigits() {
    double sum = 0;
    for (int i = 0; i < IMAGES; i++) {
      sum += ink(train.image(i));
    }
    double mean = sum / IMAGES;
    assertTrue(mean > 0.06 && mean < 0.16, "mean ink " + mean);
  }

  @Test
  void noImageIsEmptyOrFlooded() {
    for (int i = 0; i < IMAGES; i++) {
      double ink = ink(train.image(i));
      assertTrue(ink > 0.01 && ink < 0.4, "image " + i + " has mean ink " + ink);
    }
  }

  @Test
  void everyDigitStandsOutFromThePaper() {
    for (int i = 0; i < IMAGES; i++) {
      int bright = 0;
      for (byte pixel : train.image(i)) {
        bright += (pixel & 0xff) > 64 ? 1 : 0;
      }
      assertTrue(bright >= 15, "image " + i + " has " + bright + " bright pixels");
    }
  }

  @Test
  void theBorderIsFreeButForSpecks() {
    double sum = 0;
    for (int i = 0; i < IMAGES; i++) {
      byte[] image = train.image(i);
      for (int k = 0; k < SIZE; k++) {
        sum += (image[k] & 0xff) + (image[(SIZE - 1) * SIZE + k] & 0xff);
        sum += (image[k * SIZE] & 0xff) + (image[k * SIZE + SIZE - 1] & 0xff);
      }
    }
    double mean = sum / 255 / IMAGES / (4 * SIZE);
    assertTrue(mean < 0.005, "mean ink of the border " + mean);
  }

  @Test
  void digitsLieNearTheMiddleButNotAlwaysAtTheSamePlace() {
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < IMAGES; i++) {
      double offset = meanColumn(train.image(i)) - (SIZE - 1) / 2.0;
      assertTrue(Math.abs(offset) < 5, "image " + i + " lies off the middle by " + offset);
      sum += offset;
      squares += offset * offset;
    }
    assertTrue(Math.abs(sum / IMAGES) < 0.3, "mean offset " + sum / IMAGES);
    double deviation = Math.sqrt(squares / IMAGES);
    assertTrue(deviation > 0.8 && deviation < 2.5, "deviation of the offset " + deviation);
  }

  /** Easy enough to be worth learning, too hard for comparing pixels. */
  @Test
  void theNearestTrainingImageOftenButNotAlwaysHasTheRightClass() {
    int correct = 0;
    for (int i = 0; i < test.size(); i++) {
      correct += train.label(nearest(test.image(i))) == test.label(i) ? 1 : 0;
    }
    double accuracy = (double) correct / test.size();
    assertTrue(accuracy > 0.7 && accuracy < 0.98, "accuracy " + accuracy);
  }

  private static int nearest(byte[] image) {
    int nearest = -1;
    int least = Integer.MAX_VALUE;
    for (int i = 0; i < IMAGES; i++) {
      byte[] other = train.image(i);
      int distance = 0; // at most 784 · 255², far below 2³¹
      for (int k = 0; k < image.length; k++) {
        int difference = (image[k] & 0xff) - (other[k] & 0xff);
        distance += difference * difference;
      }
      if (distance < least) {
        least = distance;
        nearest = i;
      }
    }
    return nearest;
  }

  private static double ink(byte[] image) {
    long sum = 0;
    for (byte pixel : image) {
      sum += pixel & 0xff;
    }
    return sum / 255.0 / image.length;
  }

  private static double meanColumn(byte[] image) {
    double sum = 0;
    double weighted = 0;
    for (int k = 0; k < image.length; k++) {
      sum += image[k] & 0xff;
      weighted += (image[k] & 0xff) * (double) (k % SIZE);
    }
    return weighted / sum;
  }
}
