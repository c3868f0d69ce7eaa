package dev.plenum.tck;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.plenum.api.BatchResult;
import dev.plenum.api.Model;
import dev.plenum.api.network.Network;
import dev.plenum.api.optimizer.Adam;
import dev.plenum.api.optimizer.OptimizerSpec;
import dev.plenum.api.optimizer.Sgd;
import dev.plenum.api.optimizer.UpdateOptions;
import dev.plenum.api.tensor.NamedTensors;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Layers that training leaves as they are. */
abstract class FreezingConformance extends ConformanceGroup {
  private static final List<Integer> SIZES = List.of(4, 4, 4, 4);
  private static final Network HEAD_TRAINED = Trajectory.NETWORK.freeze(List.of("conv2d"));
  private static final Network HEAD_FROZEN = Trajectory.NETWORK.freeze(List.of("dense", "dense_1"));

  FreezingConformance(BackendConformance kit) {
    super(kit);
  }

  /** Some of which would change weights that have no gradient. */
  static List<OptimizerSpec> optimizers() {
    return List.of(
        new Sgd(0.1, 0.9, false),
        new Adam(0.01, 0.9, 0.999, 1e-3)
            .options(UpdateOptions.NONE.weightDecay(0.1).ema(0.9)));
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void frozenLayersStayInEveryBitAndOthersGoTheReferencesWay(OptimizerSpec spec) {
    for (Network network : List.of(HEAD_TRAINED, HEAD_FROZEN)) {
      Trajectory trajectory = Trajectory.find(network, spec, SIZES);
      try (Model model = trajectory.trial().model(backend(), spec)) {
        trajectory.assertSame(tolerances(), model, trajectory.trial().reference(spec), 0);
        model.optimizer().finish();
        assertOnlyUnfrozenChanged(network, trajectory.trial().weights(), model.weights());
      }
    }
  }

  private static void assertOnlyUnfrozenChanged(
      Network network, NamedTensors before, NamedTensors after) {
    network
        .placedLayers()
        .forEach(layer -> layer.parameters().forEach(parameter -> {
          String name = layer.parameterName(parameter);
          float[] expected = before.get(name).toArray();
          float[] actual = after.get(name).toArray();
          if (layer.frozen()) {
            assertArrayEquals(expected, actual, () -> name + " changed");
          } else {
            assertFalse(Arrays.equals(expected, actual), () -> name + " did not change");
          }
        }));
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void frozenLayersHaveNoSlots(OptimizerSpec spec) {
    try (Model model = compile(HEAD_TRAINED, spec)) {
      List<String> names = model.optimizer().state().slots().names();
      Set<String> layers = names.stream()
          .map(name -> name.substring(0, name.indexOf('/')))
          .collect(Collectors.toSet());
      assertEquals(Set.of("dense", "dense_1"), layers);
    }
  }

  @Test
  void networkThatIsFrozenAltogetherHasALossAndStaysAsItIs() {
    int layers = Trajectory.NETWORK.placedLayers().size();
    Network frozen = Trajectory.NETWORK.withFrozen(
        IntStream.range(0, layers).boxed().collect(Collectors.toSet()));
    Trial trial = Trial.of(frozen, 5, 1);
    Adam adam = Adam.defaults();
    try (Model model = trial.model(backend(), adam)) {
      BatchResult expected = trial.reference(adam).trainOnBatch(trial.samples().reference(), 0);
      BatchResult actual = model.trainOnBatch(trial.samples().batch(), 0);
      Closeness.assertLoss(
          "sum of losses", expected.lossSum(), actual.lossSum(), tolerances().loss());
      assertEquals(trial.weights().sha256(), model.weights().sha256());
      assertEquals(1, model.optimizer().iterations());
    }
  }
}
