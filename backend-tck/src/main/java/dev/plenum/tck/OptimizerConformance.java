package dev.plenum.tck;

import static dev.plenum.api.network.Activation.SOFTMAX;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plenum.api.Model;
import dev.plenum.api.network.Dense;
import dev.plenum.api.network.Flatten;
import dev.plenum.api.network.Network;
import dev.plenum.api.network.Sequential;
import dev.plenum.api.network.Shape;
import dev.plenum.api.optimizer.OptimizerSpec;
import dev.plenum.api.optimizer.RMSprop;
import dev.plenum.api.optimizer.Sgd;
import dev.plenum.tck.reference.ReferenceNetwork;
import dev.plenum.tck.reference.UpdateRules;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every optimizer's way over twenty steps with dropout; the learning rate. */
abstract class OptimizerConformance extends ConformanceGroup {
  private static final int STEPS = 20;
  private static final int BATCH = 4;

  OptimizerConformance(BackendConformance kit) {
    super(kit);
  }

  static List<OptimizerSpec> optimizers() {
    return UpdateRules.samples();
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void twentyStepsGoTheReferencesWay(OptimizerSpec spec) {
    needsFormOf(spec);
    Trajectory trajectory = Trajectory.find(spec, Collections.nCopies(STEPS, BATCH));
    try (Model model = trajectory.trial().model(backend(), spec)) {
      trajectory.assertSame(tolerances(), model, trajectory.trial().reference(spec), 0);
      assertEquals(STEPS, model.optimizer().iterations());
    }
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void learningRateCanBeChangedOnTheWay(OptimizerSpec spec) {
    needsFormOf(spec);
    Trajectory trajectory = Trajectory.find(spec, List.of(2, 2));
    try (Model model = trajectory.trial().model(backend(), spec)) {
      ReferenceNetwork reference = trajectory.trial().reference(spec);
      trajectory.train(model, 0);
      trajectory.train(reference, 0);
      double rate = spec.learningRate() * 3;
      model.optimizer().setLearningRate(rate);
      reference.setLearningRate(rate);
      trajectory.assertSame(tolerances(), model, reference, 1);
      assertEquals(rate, model.optimizer().learningRate());
      assertEquals(rate, model.optimizer().state().learningRate());
      assertEquals(spec, model.optimizer().spec());
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -0.1, Double.NaN})
  void impossibleLearningRateIsRefused(double rate) {
    Network network =
        Sequential.of(Shape.of(2, 2, 1), Flatten.instance(), Dense.of(2).activation(SOFTMAX));
    try (Model model = compile(network, Sgd.defaults())) {
      assertRefused(() -> model.optimizer().setLearningRate(rate), rate);
      assertEquals(0.01, model.optimizer().learningRate());
    }
  }

  private void needsFormOf(OptimizerSpec spec) {
    if (spec instanceof Sgd sgd && sgd.nesterov()) {
      needs(Capability.NESTEROV_MOMENTUM);
    }
    if (spec instanceof RMSprop rmsprop && rmsprop.centered()) {
      needs(Capability.CENTERED_RMSPROP);
    }
  }
}
