package dev.plenum.backend.dl4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.Backend;
import dev.plenum.api.BatchResult;
import dev.plenum.api.Callback;
import dev.plenum.api.Evaluation;
import dev.plenum.api.Fit;
import dev.plenum.api.Model;
import dev.plenum.api.Training;
import dev.plenum.api.network.Network;
import dev.plenum.api.optimizer.Adam;
import dev.plenum.api.random.Seed;
import dev.plenum.backend.purejava.PureJavaBackend;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** From one seed two engines start from the same weights, see the same batches, drop the same units. */
class ParityTest {
  private static final int IMAGES = 2_000;
  private static final int EPOCHS = 3;
  private static final int FIRST_STEPS = 10;
  private static final int STEPS = 50;

  /**
   * Of the losses of the first steps. They differ by rounding alone (1e-9 at the start, 1e-5 here), so
   * that no wrong formula gets through.
   */
  private static final double FIRST_STEPS_TOLERANCE = 1e-4;

  /**
   * Of the losses of the steps that follow, where Adam and the kinks of ReLU make more of the same
   * differences. How much more depends on how a processor's kernels round: up to 5e-3 was seen between
   * pure Java and ND4J, 7e-3 between ND4J and Deeplearning4j's own networks, whose convolutions oneDNN
   * computes in another layout.
   */
  private static final double STEP_TOLERANCE = 5e-2;

  /** One standard error each way holds 68 % of the differences of two samples, two hold 95 %. */
  private static final double STANDARD_ERRORS = 2;

  /** Of the losses of all steps of the residual network: 1e-7 was seen. */
  private static final double RESIDUAL_TOLERANCE = 1e-5;

  private static final int RESIDUAL_STEPS = 30;

  @Test
  void deeplearning4jsOwnNetworksTrainAlike() throws IOException {
    for (Network network : List.of(Networks.SIMPLE_CONV, Networks.RESIDUAL)) {
      Run own = train(new Dl4jNnBackend(), network, IMAGES);
      Run ours = train(new Dl4jBackend(), network, IMAGES);
      assertSameLosses(ours, own);
    }
  }

  @Test
  void residualNetworksTrainAlike() throws IOException {
    int images = RESIDUAL_STEPS / EPOCHS * Networks.BATCH_SIZE;
    Run ours = train(new Dl4jBackend(), Networks.RESIDUAL, images);
    Run pure = train(new PureJavaBackend(), Networks.RESIDUAL, images);
    assertEquals(pure.initialWeights, ours.initialWeights);
    for (int step = 0; step < RESIDUAL_STEPS; step++) {
      double expected = pure.losses.get(step);
      assertEquals(
          expected, ours.losses.get(step), RESIDUAL_TOLERANCE * expected, "loss of step " + step);
    }
  }

  @Test
  void twoBackendsTrainAlike() throws IOException {
    Run ours = train(new Dl4jBackend(), Networks.SIMPLE_CONV, IMAGES);
    Run pure = train(new PureJavaBackend(), Networks.SIMPLE_CONV, IMAGES);
    assertSameLosses(pure, ours);
    assertTrue(
        Math.abs(pure.test.accuracy() - ours.test.accuracy())
            <= STANDARD_ERRORS * standardError(pure.test),
        () -> "test accuracies %s and %s".formatted(pure.test.accuracy(), ours.test.accuracy()));
  }

  private static void assertSameLosses(Run one, Run other) {
    assertEquals(one.initialWeights, other.initialWeights);
    for (int step = 0; step < STEPS; step++) {
      double expected = one.losses.get(step);
      double tolerance = step < FIRST_STEPS ? FIRST_STEPS_TOLERANCE : STEP_TOLERANCE;
      assertEquals(expected, other.losses.get(step), tolerance * expected, "loss of step " + step);
    }
  }

  private static double standardError(Evaluation test) {
    return Math.sqrt(2 * test.accuracy() * (1 - test.accuracy()) / test.size());
  }

  /** What a training was like. */
  private record Run(String initialWeights, List<Double> losses, Evaluation test) {}

  private static Run train(Backend backend, Network network, int images) throws IOException {
    List<Double> losses = new ArrayList<>();
    Callback recorder = new Callback() {
      @Override
      public void onTrainBatchEnd(Training training, int step, BatchResult result) {
        losses.add(result.lossSum() / result.size());
      }
    };
    try (Model model = backend.compile(network, Adam.defaults(), new Seed(7))) {
      String initialWeights = model.weights().sha256();
      model.fit(
          Networks.trainingImages(images),
          Fit.epochs(EPOCHS).batchSize(Networks.BATCH_SIZE).callbacks(recorder));
      return new Run(initialWeights, losses, model.evaluate(Networks.testImages()));
    }
  }
}
