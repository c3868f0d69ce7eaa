package dev.plenum.tck;

import static dev.plenum.tck.Closeness.assertClose;
import static dev.plenum.tck.Closeness.toDoubles;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plenum.api.Fit;
import dev.plenum.api.Model;
import dev.plenum.api.network.Network;
import dev.plenum.api.optimizer.OptimizerSpec;
import dev.plenum.api.optimizer.Sgd;
import dev.plenum.api.optimizer.UpdateOptions;
import dev.plenum.api.tensor.NamedTensors;
import dev.plenum.tck.reference.ReferenceNetwork;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Moving averages of the weights, and of the statistics alongside. */
abstract class AveragesConformance extends ConformanceGroup {
  private static final List<Integer> SIZES = List.of(4, 3, 4, 2);

  AveragesConformance(BackendConformance kit) {
    super(kit);
  }

  private static OptimizerSpec averaging(double momentum) {
    return new Sgd(0.1, 0.5, false).options(UpdateOptions.NONE.ema(momentum));
  }

  /** The first step copies the weights that it ends with. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4})
  void averagesAreThoseOfTheReference(int steps) {
    for (Network network : List.of(Trajectory.NETWORK, Trajectory.NORMALIZED)) {
      needs(network);
      OptimizerSpec spec = averaging(0.7);
      Trajectory trajectory = Trajectory.find(network, spec, SIZES.subList(0, steps));
      try (Model model = trajectory.trial().model(backend(), spec)) {
        ReferenceNetwork reference = trajectory.trial().reference(spec);
        trajectory.assertSame(tolerances(), model, reference, 0);
        assertAverages(
            reference.optimizerState().slots(), model.optimizer().state().slots());
        model.optimizer().finish();
        reference.finish();
        assertAverages(reference.weights(), model.weights());
      }
    }
  }

  private void assertAverages(NamedTensors expected, NamedTensors actual) {
    assertEquals(expected.names(), actual.names());
    expected
        .byName()
        .forEach((name, tensor) -> assertClose(
            name,
            toDoubles(tensor.toArray()),
            toDoubles(actual.get(name).toArray()),
            tolerances().trajectory()));
  }

  @Test
  void fitEndsWithTheAverages() {
    needs(Trajectory.NORMALIZED);
    try (Model model = compile(Trajectory.NORMALIZED, averaging(0.9))) {
      model.fit(
          Samples.of(Trajectory.NORMALIZED, 12, 1).dataset(), Fit.epochs(2).batchSize(5));
      NamedTensors slots = model.optimizer().state().slots();
      model
          .weights()
          .byName()
          .forEach((name, tensor) -> assertArrayEquals(
              slots.get(name + "/" + UpdateOptions.EMA).toArray(), tensor.toArray(), name));
    }
  }

  @Test
  void endOfATrainingChangesNothingWithoutAverages() {
    try (Model model = compile(Trajectory.NETWORK, Sgd.defaults())) {
      model.trainOnBatch(Samples.of(Trajectory.NETWORK, 3, 1).batch(), 0);
      String before = model.weights().sha256();
      model.optimizer().finish();
      assertEquals(before, model.weights().sha256());
    }
  }

  @Test
  void endOfATrainingWithoutStepsChangesNothing() {
    try (Model model = compile(Trajectory.NETWORK, averaging(0.9))) {
      String before = model.weights().sha256();
      model.optimizer().finish();
      assertEquals(before, model.weights().sha256());
    }
  }
}
