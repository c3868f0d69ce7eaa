package dev.plenum.augmentation;

import static dev.plenum.augmentation.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.data.Dataset;
import dev.plenum.api.network.Shape;
import dev.plenum.api.tensor.NamedTensors;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ImageNormalisationTest {
  private static final Shape SHAPE = Shape.of(3, 4, 2);
  private static final ImageNormalisation NONE = ImageNormalisation.none();

  private static float[] apply(ImageNormalisation normalisation, float[] image, Shape shape) {
    return Images.apply(normalisation, image, shape, Images.numbers(0));
  }

  @Test
  void nothingAskedForChangesNothingAndNeedsNoFit() {
    float[] image = Images.random(SHAPE, 1);
    assertFalse(NONE.needsFit());
    assertTrue(NONE.isFitted());
    assertEquals(NamedTensors.empty(), NONE.statistics());
    assertArrayEquals(image, apply(NONE, image, SHAPE));
  }

  @Test
  void rescalingMultiplies() {
    assertArrayEquals(
        new float[] {0, 1, 2}, apply(NONE.rescale(2), new float[] {0, 0.5f, 1}, Shape.of(1, 3, 1)));
  }

  @Test
  void samplewiseCentringSubtractsTheImagesMean() {
    // The mean over all pixels and channels is 0.5.
    assertArrayEquals(
        new float[] {-0.5f, -0.25f, 0.25f, 0.5f},
        apply(NONE.samplewiseCenter(), new float[] {0, 0.25f, 0.75f, 1}, Shape.of(1, 2, 2)));
  }

  @Test
  void samplewiseStdCentresAndDivides() {
    // Mean 0.5, deviation 0.5.
    float one = (float) (0.5 / 0.500001);
    assertArrayEquals(
        new float[] {-one, one, one, -one},
        apply(NONE.samplewiseStd(), new float[] {0, 1, 1, 0}, Shape.of(2, 2, 1)));
    assertArrayEquals(
        new float[4],
        apply(NONE.samplewiseStd(), Images.plain(Shape.of(2, 2, 1), 0.25f), Shape.of(2, 2, 1)));
  }

  @Test
  void theFunctionComesFirstThenRescalingThenTheImagesMean() {
    ImageNormalisation normalisation = NONE.samplewiseCenter()
        .rescale(10)
        .preprocessing("square", (source, target, offset, shape, random) -> {
          for (int i = 0; i < shape.size(); i++) {
            target[offset + i] = source[i] * source[i];
          }
        });
    // Squares 0.25 and 1, times ten, minus 6.25.
    assertArrayEquals(
        new float[] {-3.75f, 3.75f},
        apply(normalisation, new float[] {0.5f, 1}, Shape.of(1, 2, 1)));
  }

  @Test
  void featurewiseStatisticsAreThoseOfEachChannelExactly() {
    // First channel 0 0 1 1 (mean 0.5, deviation 0.5), second 1 1 1 1.
    byte on = (byte) 255;
    Dataset dataset = Images.dataset(Shape.of(1, 2, 2), new byte[] {0, on, 0, on, on, on, on, on});
    ImageNormalisation fitted = NONE.featurewiseStd().fit(dataset);
    assertEquals(
        List.of("featurewise/mean", "featurewise/std"), fitted.statistics().names());
    assertArrayEquals(
        new float[] {0.5f, 1}, fitted.statistics().get("featurewise/mean").toArray());
    assertArrayEquals(
        new float[] {0.5f, 0}, fitted.statistics().get("featurewise/std").toArray());
    float one = (float) (0.5 / (0.5 + 1e-6));
    assertArrayEquals(
        new float[] {-one, 0, one, -500_000},
        apply(fitted, new float[] {0, 1, 1, 0.5f}, Shape.of(1, 2, 2)),
        0.1f);
  }

  @Test
  void featurewiseCentringLeavesTheDeviationAlone() {
    Dataset dataset = Images.dataset(SHAPE, 20, 1);
    ImageNormalisation fitted = NONE.featurewiseCenter().fit(dataset);
    assertEquals(List.of("featurewise/mean"), fitted.statistics().names());
    float[] mean = fitted.statistics().get("featurewise/mean").toArray();
    float[] image = Images.random(SHAPE, 5);
    float[] centred = apply(fitted, image, SHAPE);
    for (int i = 0; i < image.length; i++) {
      assertEquals(image[i] - mean[i % 2], centred[i], 0f);
    }
  }

  @Test
  void normalisedTrainingImagesHaveMeanZeroAndDeviationOne() {
    Dataset dataset = Images.dataset(SHAPE, 100, 2);
    Dataset normalised = dataset.normalised(NONE.featurewiseStd().fit(dataset));
    double[] means = Moments.means(normalised, 2);
    assertArrayEquals(new double[2], means, 1e-6);
    assertArrayEquals(new double[] {1, 1}, Moments.deviations(normalised, means), 1e-5);
  }

  @Test
  void statisticsAreOfImagesAsTheStepsBeforeLeaveThem() {
    Dataset dataset = Images.dataset(SHAPE, 30, 3);
    float plain = NONE.featurewiseCenter()
        .fit(dataset)
        .statistics()
        .get("featurewise/mean")
        .get(0);
    float rescaled = NONE.rescale(4)
        .featurewiseCenter()
        .fit(dataset)
        .statistics()
        .get("featurewise/mean")
        .get(0);
    assertEquals(4 * plain, rescaled, 1e-6);
  }

  @Test
  void aNormalisationTheImagesHadIsLeftAside() {
    Dataset dataset = Images.dataset(SHAPE, 30, 3);
    ImageNormalisation spec = NONE.featurewiseStd();
    assertEquals(
        spec.fit(dataset).statistics(),
        spec.fit(dataset.normalised(NONE.rescale(9))).statistics());
  }

  @Test
  void savedStatisticsGiveTheSameNormalisationBitForBit() {
    Dataset dataset = Images.dataset(SHAPE, 60, 4);
    ImageNormalisation spec = NONE.rescale(2).featurewiseStd().zca(0.1);
    ImageNormalisation fitted = spec.fit(dataset);
    ImageNormalisation loaded = spec.fitted(new NamedTensors(fitted.statistics().byName()));
    float[] image = Images.random(SHAPE, 6);
    assertTrue(loaded.isFitted());
    assertEquals(fitted.statistics(), loaded.statistics());
    assertArrayEquals(apply(fitted, image, SHAPE), apply(loaded, image, SHAPE));
  }

  @Test
  void withoutItsStatisticsItSaysWhatToDo() {
    float[] image = new float[SHAPE.size()];
    assertTrue(NONE.featurewiseCenter().needsFit());
    assertFalse(NONE.featurewiseCenter().isFitted());
    assertRefused(
        IllegalStateException.class,
        () -> apply(NONE.featurewiseCenter(), image, SHAPE),
        "featurewise normalisation needs statistics",
        "call fit(dataset) first");
    assertRefused(
        IllegalStateException.class,
        () -> NONE.zca().statistics(),
        "ZCA whitening needs statistics",
        "call fit(dataset) first");
  }

  @Test
  void anyChangeOfParametersLosesTheStatistics() {
    Dataset dataset = Images.dataset(SHAPE, 10, 1);
    ImageNormalisation fitted = NONE.featurewiseCenter().fit(dataset);
    assertTrue(fitted.isFitted());
    assertFalse(fitted.rescale(2).isFitted());
    assertFalse(fitted.featurewiseStd().isFitted());
    assertFalse(fitted.zca().isFitted());
  }

  @Test
  void imagesOfOtherShapesAreRefused() {
    Dataset dataset = Images.dataset(SHAPE, 10, 1);
    Shape grey = Shape.of(3, 4, 1);
    assertRefused(
        () -> apply(NONE.featurewiseCenter().fit(dataset), new float[12], grey),
        "2 channels",
        "(3, 4, 1)");
    assertRefused(
        () -> apply(NONE.zca().fit(dataset), new float[24], Shape.of(4, 3, 2)),
        "(3, 4, 2)",
        "(4, 3, 2)");
    assertRefused(() -> apply(NONE, new float[5], SHAPE), "24 values", "found 5");
  }

  @Test
  void whetherItFitsImagesIsKnownBeforeAnyIsNormalised() {
    Dataset dataset = Images.dataset(SHAPE, 10, 1);
    NONE.requireFit(Shape.of(1, 1, 1));
    NONE.featurewiseCenter().fit(dataset).requireFit(SHAPE);
    NONE.zca().fit(dataset).requireFit(SHAPE);
    assertRefused(
        IllegalStateException.class,
        () -> NONE.zca().requireFit(SHAPE),
        "ZCA whitening needs statistics");
    assertRefused(
        () -> NONE.featurewiseCenter().fit(dataset).requireFit(Shape.of(3, 4, 1)), "2 channels");
    assertRefused(() -> NONE.zca().fit(dataset).requireFit(Shape.of(4, 3, 2)), "(4, 3, 2)");
  }

  @Test
  void parametersThatMakeNoSenseAreRefused() {
    assertRefused(() -> NONE.rescale(0), "rescaling factor", "found 0.0");
    assertRefused(() -> NONE.rescale(Double.NaN), "NaN");
    assertRefused(() -> NONE.rescale(Double.POSITIVE_INFINITY), "Infinity");
    assertRefused(() -> NONE.zca(-1), "epsilon", "found -1.0");
    assertRefused(() -> NONE.zca(Double.NaN), "NaN");
    assertRefused(
        () -> NONE.preprocessing(" ", (source, target, offset, shape, random) -> {}),
        "needs a name");
  }

  @Test
  void aFunctionThatLeavesNoNumbersIsFoundWhenFitted() {
    ImageNormalisation broken = NONE.featurewiseCenter()
        .preprocessing(
            "broken", (source, target, offset, shape, random) -> target[offset] = Float.NaN);
    assertRefused(() -> broken.fit(Images.dataset(SHAPE, 4, 1)), "not finite", "preprocessing");
  }

  @Test
  void everyParameterIsDescribed() {
    assertEquals(
        "{preprocessing_function=, rescale=1.0, samplewise_center=false,"
            + " samplewise_std_normalization=false, featurewise_center=false,"
            + " featurewise_std_normalization=false, zca_whitening=false, zca_epsilon=1.0E-6}",
        NONE.describe().toString());
    Map<String, Object> all = NONE.preprocessing("mine", ImageAugmentation.none())
        .rescale(2)
        .samplewiseStd()
        .featurewiseStd()
        .zca(0.5)
        .describe();
    assertEquals(
        "{preprocessing_function=mine, rescale=2.0, samplewise_center=true,"
            + " samplewise_std_normalization=true, featurewise_center=true,"
            + " featurewise_std_normalization=true, zca_whitening=true, zca_epsilon=0.5}",
        all.toString());
  }
}
