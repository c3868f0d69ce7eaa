package dev.plenum.tck;

import static dev.plenum.api.network.Activation.SOFTMAX;
import static dev.plenum.tck.Closeness.assertLoss;
import static dev.plenum.tck.Closeness.assertWithin;
import static dev.plenum.tck.Closeness.difference;
import static dev.plenum.tck.Closeness.largest;
import static dev.plenum.tck.Closeness.toDoubles;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plenum.api.BatchResult;
import dev.plenum.api.Model;
import dev.plenum.api.data.Batch;
import dev.plenum.api.network.Conv2D;
import dev.plenum.api.network.Dense;
import dev.plenum.api.network.Flatten;
import dev.plenum.api.network.MaxPool2D;
import dev.plenum.api.network.Network;
import dev.plenum.api.network.Sequential;
import dev.plenum.api.network.Shape;
import dev.plenum.api.optimizer.Sgd;
import dev.plenum.api.tensor.NamedTensors;
import dev.plenum.api.tensor.Tensor;
import dev.plenum.tck.reference.ReferenceNetwork;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Gradients, recovered from one step of plain gradient descent with learning rate 1. */
abstract class GradientConformance extends ConformanceGroup {
  private static final Sgd UNIT_STEP = new Sgd(1, 0, false);
  private static final long STEP = 3;

  GradientConformance(BackendConformance kit) {
    super(kit);
  }

  static List<NetworkCase> networks() {
    return NetworkTable.all();
  }

  @ParameterizedTest
  @MethodSource("networks")
  void gradientsOfThreeImagesAreThoseOfTheReference(NetworkCase networkCase) {
    needs(networkCase.needs().toArray(Capability[]::new));
    assertGradients(Trial.kinkFree(networkCase.network(), 3, UNIT_STEP, STEP));
  }

  @ParameterizedTest
  @MethodSource("networks")
  void gradientsOfOneImageAreThoseOfTheReference(NetworkCase networkCase) {
    needs(networkCase.needs().toArray(Capability[]::new));
    assertGradients(Trial.kinkFree(networkCase.network(), 1, UNIT_STEP, STEP));
  }

  @Test
  void gradientsOfManyImagesAreThoseOfTheReference() {
    assertGradients(Trial.kinkFree(Trajectory.NETWORK, 37, UNIT_STEP, STEP));
  }

  /** Two channels that a 1×1 kernel adds up: (0.25, 0.5) and (0.5, 0.25) tie, yet differ. */
  @Test
  void firstOfEqualValuesInAPoolGetsTheGradient() {
    needs(Capability.FIRST_OF_EQUAL_POOL_VALUES);
    Network network = Sequential.of(
        Shape.of(2, 2, 2),
        Conv2D.of(1, 1),
        MaxPool2D.of(2),
        Flatten.instance(),
        Dense.of(2).activation(SOFTMAX));
    Trial random = Trial.of(network, 1, 1);
    Map<String, Tensor> weights = new LinkedHashMap<>(random.weights().byName());
    weights.put("conv2d/kernel", new Tensor(Shape.of(1, 1, 2, 1), new float[] {1, 1}));
    Trial trial = new Trial(network, random.seed(), new NamedTensors(weights), random.samples());
    float[] image = {0.1f, 0.1f, 0.25f, 0.5f, 0.5f, 0.25f, 0.125f, 0.625f};
    Batch batch = trial.samples().batch();
    System.arraycopy(image, 0, batch.images(), 0, image.length);
    assertGradients(trial, batch, toDoubles(image));
  }

  private void assertGradients(Trial trial) {
    assertGradients(trial, trial.samples().batch(), trial.samples().doubles());
  }

  private void assertGradients(Trial trial, Batch batch, double[] images) {
    int[] labels = trial.samples().labels();
    ReferenceNetwork reference = trial.reference(UNIT_STEP);
    double loss = reference.loss(images, labels, STEP);
    Map<String, double[]> expected = reference.gradients(images, labels, STEP);
    try (Model model = trial.model(backend(), UNIT_STEP)) {
      BatchResult result = model.trainOnBatch(batch, STEP);
      assertLoss("sum of losses", loss * labels.length, result.lossSum());
      assertEquals(labels.length, result.size());
      expected.forEach((name, gradient) -> {
        double[] before = toDoubles(trial.weights().get(name).toArray());
        double[] after = toDoubles(model.weights().get(name).toArray());
        assertWithin(
            "gradient of " + name,
            gradient,
            difference(before, after),
            Tolerances.GRADIENT * largest(gradient)
                + Tolerances.WEIGHT_ROUNDING * Math.max(largest(before), largest(after)));
      });
    }
  }
}
