package dev.plenum.tck;

import static dev.plenum.api.network.Activation.SOFTMAX;
import static dev.plenum.tck.Closeness.assertLoss;
import static dev.plenum.tck.Closeness.largest;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.Backend;
import dev.plenum.api.BatchResult;
import dev.plenum.api.Model;
import dev.plenum.api.data.Batch;
import dev.plenum.api.network.Dense;
import dev.plenum.api.network.Flatten;
import dev.plenum.api.network.Network;
import dev.plenum.api.network.Sequential;
import dev.plenum.api.network.Shape;
import dev.plenum.api.optimizer.Adam;
import dev.plenum.api.optimizer.Sgd;
import dev.plenum.api.tensor.NamedTensors;
import dev.plenum.api.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Batches of changing size, on any number of threads, and of extreme logits. */
abstract class BatchConformance extends ConformanceGroup {
  BatchConformance(BackendConformance kit) {
    super(kit);
  }

  @Test
  void batchesMayChangeTheirSizeFromStepToStep() {
    Trajectory trajectory = Trajectory.find(Adam.defaults(), List.of(5, 3, 8, 1, 2, 8));
    try (Model model = trajectory.trial().model(backend(), Adam.defaults())) {
      trajectory.assertSame(tolerances(), model, trajectory.trial().reference(Adam.defaults()), 0);
    }
  }

  /** Also with more threads than images. */
  @ParameterizedTest
  @ValueSource(strings = {"1", "2", "5"})
  void anyNumberOfThreadsGoesTheReferencesWay(String threads) {
    Trajectory trajectory = Trajectory.find(Adam.defaults(), List.of(1, 3, 8));
    Backend backend = backend().withSettings(Map.of("threads", threads));
    try (Model model = trajectory.trial().model(backend, Adam.defaults())) {
      trajectory.assertSame(tolerances(), model, trajectory.trial().reference(Adam.defaults()), 0);
    }
  }

  @Test
  void predictingBetweenStepsDisturbsNothing() {
    Trajectory trajectory = Trajectory.find(new Sgd(0.1, 0.5, false), List.of(4, 2, 4));
    Samples samples = trajectory.trial().samples();
    try (Model model = trajectory.trial().model(backend(), trajectory.spec());
        Model undisturbed = trajectory.trial().model(backend(), trajectory.spec())) {
      for (int step = 0; step < 3; step++) {
        trajectory.train(model, step);
        model.logits(samples.images(), 1 + step, new float[3 * (1 + step)]);
        trajectory.train(undisturbed, step);
      }
      assertTrue(
          largestDifference(model.weights(), undisturbed.weights()) < 1e-6,
          "predictions between the steps changed the training");
    }
  }

  @Test
  void trainingLeavesTheBatchAsItWas() {
    Samples samples = Samples.of(Trajectory.NETWORK, 3, 1);
    Batch batch = samples.batch();
    try (Model model = compile(Trajectory.NETWORK, Adam.defaults())) {
      model.trainOnBatch(batch, 0);
      assertArrayEquals(samples.batch().images(), batch.images());
      assertArrayEquals(samples.batch().labels(), batch.labels());
    }
  }

  private static double largestDifference(NamedTensors one, NamedTensors other) {
    return one.names().stream()
        .mapToDouble(name -> largest(Closeness.difference(
            Closeness.toDoubles(one.get(name).toArray()),
            Closeness.toDoubles(other.get(name).toArray()))))
        .max()
        .orElseThrow();
  }

  @Test
  void lossIsFiniteAndRightAtExtremeLogits() {
    Network network =
        Sequential.of(Shape.of(4, 4, 1), Flatten.instance(), Dense.of(4).activation(SOFTMAX));
    Trial mild = Trial.of(network, 6, 1);
    double[] images = mild.samples().doubles();
    double scale = 1e4 / largest(mild.reference(Sgd.defaults()).logits(images, 6));
    Trial trial = new Trial(network, mild.seed(), scaled(mild.weights(), scale), mild.samples());
    BatchResult expected =
        trial.reference(Sgd.defaults()).trainOnBatch(trial.samples().reference(), 0);
    try (Model model = trial.model(backend(), Sgd.defaults())) {
      BatchResult actual = model.trainOnBatch(trial.samples().batch(), 0);
      assertLoss(
          "sum of losses", expected.lossSum(), actual.lossSum(), tolerances().loss());
      for (Tensor tensor : model.weights().byName().values()) {
        for (float weight : tensor.toArray()) {
          assertTrue(Float.isFinite(weight), () -> "a weight became " + weight);
        }
      }
    }
  }

  private static NamedTensors scaled(NamedTensors weights, double factor) {
    Map<String, Tensor> scaled = new LinkedHashMap<>(weights.byName());
    scaled.replaceAll((name, tensor) -> {
      float[] values = tensor.toArray();
      for (int i = 0; i < values.length; i++) {
        values[i] *= (float) factor;
      }
      return new Tensor(tensor.shape(), values);
    });
    return new NamedTensors(scaled);
  }
}
