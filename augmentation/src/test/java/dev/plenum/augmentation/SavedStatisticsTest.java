package dev.plenum.augmentation;

import static dev.plenum.augmentation.Refusals.assertRefused;

import dev.plenum.api.network.Shape;
import dev.plenum.api.tensor.NamedTensors;
import dev.plenum.api.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SavedStatisticsTest {
  private static final ImageNormalisation FEATUREWISE =
      ImageNormalisation.none().featurewiseStd();
  private static final ImageNormalisation ZCA = ImageNormalisation.none().zca();

  private static NamedTensors tensors(Object... namesAndTensors) {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    for (int i = 0; i < namesAndTensors.length; i += 2) {
      tensors.put((String) namesAndTensors[i], (Tensor) namesAndTensors[i + 1]);
    }
    return new NamedTensors(tensors);
  }

  private static Tensor vector(float... values) {
    return new Tensor(Shape.of(values.length), values);
  }

  private static Tensor zeros(int... dimensions) {
    Shape shape = Shape.of(dimensions);
    return new Tensor(shape, new float[shape.size()]);
  }

  @Test
  void missingAndUnknownOnesAreRefusedWithTheNames() {
    assertRefused(
        () -> FEATUREWISE.fitted(tensors("featurewise/mean", vector(0))),
        "needs the statistics [featurewise/mean, featurewise/std]",
        "found [featurewise/mean]");
    assertRefused(
        () -> ImageNormalisation.none().fitted(tensors("zca/mean", zeros(1, 1, 1))),
        "needs the statistics []",
        "found [zca/mean]");
    assertRefused(
        () -> FEATUREWISE.fitted(
            tensors("featurewise/mean", vector(0), "featurewise/variance", vector(1))),
        "featurewise/variance");
  }

  @Test
  void shapesThatDoNotFitTogetherAreRefused() {
    assertRefused(
        () -> FEATUREWISE.fitted(
            tensors("featurewise/mean", vector(0, 0), "featurewise/std", vector(1))),
        "'featurewise/std'",
        "(2)",
        "found (1)");
    assertRefused(
        () -> FEATUREWISE.fitted(
            tensors("featurewise/mean", zeros(1, 2), "featurewise/std", zeros(1, 2))),
        "'featurewise/mean'",
        "(channels)",
        "found (1, 2)");
    assertRefused(
        () -> ZCA.fitted(tensors("zca/mean", zeros(4), "zca/matrix", zeros(4, 4))),
        "'zca/mean'",
        "(height, width, channels)",
        "found (4)");
    assertRefused(
        () -> ZCA.fitted(tensors("zca/mean", zeros(2, 2, 1), "zca/matrix", zeros(4, 3))),
        "'zca/matrix'",
        "(4, 4)",
        "found (4, 3)");
    assertRefused(
        () -> ZCA.fitted(tensors("zca/mean", zeros(65, 64, 1), "zca/matrix", zeros(1, 1))),
        "at most 4096 values",
        "found 4160");
  }

  @Test
  void valuesThatCannotBeAreRefused() {
    assertRefused(
        () -> FEATUREWISE.fitted(
            tensors("featurewise/mean", vector(Float.NaN), "featurewise/std", vector(1))),
        "'featurewise/mean'",
        "NaN");
    assertRefused(
        () -> FEATUREWISE.fitted(
            tensors("featurewise/mean", vector(0), "featurewise/std", vector(-1))),
        "'featurewise/std'",
        "below 0",
        "-1.0");
    Tensor infinite = new Tensor(Shape.of(1, 1), new float[] {Float.POSITIVE_INFINITY});
    assertRefused(
        () -> ZCA.fitted(tensors("zca/mean", zeros(1, 1, 1), "zca/matrix", infinite)),
        "'zca/matrix'",
        "Infinity");
  }
}
