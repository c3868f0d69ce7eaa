package dev.plenum.tck;

import static dev.plenum.tck.Closeness.assertClose;
import static dev.plenum.tck.Closeness.toDoubles;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.plenum.api.Model;
import dev.plenum.api.network.Network;
import dev.plenum.api.network.ParameterSpec;
import dev.plenum.api.network.PlacedLayer;
import dev.plenum.api.optimizer.Adam;
import dev.plenum.api.optimizer.OptimizerSpec;
import dev.plenum.api.optimizer.Sgd;
import dev.plenum.api.tensor.NamedTensors;
import dev.plenum.tck.reference.ReferenceNetwork;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Moving statistics of batch normalisations: who changes them, who uses them. */
abstract class StatisticsConformance extends ConformanceGroup {
  private static final Network NETWORK = Trajectory.NORMALIZED;
  private static final List<Integer> SIZES = List.of(5, 5, 3, 6, 2, 5);
  private static final Sgd DESCENT = new Sgd(0.1, 0.9, false);

  StatisticsConformance(BackendConformance kit) {
    super(kit);
  }

  static List<OptimizerSpec> optimizers() {
    return List.of(DESCENT, new Adam(0.01, 0.9, 0.999, 1e-3));
  }

  @BeforeEach
  void needsTheNetwork() {
    needs(NETWORK);
  }

  private static List<String> statistics(Network network) {
    List<String> names = new ArrayList<>();
    for (PlacedLayer layer : network.placedLayers()) {
      layer.parameters().stream()
          .filter(parameter -> parameter.role() == ParameterSpec.Role.STATE)
          .forEach(parameter -> names.add(layer.parameterName(parameter)));
    }
    return names;
  }

  /** Weights and moving statistics, with batches of changing size. */
  @ParameterizedTest
  @MethodSource("optimizers")
  void severalStepsGoTheReferencesWay(OptimizerSpec spec) {
    Trajectory trajectory = Trajectory.find(NETWORK, spec, SIZES);
    try (Model model = trajectory.trial().model(backend(), spec)) {
      trajectory.assertSame(tolerances(), model, trajectory.trial().reference(spec), 0);
    }
  }

  @Test
  void trainingGoesOnInTheReference() {
    Trajectory trajectory = Trajectory.find(NETWORK, DESCENT, SIZES);
    try (Model model = trajectory.trial().model(backend(), DESCENT)) {
      for (int step = 0; step < 3; step++) {
        trajectory.train(model, step);
      }
      ReferenceNetwork reference = trajectory.trial().reference(DESCENT);
      reference.setWeights(model.weights());
      reference.setOptimizerState(model.optimizer().state());
      trajectory.assertSame(tolerances(), model, reference, 3);
    }
  }

  @Test
  void evaluatingAndPredictingLeaveThemAsTheyAre() {
    Samples samples = Samples.of(NETWORK, 7, 1);
    try (Model model = compile(NETWORK, DESCENT)) {
      model.trainOnBatch(samples.batch(), 0);
      String before = model.weights().sha256();
      model.evaluate(samples.dataset());
      assertEquals(before, model.weights().sha256(), "evaluate changed something");
      model.predict(samples.images(), 7, new float[7 * 3]);
      model.logits(samples.images(), 4, new float[4 * 3]);
      assertEquals(before, model.weights().sha256(), "predicting changed something");
    }
  }

  @Test
  void predictionsFollowFromThemAfterTraining() {
    Trajectory trajectory = Trajectory.find(NETWORK, DESCENT, List.of(6, 6));
    Samples samples = trajectory.trial().samples();
    try (Model model = trajectory.trial().model(backend(), DESCENT)) {
      trajectory.train(model, 0);
      trajectory.train(model, 1);
      ReferenceNetwork reference = trajectory.trial().reference(DESCENT);
      reference.setWeights(model.weights());
      for (int count : new int[] {6, 1, 3}) {
        double[] expected = reference.logits(samples.doubles(), count);
        float[] logits = new float[expected.length];
        model.logits(samples.images(), count, logits);
        assertClose(count + " images", expected, toDoubles(logits), tolerances().forward());
      }
    }
  }

  /** What is learnt elsewhere goes the reference's way. */
  @Test
  void frozenOnesStayInEveryBit() {
    Network frozen = NETWORK.freeze(List.of("batch_normalization", "batch_normalization_2"));
    Trajectory trajectory = Trajectory.find(frozen, DESCENT, SIZES);
    try (Model model = trajectory.trial().model(backend(), DESCENT)) {
      trajectory.assertSame(tolerances(), model, trajectory.trial().reference(DESCENT), 0);
      NamedTensors before = trajectory.trial().weights();
      NamedTensors after = model.weights();
      for (String name : statistics(frozen)) {
        float[] expected = before.get(name).toArray();
        float[] actual = after.get(name).toArray();
        if (name.startsWith("batch_normalization_1/")) {
          assertFalse(Arrays.equals(expected, actual), () -> name + " did not change");
        } else {
          assertArrayEquals(expected, actual, () -> name + " changed");
        }
      }
    }
  }
}
