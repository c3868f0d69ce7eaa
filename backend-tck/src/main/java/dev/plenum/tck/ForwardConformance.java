package dev.plenum.tck;

import static dev.plenum.api.network.Activation.SOFTMAX;
import static dev.plenum.tck.Closeness.assertClose;
import static dev.plenum.tck.Closeness.assertLoss;
import static dev.plenum.tck.Closeness.toDoubles;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plenum.api.Evaluation;
import dev.plenum.api.Loss;
import dev.plenum.api.Model;
import dev.plenum.api.SoftmaxCrossEntropy;
import dev.plenum.api.network.Activation;
import dev.plenum.api.network.Dense;
import dev.plenum.api.network.Flatten;
import dev.plenum.api.network.Network;
import dev.plenum.api.network.Regularizer;
import dev.plenum.api.network.Sequential;
import dev.plenum.api.network.Shape;
import dev.plenum.api.optimizer.Sgd;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Logits and probabilities. */
abstract class ForwardConformance extends ConformanceGroup {
  private static final int[] COUNTS = {5, 1, 17, 2};

  ForwardConformance(BackendConformance kit) {
    super(kit);
  }

  static List<NetworkCase> networks() {
    return NetworkTable.all();
  }

  @ParameterizedTest
  @MethodSource("networks")
  void logitsAreThoseOfTheReference(NetworkCase networkCase) {
    needs(networkCase);
    Trial trial = Trial.of(networkCase.network(), 17, 1);
    double[] images = trial.samples().doubles();
    try (Model model = trial.model(backend(), Sgd.defaults())) {
      for (int count : COUNTS) {
        double[] expected = trial.reference(Sgd.defaults()).logits(images, count);
        float[] logits = new float[expected.length];
        model.logits(trial.samples().images(), count, logits);
        assertClose(count + " images", expected, toDoubles(logits), tolerances().forward());
      }
    }
  }

  @Test
  void probabilitiesAreTheSoftmaxOfTheLogits() {
    Trial trial = Trial.of(dense(SOFTMAX), 3, 1);
    try (Model model = trial.model(backend(), Sgd.defaults())) {
      float[] logits = new float[3 * 4];
      float[] probabilities = new float[3 * 4];
      model.logits(trial.samples().images(), 3, logits);
      model.predict(trial.samples().images(), 3, probabilities);
      float[] expected = new float[3 * 4];
      for (int i = 0; i < 3; i++) {
        SoftmaxCrossEntropy.probabilities(logits, i * 4, 4, expected, i * 4);
      }
      assertClose(
          "probabilities",
          toDoubles(expected),
          toDoubles(probabilities),
          tolerances().forward());
    }
  }

  @Test
  void linearLastLayerMeansTheSameAsSoftmax() {
    needs(Capability.REPEATABILITY);
    Trial softmax = Trial.of(dense(SOFTMAX), 4, 1);
    Trial linear = Trial.of(dense(Activation.LINEAR), 4, 1);
    try (Model one = softmax.model(backend(), Sgd.defaults());
        Model other = linear.model(backend(), Sgd.defaults())) {
      float[] expected = new float[4 * 4];
      float[] actual = new float[4 * 4];
      one.predict(softmax.samples().images(), 4, expected);
      other.predict(softmax.samples().images(), 4, actual);
      assertArrayEquals(expected, actual);
      assertEquals(
          one.trainOnBatch(softmax.samples().batch(), 0),
          other.trainOnBatch(softmax.samples().batch(), 0));
      assertEquals(one.weights().sha256(), other.weights().sha256());
    }
  }

  /** More images than fit into one call of the evaluation. */
  @Test
  void evaluationAgreesWithTheReference() {
    assertEvaluation(dense(SOFTMAX), Loss.SPARSE_CATEGORICAL_CROSSENTROPY);
  }

  @Test
  void evaluationHasSmoothedLabelsAndWhatRegularizersAdd() {
    Network regularized = Sequential.of(
        Shape.of(4, 3, 1),
        Flatten.instance(),
        Dense.of(6).activation(Activation.TANH).kernelRegularizer(new Regularizer(0.01, 0.1)),
        Dense.of(3));
    assertEvaluation(regularized, new Loss(0.2));
  }

  private void assertEvaluation(Network network, Loss loss) {
    Trial trial = Trial.of(network, 300, 1);
    double expected = trial.reference(Sgd.defaults(), loss).loss(trial.samples().reference(), 0);
    try (Model model = trial.model(backend(), Sgd.defaults(), loss)) {
      Evaluation evaluation = model.evaluate(trial.samples().dataset());
      assertLoss("mean loss", expected, evaluation.loss(), tolerances().loss());
      assertEquals(300, evaluation.size());
      assertEquals(loss, model.loss());
    }
  }

  @Test
  void onlyTheAskedForLogitsAreWritten() {
    Trial trial = Trial.of(dense(SOFTMAX), 3, 1);
    try (Model model = trial.model(backend(), Sgd.defaults())) {
      float[] logits = new float[3 * 4];
      Arrays.fill(logits, -7);
      model.logits(trial.samples().images(), 2, logits);
      assertArrayEquals(new float[] {-7, -7, -7, -7}, Arrays.copyOfRange(logits, 8, 12));
    }
  }

  @Test
  void predictingChangesNothing() {
    Trial trial = Trial.of(dense(SOFTMAX), 3, 1);
    try (Model model = trial.model(backend(), Sgd.defaults())) {
      float[] images = trial.samples().images();
      model.predict(images, 3, new float[3 * 4]);
      assertEquals(trial.weights().sha256(), model.weights().sha256());
      assertEquals(0, model.optimizer().iterations());
      assertArrayEquals(trial.samples().images(), images);
    }
  }

  private static Network dense(Activation last) {
    return Sequential.of(
        Shape.of(5, 4, 1),
        Flatten.instance(),
        Dense.of(6).activation(Activation.TANH),
        Dense.of(4).activation(last));
  }
}
