package dev.plenum.datasets.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.data.Dataset;
import dev.plenum.api.data.TrainTest;
import dev.plenum.api.network.Shape;
import dev.plenum.datasets.Datasets;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QuickAuditTest {
  /** Images of two pixels each, of the first class but for one. */
  private static Dataset images(int... values) {
    byte[] pixels = new byte[2 * values.length];
    for (int i = 0; i < values.length; i++) {
      pixels[2 * i] = (byte) (values[i] >> 8);
      pixels[2 * i + 1] = (byte) values[i];
    }
    int[] labels = new int[values.length];
    labels[0] = 1;
    return new Dataset(Shape.of(1, 2, 1), pixels, labels, List.of("cat", "dog"));
  }

  private static QuickAudit audit(Dataset train, Dataset test) {
    return QuickAudit.of(new TrainTest("some", train, test, ""));
  }

  @Test
  void testImagesThatAreTrainingImagesAreCounted() {
    QuickAudit audit = audit(images(1, 2, 3, 4, 300, 300), images(9, 300, 2, 2, 0x0301));

    assertEquals(3, audit.leaked());
    assertEquals(
        Optional.of(
            "3 of 5 test images are training images too, so that the result of the test is too good"),
        audit.warning());
  }

  /** Arrays whose hash codes are the same are not the same arrays: (0, 31) and (1, 0). */
  @Test
  void imagesAreComparedPixelByPixel() {
    assertEquals(0, audit(images(31, 7), images(256, 9)).leaked());
  }

  @Test
  void classesOfVeryDifferentSizesAreNamed() {
    QuickAudit even = audit(images(IntStream.range(0, 10).toArray()), images(1000, 1001));
    QuickAudit uneven = audit(images(IntStream.range(0, 11).toArray()), images(1000, 1001));

    assertFalse(even.isImbalanced());
    assertTrue(even.warning().isEmpty());
    assertTrue(uneven.isImbalanced());
    assertEquals(
        Optional.of("the largest class has 10 training images, the class 'dog' has 1"),
        uneven.warning());
  }

  @Test
  void thereIsNothingToSayOfTheEmbeddedDigits() throws IOException {
    assertTrue(QuickAudit.of(Datasets.digits().load()).warning().isEmpty());
  }
}
