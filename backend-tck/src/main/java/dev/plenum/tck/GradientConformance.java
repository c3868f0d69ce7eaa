package dev.plenum.tck;

import static dev.plenum.api.network.Activation.SOFTMAX;
import static dev.plenum.api.network.Activation.TANH;
import static dev.plenum.api.network.Padding.VALID;
import static dev.plenum.tck.Closeness.assertClose;
import static dev.plenum.tck.Closeness.assertLoss;
import static dev.plenum.tck.Closeness.assertWithin;
import static dev.plenum.tck.Closeness.difference;
import static dev.plenum.tck.Closeness.largest;
import static dev.plenum.tck.Closeness.toDoubles;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plenum.api.BatchResult;
import dev.plenum.api.Loss;
import dev.plenum.api.Model;
import dev.plenum.api.data.Batch;
import dev.plenum.api.data.ImageWeights;
import dev.plenum.api.data.Mixup;
import dev.plenum.api.network.Conv2D;
import dev.plenum.api.network.Dense;
import dev.plenum.api.network.DepthwiseConv2D;
import dev.plenum.api.network.Flatten;
import dev.plenum.api.network.Kernel;
import dev.plenum.api.network.MaxPool2D;
import dev.plenum.api.network.Network;
import dev.plenum.api.network.Regularizer;
import dev.plenum.api.network.SeparableConv2D;
import dev.plenum.api.network.Sequential;
import dev.plenum.api.network.Shape;
import dev.plenum.api.network.Window;
import dev.plenum.api.optimizer.Sgd;
import dev.plenum.api.tensor.NamedTensors;
import dev.plenum.api.tensor.Tensor;
import dev.plenum.tck.reference.ReferenceBatch;
import dev.plenum.tck.reference.ReferenceNetwork;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

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
    needs(networkCase);
    assertGradients(Trial.kinkFree(networkCase.network(), 3, UNIT_STEP, STEP));
  }

  @ParameterizedTest
  @MethodSource("networks")
  void gradientsOfOneImageAreThoseOfTheReference(NetworkCase networkCase) {
    needs(networkCase);
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
    assertGradients(
        trial,
        Loss.SPARSE_CATEGORICAL_CROSSENTROPY,
        batch,
        new ReferenceBatch(toDoubles(image), trial.samples().labels()));
  }

  /** Kernels of every kind of layer that has some, one of them frozen. */
  @ParameterizedTest
  @CsvSource({"0.1, 0", "0, 0.03", "0.02, 0.3"})
  void regularizersAddToTheLossAndToTheGradients(double l1, double l2) {
    Regularizer regularizer = new Regularizer(l1, l2);
    Network network = Sequential.of(
            Shape.of(6, 5, 2),
            Conv2D.of(3, 2).kernelRegularizer(regularizer).activation(TANH),
            DepthwiseConv2D.of(2).kernelRegularizer(regularizer),
            new SeparableConv2D(
                3, new Window(2, 2, 1, 1, VALID), 1, TANH, Kernel.DEFAULT.regularizer(regularizer)),
            Flatten.instance(),
            Dense.of(4).kernelRegularizer(regularizer).activation(TANH),
            Dense.of(3))
        .freeze(List.of("depthwise_conv2d"));
    needs(network);
    assertGradients(Trial.kinkFree(network, 3, UNIT_STEP, STEP));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.5, 0.9})
  void gradientsOfSmoothedLabelsAreThoseOfTheReference(double smoothing) {
    Trial trial = Trial.kinkFree(Trajectory.NETWORK, 5, UNIT_STEP, STEP);
    assertGradients(
        trial, new Loss(smoothing), trial.samples().batch(), trial.samples().reference());
  }

  static List<ImageWeights> weights() {
    return List.of(
        ImageWeights.ofClasses(0.5, 0, 3),
        ImageWeights.ofImages(1, 0.25, 0, 4, 2),
        ImageWeights.ofImages(0, 0, 0, 0, 0));
  }

  @ParameterizedTest
  @MethodSource("weights")
  void gradientsOfWeightedImagesAreThoseOfTheReference(ImageWeights weights) {
    Trial trial = Trial.kinkFree(Trajectory.NETWORK, 5, UNIT_STEP, STEP);
    Batch batch = trial.samples().batch();
    batch.weighBy(weights);
    ReferenceBatch weighted = trial
        .samples()
        .reference()
        .weighted(IntStream.range(0, 5).mapToDouble(batch::weight).toArray());
    assertGradients(trial, new Loss(0.2), batch, weighted);
  }

  @ParameterizedTest
  @CsvSource({"0, 0.2", "0, 1", "0.1, 4"})
  void gradientsOfMixedImagesAreThoseOfTheReference(double smoothing, double alpha) {
    Mixup mixup = new Mixup(alpha);
    Trial trial = Trial.find(
        Trajectory.NETWORK,
        12,
        Tolerances.KINK_MARGIN,
        candidate ->
            candidate.reference(UNIT_STEP).kinkMargin(mixed(candidate, mixup).reference(), STEP));
    MixedSamples mixed = mixed(trial, mixup);
    assertGradients(trial, new Loss(smoothing), mixed.batch(), mixed.reference());
  }

  private static MixedSamples mixed(Trial trial, Mixup mixup) {
    ImageWeights weights = ImageWeights.ofClasses(0.5, 1, 3);
    return new MixedSamples(trial.samples(), mixup, trial.seed(), 2, weights);
  }

  private void assertGradients(Trial trial) {
    assertGradients(
        trial,
        Loss.SPARSE_CATEGORICAL_CROSSENTROPY,
        trial.samples().batch(),
        trial.samples().reference());
  }

  /** Of one step; what is not trained must be as it was, or as the layer changes it. */
  private void assertGradients(Trial trial, Loss loss, Batch batch, ReferenceBatch images) {
    ReferenceNetwork reference = trial.reference(UNIT_STEP, loss);
    Map<String, double[]> gradients = reference.gradients(images, STEP);
    double largest =
        gradients.values().stream().mapToDouble(Closeness::largest).max().orElse(0);
    BatchResult expected = reference.trainOnBatch(images, STEP);
    try (Model model = trial.model(backend(), UNIT_STEP, loss)) {
      BatchResult actual = model.trainOnBatch(batch, STEP);
      assertLoss(
          "sum of losses", expected.lossSum(), actual.lossSum(), tolerances().loss());
      assertEquals(expected.size(), actual.size());
      NamedTensors weights = model.weights();
      reference.parameterValues().forEach((name, values) -> {
        double[] before = toDoubles(trial.weights().get(name).toArray());
        double[] after = toDoubles(weights.get(name).toArray());
        double[] gradient = gradients.get(name);
        if (gradient == null) {
          assertUntrained(name, before, values, after);
        } else {
          assertWithin(
              "gradient of " + name,
              gradient,
              difference(before, after),
              tolerances().ofGradient(largest(gradient), largest)
                  + Tolerances.WEIGHT_ROUNDING * Math.max(largest(before), largest(after)));
        }
      });
    }
  }

  private void assertUntrained(String name, double[] before, double[] expected, double[] actual) {
    if (Arrays.equals(before, expected)) {
      assertArrayEquals(before, actual, () -> name + " changed");
    } else {
      assertClose(name + " after a step", expected, actual, tolerances().forward());
    }
  }
}
