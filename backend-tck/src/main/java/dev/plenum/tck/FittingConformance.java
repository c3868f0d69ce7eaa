package dev.plenum.tck;

import static dev.plenum.api.network.Activation.RELU;
import static dev.plenum.api.network.Activation.SOFTMAX;
import static dev.plenum.api.network.Activation.TANH;
import static dev.plenum.api.network.Padding.SAME;
import static dev.plenum.tck.Closeness.assertLoss;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plenum.api.BatchResult;
import dev.plenum.api.Callback;
import dev.plenum.api.EpochRecord;
import dev.plenum.api.Fit;
import dev.plenum.api.History;
import dev.plenum.api.Loss;
import dev.plenum.api.Model;
import dev.plenum.api.data.Dataset;
import dev.plenum.api.data.ImageWeights;
import dev.plenum.api.data.Mixup;
import dev.plenum.api.network.Conv2D;
import dev.plenum.api.network.Dense;
import dev.plenum.api.network.Dropout;
import dev.plenum.api.network.Flatten;
import dev.plenum.api.network.MaxPool2D;
import dev.plenum.api.network.Network;
import dev.plenum.api.network.Sequential;
import dev.plenum.api.network.Shape;
import dev.plenum.api.optimizer.Adam;
import dev.plenum.api.optimizer.Clipping;
import dev.plenum.api.optimizer.OptimizerSpec;
import dev.plenum.api.optimizer.UpdateOptions;
import dev.plenum.api.random.CounterRandom;
import dev.plenum.api.random.Purpose;
import dev.plenum.tck.reference.ReferenceBatch;
import dev.plenum.tck.reference.ReferenceNetwork;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole trainings, driven by api's loop. */
abstract class FittingConformance extends ConformanceGroup {
  private static final Adam OPTIMIZER = Adam.defaults().learningRate(0.01);
  private static final ImageWeights CLASS_WEIGHTS = ImageWeights.ofClasses(1, 0.5, 3);
  private static final int BATCH_SIZE = 8;
  private static final Fit FIT = Fit.epochs(3).batchSize(BATCH_SIZE);

  /** So smooth that rounding cannot add up. */
  private static final Network SMOOTH = Sequential.of(
      Shape.of(4, 4, 1),
      Flatten.instance(),
      Dense.of(8).activation(TANH),
      Dropout.of(0.3),
      Dense.of(3).activation(SOFTMAX));

  FittingConformance(BackendConformance kit) {
    super(kit);
  }

  @Test
  void fitReturnsTheHistoryOfItsEpochs() {
    Dataset train = Samples.of(Trajectory.NETWORK, 22, 1).dataset();
    Dataset validation = Samples.of(Trajectory.NETWORK, 5, 2).dataset();
    try (Model model = compile(Trajectory.NETWORK, OPTIMIZER)) {
      History history = model.fit(train, Fit.epochs(3).batchSize(8).validation(validation));
      assertEquals(
          List.of(0, 1, 2), history.epochs().stream().map(EpochRecord::epoch).toList());
      for (EpochRecord epoch : history.epochs()) {
        assertEquals(
            Set.of("loss", "accuracy", "val_loss", "val_accuracy", "learning_rate"),
            epoch.metrics().keySet());
      }
      assertLoss(
          "validation",
          model.evaluate(validation).loss(),
          history.epochs().get(2).value("val_loss"),
          tolerances().loss());
      assertEquals(9, model.optimizer().iterations());
    }
  }

  /** The last batch is smaller. Classes count differently. */
  @ParameterizedTest
  @ValueSource(doubles = {0, 0.1})
  void everyEpochGoesTheReferencesWayInTheShuffledOrder(double smoothing) {
    Samples samples = Samples.of(SMOOTH, 20, 1);
    Loss loss = new Loss(smoothing);
    ReferenceNetwork reference = new ReferenceNetwork(SMOOTH, OPTIMIZER, loss, SEED);
    try (Model model = backend().compile(SMOOTH, OPTIMIZER, loss, SEED)) {
      Fit fit = Fit.epochs(3).batchSize(BATCH_SIZE).weights(CLASS_WEIGHTS);
      History history = model.fit(samples.dataset(), fit);
      assertWay(
          history,
          epoch ->
              trainEpoch(reference, epoch, samples.size(), indices -> weighted(samples, indices)));
    }
  }

  @Test
  void epochsOfMixedImagesGoTheReferencesWay() {
    Samples samples = Samples.of(SMOOTH, 20, 1);
    Mixup mixup = new Mixup(0.5);
    ReferenceNetwork reference = new ReferenceNetwork(SMOOTH, OPTIMIZER, SEED);
    try (Model model = compile(SMOOTH, OPTIMIZER)) {
      Fit fit = Fit.epochs(3)
          .batchSize(BATCH_SIZE)
          .weights(CLASS_WEIGHTS)
          .mixup(mixup)
          .plainEpochs(1);
      assertWay(model.fit(samples.dataset(), fit), epoch -> {
        MixedSamples mixed = new MixedSamples(samples, mixup, SEED, epoch, CLASS_WEIGHTS);
        return trainEpoch(
            reference,
            epoch,
            samples.size(),
            epoch == 2 ? indices -> weighted(samples, indices) : mixed::reference);
      });
    }
  }

  private void assertWay(History history, IntFunction<BatchResult> expectedEpoch) {
    for (EpochRecord epoch : history.epochs()) {
      assertMeasured(expectedEpoch.apply(epoch.epoch()), epoch);
    }
  }

  private static ReferenceBatch weighted(Samples samples, int... indices) {
    double[] weights = IntStream.of(indices)
        .map(samples.dataset()::label)
        .mapToDouble(label -> CLASS_WEIGHTS.values()[label])
        .toArray();
    return samples.reference(indices).weighted(weights);
  }

  private static BatchResult trainEpoch(
      ReferenceNetwork reference, int epoch, int images, Function<int[], ReferenceBatch> batchOf) {
    int[] order = CounterRandom.of(Purpose.SHUFFLE, SEED, epoch).permutation(images);
    double lossSum = 0;
    int correct = 0;
    for (int from = 0; from < order.length; from += BATCH_SIZE) {
      int[] indices = Arrays.copyOfRange(order, from, Math.min(from + BATCH_SIZE, order.length));
      BatchResult result = reference.trainOnBatch(batchOf.apply(indices), reference.iterations());
      lossSum += result.lossSum();
      correct += result.correct();
    }
    return new BatchResult(lossSum, correct, order.length);
  }

  @Test
  void thirtyTwoImagesAreLearntByHeart() {
    Network network = Sequential.of(
        Shape.of(8, 8, 1),
        Conv2D.of(6, 3).padding(SAME).activation(RELU),
        MaxPool2D.of(2),
        Flatten.instance(),
        Dense.of(24).activation(RELU),
        Dense.of(4).activation(SOFTMAX));
    Dataset images = Samples.of(network, 32, 1).dataset();
    try (Model model = compile(network, OPTIMIZER)) {
      model.fit(images, Fit.epochs(60).batchSize(8));
      assertEquals(1, model.evaluate(images).accuracy());
    }
  }

  @Test
  void trainingResumedInTheMiddleOfAnEpochEndsWithTheSameBits() {
    assertResumed(Trajectory.NETWORK, OPTIMIZER, FIT);
  }

  @Test
  void trainingOfMixedImagesResumedInTheMiddleEndsWithTheSameBits() {
    assertResumed(Trajectory.NETWORK, OPTIMIZER, FIT.mixup(new Mixup(0.2)));
  }

  @Test
  void trainingWithStatisticsAndAveragesResumedInTheMiddleEndsWithTheSameBits() {
    needs(Trajectory.NORMALIZED);
    UpdateOptions options =
        UpdateOptions.NONE.clipping(Clipping.Kind.NORM, 0.5).weightDecay(0.01).ema(0.9);
    assertResumed(Trajectory.NORMALIZED, OPTIMIZER.options(options), FIT);
  }

  private void assertResumed(Network network, OptimizerSpec optimizer, Fit fit) {
    needs(Capability.REPEATABILITY);
    Dataset train = Samples.of(network, 30, 1).dataset();
    try (Model whole = compile(network, optimizer);
        Model resumed = compile(network, optimizer)) {
      Snapshot.assertResumed(whole, resumed, train, fit, () -> new Callback() {});
    }
  }
}
