package dev.plenum.tck;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plenum.api.Model;
import dev.plenum.api.OptimizerState;
import dev.plenum.api.network.Network;
import dev.plenum.api.network.ParameterSpec;
import dev.plenum.api.network.PlacedLayer;
import dev.plenum.api.network.Shape;
import dev.plenum.api.optimizer.Adam;
import dev.plenum.api.optimizer.OptimizerSpec;
import dev.plenum.api.optimizer.RMSprop;
import dev.plenum.api.optimizer.Sgd;
import dev.plenum.api.optimizer.UpdateOptions;
import dev.plenum.api.tensor.NamedTensors;
import dev.plenum.api.tensor.Tensor;
import dev.plenum.tck.reference.ReferenceNetwork;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Weights and optimizer state, out and in. */
abstract class StateConformance extends ConformanceGroup {
  StateConformance(BackendConformance kit) {
    super(kit);
  }

  /** One for each set of slots. */
  static List<OptimizerSpec> optimizers() {
    return List.of(
        new Adam(0.01, 0.9, 0.999, 1e-3),
        new RMSprop(0.005, 0.9, 0, 1e-3, false),
        new RMSprop(0.005, 0.9, 0.5, 1e-3, false),
        new Sgd(0.1, 0, false),
        new Sgd(0.1, 0.9, false),
        new Sgd(0.1, 0.9, false, UpdateOptions.NONE.ema(0.8)));
  }

  @Test
  void weightsComeOutAsTheyWentIn() {
    for (NetworkCase networkCase : NetworkTable.all()) {
      if (networkCase.operations().stream().allMatch(backend()::supports)) {
        Trial trial = Trial.of(networkCase.network(), 1, 3);
        try (Model model = compile(networkCase.network(), Sgd.defaults())) {
          model.setWeights(trial.weights());
          assertEquals(trial.weights().names(), model.weights().names());
          assertEquals(trial.weights().sha256(), model.weights().sha256(), networkCase.name());
        }
      }
    }
  }

  @Test
  void weightsOfAnyValueComeOutAsTheyWentIn() {
    float[] odd = {-0f, Float.MIN_VALUE, -Float.MAX_VALUE, Float.POSITIVE_INFINITY, Float.NaN, 1};
    Map<String, Tensor> weights =
        new LinkedHashMap<>(RandomWeights.of(Trajectory.NETWORK, SEED).byName());
    weights.put("dense/bias", new Tensor(Shape.of(6), odd));
    try (Model model = compile(Trajectory.NETWORK, Sgd.defaults())) {
      model.setWeights(new NamedTensors(weights));
      assertEquals(new NamedTensors(weights).sha256(), model.weights().sha256());
    }
  }

  @Test
  void handedOutWeightsDoNotChangeWithTraining() {
    Trajectory trajectory = Trajectory.find(Sgd.defaults(), List.of(2));
    try (Model model = trajectory.trial().model(backend(), Sgd.defaults())) {
      NamedTensors before = model.weights();
      trajectory.train(model, 0);
      assertEquals(trajectory.trial().weights().sha256(), before.sha256());
    }
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void slotsAreNamedAndShapedAsTheContractSaysAndZeroAtTheStart(OptimizerSpec spec) {
    for (Network network : networks()) {
      try (Model model = compile(network, spec)) {
        OptimizerState state = model.optimizer().state();
        List<String> names = new ArrayList<>();
        model
            .layers()
            .forEach(layer -> layer.placement().parameters().forEach(parameter -> {
              for (String slot : slots(layer.placement(), parameter, spec)) {
                names.add(layer.placement().parameterName(parameter) + "/" + slot);
                Tensor values = state.slots().get(names.get(names.size() - 1));
                assertEquals(parameter.shape(), values.shape());
                assertArrayEquals(new float[parameter.shape().size()], values.toArray());
              }
            }));
        assertEquals(names, state.slots().names());
        assertEquals(0, state.iterations());
        assertEquals(spec.learningRate(), state.learningRate());
      }
    }
  }

  /** Statistics have averages only. */
  private static List<String> slots(
      PlacedLayer layer, ParameterSpec parameter, OptimizerSpec spec) {
    List<String> slots = new ArrayList<>(layer.isTrained(parameter) ? spec.slots() : List.of());
    spec.options().emaMomentum().ifPresent(momentum -> slots.add(UpdateOptions.EMA));
    return slots;
  }

  /** Those of the kit's trajectories that the backend can run. */
  private List<Network> networks() {
    return Stream.of(Trajectory.NETWORK, Trajectory.NORMALIZED)
        .filter(network -> network.placedLayers().stream()
            .noneMatch(layer -> unsupported().contains(layer.spec().getClass())))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void trainingGoesOnInTheReference(OptimizerSpec spec) {
    Trajectory trajectory = Trajectory.find(spec, List.of(4, 4, 4, 4, 4, 4));
    try (Model model = trajectory.trial().model(backend(), spec)) {
      train(trajectory, model, 0, 3);
      ReferenceNetwork reference = trajectory.trial().reference(spec);
      reference.setWeights(model.weights());
      reference.setOptimizerState(model.optimizer().state());
      trajectory.assertSame(tolerances(), model, reference, 3);
    }
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void trainingOfTheReferenceGoesOnInTheBackend(OptimizerSpec spec) {
    Trajectory trajectory = Trajectory.find(spec, List.of(4, 4, 4, 4, 4, 4));
    ReferenceNetwork reference = trajectory.trial().reference(spec);
    for (int step = 0; step < 3; step++) {
      trajectory.train(reference, step);
    }
    OptimizerState state = reference.optimizerState();
    try (Model model = compile(Trajectory.NETWORK, spec, trajectory.trial().seed())) {
      model.setWeights(reference.weights());
      model.optimizer().setState(state);
      assertEquals(3, model.optimizer().iterations());
      assertEquals(state.slots().sha256(), model.optimizer().state().slots().sha256());
      trajectory.assertSame(tolerances(), model, reference, 3);
    }
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void trainingGoesOnFromExportedStateBitForBit(OptimizerSpec spec) {
    needs(Capability.REPEATABILITY);
    networks().forEach(network -> assertGoesOnBitForBit(network, spec));
  }

  private void assertGoesOnBitForBit(Network network, OptimizerSpec spec) {
    Trajectory trajectory = Trajectory.find(network, spec, List.of(4, 3, 4, 4, 2, 4));
    try (Model whole = trajectory.trial().model(backend(), spec);
        Model resumed = compile(network, spec, trajectory.trial().seed())) {
      train(trajectory, whole, 0, 3);
      whole.optimizer().setLearningRate(spec.learningRate() / 2);
      resumed.setWeights(whole.weights());
      resumed.optimizer().setState(whole.optimizer().state());
      assertEquals(spec.learningRate() / 2, resumed.optimizer().learningRate());
      train(trajectory, whole, 3, 6);
      train(trajectory, resumed, 3, 6);
      assertEquals(whole.weights().sha256(), resumed.weights().sha256());
      assertEquals(
          whole.optimizer().state().slots().sha256(),
          resumed.optimizer().state().slots().sha256());
      assertEquals(6, resumed.optimizer().iterations());
    }
  }

  private static void train(Trajectory trajectory, Model model, int from, int to) {
    for (int step = from; step < to; step++) {
      trajectory.train(model, step);
    }
  }

  @Test
  void weightsWithAMissingNameAreRefused() {
    try (Model model = compile(Trajectory.NETWORK, Sgd.defaults())) {
      String before = model.weights().sha256();
      Map<String, Tensor> weights = new LinkedHashMap<>(model.weights().byName());
      weights.remove("dense/bias");
      assertRefused(() -> model.setWeights(new NamedTensors(weights)), "dense/bias");
      assertEquals(before, model.weights().sha256());
    }
  }

  @Test
  void weightsOfAWrongShapeAreRefusedAndNoneIsSet() {
    try (Model model = compile(Trajectory.NETWORK, Sgd.defaults())) {
      String before = model.weights().sha256();
      Map<String, Tensor> weights =
          new LinkedHashMap<>(RandomWeights.of(Trajectory.NETWORK, SEED).byName());
      weights.put("dense_1/kernel", new Tensor(Shape.of(3, 6), new float[18]));
      assertRefused(
          () -> model.setWeights(new NamedTensors(weights)), "dense_1/kernel", "(6, 3)", "(3, 6)");
      assertEquals(before, model.weights().sha256());
    }
  }

  @Test
  void stateOfAnotherOptimizerIsRefused() {
    try (Model adam = compile(Trajectory.NETWORK, Adam.defaults());
        Model rmsprop = compile(Trajectory.NETWORK, RMSprop.defaults())) {
      assertRefused(
          () -> adam.optimizer().setState(rmsprop.optimizer().state()),
          "conv2d/kernel/m",
          "conv2d/kernel/v");
      assertEquals(0, adam.optimizer().iterations());
      assertEquals(0.001, adam.optimizer().learningRate());
    }
  }
}
