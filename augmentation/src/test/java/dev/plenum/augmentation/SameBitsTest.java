package dev.plenum.augmentation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plenum.api.data.Dataset;
import dev.plenum.api.data.ImageTransform;
import dev.plenum.api.network.Shape;
import dev.plenum.api.tensor.NamedTensors;
import dev.plenum.api.tensor.Tensor;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The same images on every JVM and processor: digests of what they are. A change of one of them is a
 * change of the results of every augmented training.
 */
class SameBitsTest {

  private static String digest(ImageTransform transform, Shape shape) {
    float[] images = new float[50 * shape.size()];
    for (int i = 0; i < 50; i++) {
      transform.apply(Images.random(shape, i), images, i * shape.size(), shape, Images.numbers(i));
    }
    return new NamedTensors(Map.of("images", new Tensor(Shape.of(images.length), images))).sha256();
  }

  @Test
  void ofTheReferenceExperiment() {
    assertEquals(
        "0b061a1194dc33ee6e1d524a3c6ea4074bacc09762b6b3b1a42c084afb829b5e",
        digest(ImageAugmentation.referenceExperiment(), Shape.of(28, 28, 1)));
  }

  @Test
  void ofEverythingAtOnce() {
    ImageAugmentation everything = ImageAugmentation.none()
        .rotation(180)
        .widthShift(3)
        .heightShift(0.3)
        .shear(40)
        .zoom(0.5, 2)
        .fillMode(FillMode.REFLECT)
        .channelShift(0.2)
        .brightness(0.5, 1.5)
        .horizontalFlip(true)
        .verticalFlip(true);
    assertEquals(
        "a13e521a69ab36630f44fd6854b6ea4140e53be4ab05c0496f1460c24d3b7b8a",
        digest(everything, Shape.of(9, 14, 3)));
  }

  @Test
  void ofElasticDistortionAndCutout() {
    ImageAugmentation both =
        ImageAugmentation.referenceExperiment().elastic(1).cutout(8).cutoutProbability(0.5);
    assertEquals(
        "012a84348a37ed58f55b72f2559fce6a1b4fc526e96a8e4c5e2170c2df977026",
        digest(both, Shape.of(24, 24, 1)));
  }

  @Test
  void ofTheNormalisation() {
    Dataset dataset = Images.dataset(Shape.of(5, 4, 3), 200, 1);
    ImageNormalisation fitted =
        ImageNormalisation.none().samplewiseStd().featurewiseStd().zca(0.1).fit(dataset);
    assertEquals(
        "3e0c55e192d57b8c9665b310a729238c436b88c2027fafd1a3eba2bd7e7db9c9",
        digest(fitted, dataset.imageShape()));
  }
}
