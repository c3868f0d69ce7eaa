package dev.plenum.interchange.onnx;

import static dev.plenum.api.network.Activation.SOFTMAX;
import static dev.plenum.api.network.Activation.TANH;
import static dev.plenum.api.random.Seed.seed;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.plenum.api.network.Conv2D;
import dev.plenum.api.network.Dense;
import dev.plenum.api.network.Flatten;
import dev.plenum.api.network.Network;
import dev.plenum.api.network.Sequential;
import dev.plenum.api.network.Shape;
import dev.plenum.api.tensor.NamedTensors;
import dev.plenum.api.tensor.Tensor;
import dev.plenum.interchange.Samples;
import dev.plenum.interchange.TrainedNetwork;
import dev.plenum.persistence.JsonObject;
import dev.plenum.persistence.SavedNormalisation;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Graphs that normalise images themselves give what a network gives of normalised images. */
class NormalisedOnnxTest {
  private static final Shape IMAGE = Shape.of(5, 4, 3);
  private static final Network NETWORK = Sequential.of(
      IMAGE, Conv2D.of(4, 3).activation(TANH), Flatten.instance(), Dense.of(6).activation(SOFTMAX));
  private static final TrainedNetwork TRAINED = Samples.trained(NETWORK, seed(3));
  /** Sums of single precision in another order: whitening has one of a whole image for each value. */
  private static final float TOLERANCE = 5e-6f;

  private static final float[] MEAN = {0.5f, 0.25f, 0.75f};
  private static final float[] STD = {0.5f, 2, 0.25f};
  private static final float[] IMAGE_MEAN = Samples.images(NETWORK, 1, seed(11));
  /** Not symmetric, so that rows in the place of columns show. */
  private static final float[] MATRIX = Samples.images(NETWORK, IMAGE.size(), seed(12));

  private static final NamedTensors STATISTICS = new NamedTensors(Map.of(
      "featurewise/mean", new Tensor(Shape.of(3), MEAN),
      "featurewise/std", new Tensor(Shape.of(3), STD),
      "zca/mean", new Tensor(IMAGE, IMAGE_MEAN),
      "zca/matrix", new Tensor(Shape.of(IMAGE.size(), IMAGE.size()), MATRIX)));

  private static SavedNormalisation saved(double rescale, String... flags) {
    JsonObject parameters = JsonObject.empty().with("rescale", rescale);
    for (String flag : flags) {
      parameters = parameters.with(flag, true);
    }
    return new SavedNormalisation(parameters, STATISTICS);
  }

  private interface Step {
    void on(double[] image);
  }

  private static void scale(double[] image, double factor) {
    for (int i = 0; i < image.length; i++) {
      image[i] *= factor;
    }
  }

  private static void samplewise(double[] image) {
    double mean = 0;
    for (double value : image) {
      mean += value / image.length;
    }
    double variance = 0;
    for (double value : image) {
      variance += (value - mean) * (value - mean) / image.length;
    }
    for (int i = 0; i < image.length; i++) {
      image[i] = (image[i] - mean) / (Math.sqrt(variance) + 1e-6);
    }
  }

  private static void featurewise(double[] image) {
    for (int i = 0; i < image.length; i++) {
      image[i] = (image[i] - MEAN[i % 3]) / (STD[i % 3] + 1e-6);
    }
  }

  private static void whiten(double[] image) {
    double[] source = image.clone();
    for (int out = 0; out < image.length; out++) {
      image[out] = 0;
      for (int in = 0; in < image.length; in++) {
        image[out] += (source[in] - IMAGE_MEAN[in]) * MATRIX[in * image.length + out];
      }
    }
  }

  private static float[] each(float[] images, Step step) {
    float[] changed = new float[images.length];
    for (int start = 0; start < images.length; start += IMAGE.size()) {
      double[] image = new double[IMAGE.size()];
      for (int i = 0; i < image.length; i++) {
        image[i] = images[start + i];
      }
      step.on(image);
      for (int i = 0; i < image.length; i++) {
        changed[start + i] = (float) image[i];
      }
    }
    return changed;
  }

  private static void assertNormalises(Engine engine, SavedNormalisation saved, Step step) {
    OnnxModel model = OnnxModel.of(TRAINED).normalisation(saved);
    for (int count : Engine.BATCHES) {
      float[] images = Samples.images(NETWORK, count, seed(5));
      float[] expected = Samples.predict(TRAINED, each(images, step), count);
      assertArrayEquals(expected, engine.predict(model, images, count, IMAGE), TOLERANCE);
      assertArrayEquals(
          expected, engine.predictChannelsFirst(model, images, count, IMAGE), TOLERANCE);
    }
  }

  @ParameterizedTest
  @EnumSource
  void featurewise(Engine engine) {
    assertNormalises(
        engine, saved(1, "featurewise_std_normalization"), NormalisedOnnxTest::featurewise);
  }

  @ParameterizedTest
  @EnumSource
  void samplewise(Engine engine) {
    assertNormalises(
        engine, saved(1, "samplewise_std_normalization"), NormalisedOnnxTest::samplewise);
  }

  @ParameterizedTest
  @EnumSource
  void whitening(Engine engine) {
    assertNormalises(engine, saved(1, "zca_whitening"), NormalisedOnnxTest::whiten);
  }

  @ParameterizedTest
  @EnumSource
  void allOfThemInKerasOrder(Engine engine) {
    assertNormalises(
        engine,
        saved(
            0.5, "samplewise_std_normalization", "featurewise_std_normalization", "zca_whitening"),
        image -> {
          scale(image, 0.5);
          samplewise(image);
          featurewise(image);
          whiten(image);
        });
  }

  @ParameterizedTest
  @EnumSource
  void aCommitteeNormalisesOnce(Engine engine) {
    SavedNormalisation saved = saved(1, "featurewise_std_normalization");
    OnnxModel committee = OnnxModel.weightedAverage(List.of(TRAINED, TRAINED), List.of(1.0, 1.0))
        .normalisation(saved);
    float[] images = Samples.images(NETWORK, 7, seed(6));
    assertArrayEquals(
        Samples.predict(TRAINED, each(images, NormalisedOnnxTest::featurewise), 7),
        engine.predict(committee, images, 7, IMAGE),
        TOLERANCE);
  }

  @Test
  void aFunctionOfTheUsersAndStatisticsOfOtherImagesAreRefused() {
    SavedNormalisation function = new SavedNormalisation(
        JsonObject.empty().with("preprocessing_function", "blur"), NamedTensors.empty());
    assertEquals(
        "its normalisation begins with a function of the user's, 'blur', which no file can hold",
        assertThrows(
                IllegalArgumentException.class, () -> OnnxModel.of(TRAINED).normalisation(function))
            .getMessage());
    SavedNormalisation grey = new SavedNormalisation(
        JsonObject.empty().with("featurewise_center", true),
        new NamedTensors(Map.of("featurewise/mean", new Tensor(Shape.of(1), new float[1]))));
    assertEquals(
        "the statistic 'featurewise/mean' of its normalisation must have the shape (3), found (1)",
        assertThrows(
                IllegalArgumentException.class, () -> OnnxModel.of(TRAINED).normalisation(grey))
            .getMessage());
  }
}
