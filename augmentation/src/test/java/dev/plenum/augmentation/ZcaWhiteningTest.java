package dev.plenum.augmentation;

import static dev.plenum.augmentation.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plenum.api.data.Dataset;
import dev.plenum.api.network.Shape;
import dev.plenum.api.random.CounterRandom;
import dev.plenum.api.random.Purpose;
import dev.plenum.api.random.Seed;
import org.junit.jupiter.api.Test;

class ZcaWhiteningTest {
  /** Nine images of 2 × 2. */
  private static final int[] PIXELS = {
    171, 206, 5, 206, 120, 131, 161, 73, 250, 13, 71, 98, 146, 104, 33, 11, 0, 12, 38, 255, 48, 167,
    192, 60, 72, 111, 67, 249, 45, 229, 204, 216, 29, 100, 160, 126
  };

  private static Dataset nineImages() {
    byte[] bytes = new byte[PIXELS.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) PIXELS[i];
    }
    return Images.dataset(Shape.of(2, 2, 1), bytes);
  }

  /** Images whose neighbouring values go together. */
  private static Dataset correlated(Shape shape, int count) {
    CounterRandom random = CounterRandom.of(Purpose.GENERATION, new Seed(3));
    byte[] pixels = new byte[count * shape.size()];
    double last = 0;
    for (int i = 0; i < pixels.length; i++) {
      last = 0.6 * last + 0.4 * random.uniform(i, 0, 255);
      pixels[i] = (byte) last;
    }
    return Images.dataset(shape, pixels);
  }

  /** NumPy's (u * sqrt(n) / (s + ε)) @ u.T, with u, s of np.linalg.svd of the centred data. */
  @Test
  void theMatrixIsWhatNumPysSingularValuesGive() {
    float[][] expected = {
      {
        4.139755f,
        -0.146951f,
        1.301212f,
        1.057621f,
        -0.146951f,
        3.879338f,
        -0.942609f,
        -0.294031f,
        1.301212f,
        -0.942609f,
        4.530636f,
        0.917789f,
        1.057621f,
        -0.294031f,
        0.917789f,
        3.46289f
      },
      {
        2.357732f,
        -0.003407f,
        0.417813f,
        0.366451f,
        -0.003407f,
        2.322845f,
        -0.321519f,
        -0.082692f,
        0.417813f,
        -0.321519f,
        2.476153f,
        0.285085f,
        0.366451f,
        -0.082692f,
        0.285085f,
        2.124491f
      }
    };
    double[] epsilons = {1e-6, 0.5};
    for (int i = 0; i < epsilons.length; i++) {
      ImageNormalisation fitted = ImageNormalisation.none().zca(epsilons[i]).fit(nineImages());
      assertEquals(Shape.of(4, 4), fitted.statistics().get("zca/matrix").shape());
      assertArrayEquals(expected[i], fitted.statistics().get("zca/matrix").toArray(), 2e-6f);
    }
  }

  @Test
  void whitenedTrainingImagesHaveTheIdentityAsCovariance() {
    Shape shape = Shape.of(4, 3, 2);
    Dataset dataset = correlated(shape, 400);
    Dataset white = dataset.normalised(ImageNormalisation.none().zca(0).fit(dataset));
    double[] mean = Moments.means(white, shape.size());
    assertArrayEquals(new double[24], mean, 1e-5);
    double[] covariance = Covariance.of(white, mean);
    for (int i = 0; i < 24; i++) {
      for (int j = 0; j < 24; j++) {
        assertEquals(i == j ? 1 : 0, covariance[i * 24 + j], 2e-5);
      }
    }
  }

  @Test
  void itIsTheSameAfterOtherStepsThatOnlyShiftAndStretch() {
    Shape shape = Shape.of(3, 3, 1);
    Dataset dataset = correlated(shape, 100);
    float[] image = Images.random(shape, 1);
    float[] plain = Images.apply(
        ImageNormalisation.none().zca(0).fit(dataset), image, shape, Images.numbers(0));
    float[] behind = Images.apply(
        ImageNormalisation.none().rescale(3).featurewiseStd().zca(0).fit(dataset),
        image,
        shape,
        Images.numbers(0));
    assertArrayEquals(plain, behind, 1e-4f);
  }

  @Test
  void directionsInWhichNoImageVariesAreDropped() {
    // The second pixel is always 7, the third always equal to the first.
    byte[] pixels = {0, 7, 0, 100, 7, 100, (byte) 200, 7, (byte) 200};
    Shape shape = Shape.of(1, 3, 1);
    ImageNormalisation fitted = ImageNormalisation.none().zca().fit(Images.dataset(shape, pixels));
    // Along (1, 0, 1) / √2 the deviation of (0 100 200) / 255 is √2 · 81.65 / 255.
    float half = (float) (0.5 / (Math.sqrt(2) * Math.sqrt(20000 / 3.0) / 255));
    assertArrayEquals(
        new float[] {half, 0, half, 0, 0, 0, half, 0, half},
        fitted.statistics().get("zca/matrix").toArray(),
        1e-4f);
  }

  @Test
  void imagesThatAreAllTheSameBecomeZero() {
    Shape shape = Shape.of(1, 2, 1);
    ImageNormalisation fitted =
        ImageNormalisation.none().zca().fit(Images.dataset(shape, new byte[] {5, 9, 5, 9}));
    assertArrayEquals(
        new float[2], Images.apply(fitted, new float[] {0.5f, 1}, shape, Images.numbers(0)));
  }

  @Test
  void imagesTooLargeForTheMatrixAreRefusedBeforeAnythingIsComputed() {
    Dataset large = Images.dataset(Shape.of(64, 65, 1), new byte[4160]);
    assertRefused(
        () -> ImageNormalisation.none().featurewiseStd().zca().fit(large),
        "at most 4096 values",
        "4160",
        "(64, 65, 1)");
  }
}
