package dev.plenum.api.data;

import static dev.plenum.api.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageWeightsTest {
  private static final ImageWeights CLASSES = ImageWeights.ofClasses(1, 0.5, 3);
  private static final ImageWeights IMAGES = ImageWeights.ofImages(4, 5, 0, 7);

  @Test
  void areFoundByTheLabelOrByTheIndex() {
    assertTrue(CLASSES.isByClass());
    assertEquals(3, CLASSES.of(0, 2));
    assertEquals(0.5, CLASSES.of(2, 1));
    assertFalse(IMAGES.isByClass());
    assertEquals(4, IMAGES.of(0, 2));
    assertEquals(0, IMAGES.of(2, 1));
  }

  @Test
  void cannotBeChangedThroughArrays() {
    double[] values = {1, 2, 3};
    ImageWeights weights = ImageWeights.ofClasses(values);
    values[0] = 9;
    weights.values()[1] = 9;
    assertArrayEquals(new double[] {1, 2, 3}, weights.values());
  }

  /** 10 images of 3 classes, 4 + 3 + 3: so 10 / (3 · 4) and 10 / (3 · 3). */
  @Test
  void balancedOnesLetEveryClassCountTheSame() {
    Dataset dataset = NumberedImages.of(10);
    ImageWeights weights = ImageWeights.balanced().of(dataset);
    assertArrayEquals(new double[] {10 / 12.0, 10 / 9.0, 10 / 9.0}, weights.values());
    double sum = 0;
    for (int i = 0; i < dataset.size(); i++) {
      sum += weights.of(i, dataset.label(i));
    }
    assertEquals(dataset.size(), sum, 1e-12);
  }

  @Test
  void aClassWithoutImagesHasTheBalancedWeightZero() {
    assertArrayEquals(
        new double[] {2 / 3.0, 2 / 3.0, 0},
        ImageWeights.balanced().of(NumberedImages.of(2)).values());
  }

  @Test
  void anotherNumberOfClassesOrImagesIsRefusedWithBoth() {
    CLASSES.of(NumberedImages.of(5));
    IMAGES.of(NumberedImages.of(4));
    assertRefused(
        () -> ImageWeights.ofClasses(1, 2).of(NumberedImages.of(5)),
        "each of the 3 classes, found 2 weights");
    assertRefused(() -> IMAGES.of(NumberedImages.of(5)), "each of the 5 images, found 4 weights");
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, Double.NaN, Double.POSITIVE_INFINITY})
  void otherWeightsAreRefused(double weight) {
    assertRefused(() -> ImageWeights.ofClasses(1, weight), "at least 0", "found " + weight);
    assertRefused(() -> ImageWeights.ofImages(1, weight), "at least 0", "found " + weight);
  }

  @Test
  void thoseOfClassesAreDescribedInFull() {
    assertEquals(List.of(1.0, 0.5, 3.0), CLASSES.describe().get("weights"));
  }

  @Test
  void thoseOfImagesAreDescribedByTheirDigest() {
    Map<String, Object> description = IMAGES.describe();
    assertEquals(description, ImageWeights.ofImages(4, 5, 0, 7).describe());
    assertNotEquals(description, ImageWeights.ofImages(5, 4, 0, 7).describe());
    assertTrue(String.valueOf(description.get("sha256")).matches("[0-9a-f]{64}"));
  }
}
