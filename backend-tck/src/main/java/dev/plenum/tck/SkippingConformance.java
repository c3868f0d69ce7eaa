package dev.plenum.tck;

import static dev.plenum.api.network.Activation.SOFTMAX;
import static dev.plenum.api.network.Activation.TANH;
import static dev.plenum.tck.Closeness.assertClose;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.BatchResult;
import dev.plenum.api.EpochRecord;
import dev.plenum.api.Fit;
import dev.plenum.api.History;
import dev.plenum.api.Loss;
import dev.plenum.api.Model;
import dev.plenum.api.callback.SkipEasy;
import dev.plenum.api.data.Batch;
import dev.plenum.api.data.ImageWeights;
import dev.plenum.api.data.Mixup;
import dev.plenum.api.network.Dense;
import dev.plenum.api.network.Flatten;
import dev.plenum.api.network.Network;
import dev.plenum.api.network.Sequential;
import dev.plenum.api.network.Shape;
import dev.plenum.api.optimizer.Adam;
import dev.plenum.api.random.CounterRandom;
import dev.plenum.api.random.Purpose;
import dev.plenum.tck.reference.ReferenceBatch;
import dev.plenum.tck.reference.ReferenceNetwork;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The losses that a batch keeps, and trainings that leave out the images whose losses are small. */
abstract class SkippingConformance extends ConformanceGroup {
  private static final Adam OPTIMIZER = Adam.defaults().learningRate(0.02);
  private static final int IMAGES = 30;
  private static final int EPOCHS = 8;
  private static final int BATCH_SIZE = 8;
  private static final double SHARE = 0.6;

  /** So smooth that rounding cannot add up. */
  private static final Network SMOOTH = Sequential.of(
      Shape.of(4, 4, 1),
      Flatten.instance(),
      Dense.of(8).activation(TANH),
      Dense.of(3).activation(SOFTMAX));

  SkippingConformance(BackendConformance kit) {
    super(kit);
  }

  /** As it was in the step, with dropout, and without weights. */
  @Test
  void aBatchKeepsTheLossOfEachImage() {
    ImageWeights weights = ImageWeights.ofClasses(0, 0.5, 3);
    Trial trial = Trial.of(Trajectory.NETWORK, 12, 1);
    Loss loss = new Loss(0.1);
    MixedSamples same = new MixedSamples(
        trial.samples(), new Mixup(1), trial.seed(), 2, ImageWeights.ofClasses(1, 1, 1));
    Batch mixed = new MixedSamples(trial.samples(), new Mixup(1), trial.seed(), 2, weights).batch();
    Batch plain = trial.samples().batch();
    plain.weighBy(weights);
    assertLosses(trial, loss, plain, trial.samples().reference());
    assertLosses(trial, loss, mixed, same.reference());
  }

  private void assertLosses(Trial trial, Loss loss, Batch batch, ReferenceBatch unweighted) {
    try (Model model = trial.model(backend(), OPTIMIZER, loss)) {
      model.trainOnBatch(batch, 3);
      assertClose(
          "losses of images",
          trial.reference(OPTIMIZER, loss).losses(unweighted, 3),
          IntStream.range(0, batch.size()).mapToDouble(batch::loss).toArray(),
          tolerances().forward());
    }
  }

  @Test
  void epochsWithoutEasyImagesGoTheReferencesWay() {
    Samples samples = Samples.of(SMOOTH, IMAGES, 4);
    ReferenceNetwork reference = new ReferenceNetwork(SMOOTH, OPTIMIZER, SEED);
    double[] losses = new double[IMAGES];
    Arrays.fill(losses, Double.NaN);
    int leftOut = 0;
    try (Model model = backend().compile(SMOOTH, OPTIMIZER, SEED)) {
      Fit fit = Fit.epochs(EPOCHS).batchSize(BATCH_SIZE).callbacks(SkipEasy.share(SHARE));
      History history = model.fit(samples.dataset(), fit);
      for (EpochRecord epoch : history.epochs()) {
        double[] factors = factors(losses, epoch.epoch());
        BatchResult expected = trainEpoch(reference, samples, epoch.epoch(), factors, losses);
        leftOut += IMAGES - expected.size();
        assertMeasured(expected, epoch);
      }
    }
    assertTrue(leftOut > IMAGES, "images were left out " + leftOut + " times");
  }

  /** What each image's loss is multiplied by; 0 for those that are left out. */
  private static double[] factors(double[] losses, int epoch) {
    double mean =
        Arrays.stream(losses).filter(loss -> !Double.isNaN(loss)).average().orElse(0);
    CounterRandom random = CounterRandom.of(Purpose.SKIPPING, SEED, epoch);
    double[] factors = new double[IMAGES];
    for (int i = 0; i < IMAGES; i++) {
      boolean isEasy = epoch < 7 * EPOCHS / 8 && losses[i] < mean;
      double ofEasy = random.at(i).uniform(0) < SHARE ? 0 : 1 / (1 - SHARE);
      factors[i] = isEasy ? ofEasy : 1;
    }
    return factors;
  }

  private static BatchResult trainEpoch(
      ReferenceNetwork reference, Samples samples, int epoch, double[] factors, double[] losses) {
    int[] order = Arrays.stream(CounterRandom.of(Purpose.SHUFFLE, SEED, epoch).permutation(IMAGES))
        .filter(image -> factors[image] > 0)
        .toArray();
    double lossSum = 0;
    int correct = 0;
    for (int from = 0; from < order.length; from += BATCH_SIZE) {
      int[] indices = Arrays.copyOfRange(order, from, Math.min(from + BATCH_SIZE, order.length));
      ReferenceBatch batch = samples.reference(indices);
      double[] found = reference.losses(batch, reference.iterations());
      for (int n = 0; n < indices.length; n++) {
        losses[indices[n]] = Math.min(found[n], StrictMath.log(3));
      }
      double[] weights =
          Arrays.stream(indices).mapToDouble(image -> factors[image]).toArray();
      BatchResult result = reference.trainOnBatch(batch.weighted(weights), reference.iterations());
      lossSum += result.lossSum();
      correct += result.correct();
    }
    return new BatchResult(lossSum, correct, order.length);
  }

  @Test
  void trainingWithoutEasyImagesResumedInTheMiddleOfAnEpochEndsWithTheSameBits() {
    needs(Capability.REPEATABILITY);
    Fit fit = Fit.epochs(4).batchSize(4).mixup(new Mixup(0.2));
    try (Model whole = backend().compile(SMOOTH, OPTIMIZER, SEED);
        Model resumed = backend().compile(SMOOTH, OPTIMIZER, SEED)) {
      Snapshot.assertResumed(
          whole,
          resumed,
          Samples.of(SMOOTH, IMAGES, 4).dataset(),
          fit,
          () -> SkipEasy.share(SHARE));
    }
  }
}
