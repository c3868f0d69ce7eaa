package dev.plenum.api.spi;

import dev.plenum.api.Optimizer;
import dev.plenum.api.OptimizerState;
import dev.plenum.api.optimizer.OptimizerSpec;
import dev.plenum.api.optimizer.UpdateOptions;
import dev.plenum.api.tensor.NamedTensors;
import dev.plenum.api.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.Map;

/** An optimizer whose slots are in the model's engine, and whose numbers change in the model's turns. */
final class LiveOptimizer implements Optimizer {
  private final OptimizerSpec spec;
  private final EngineModel model;
  private double learningRate;
  private long iterations;

  LiveOptimizer(OptimizerSpec spec, EngineModel model) {
    this.spec = spec;
    this.model = model;
    learningRate = spec.learningRate();
  }

  /** The step size, for who has the turn. */
  double rate() {
    return learningRate;
  }

  /** The update of that step (from 0) has been made; for who has the turn. */
  void updated(long step) {
    iterations = step + 1;
  }

  @Override
  public OptimizerSpec spec() {
    return spec;
  }

  @Override
  public double learningRate() {
    return model.use(engine -> learningRate);
  }

  @Override
  public void setLearningRate(double learningRate) {
    model.use(engine -> this.learningRate = spec.learningRate(learningRate).learningRate());
  }

  @Override
  public long iterations() {
    return model.use(engine -> iterations);
  }

  @Override
  public void finish() {
    if (spec.options().emaMomentum().isEmpty() || iterations() == 0) {
      return;
    }
    model.use(engine -> {
      Map<String, Tensor> weights =
          new LinkedHashMap<>(engine.parameters().weights().byName());
      NamedTensors slots = engine.parameters().slots();
      weights.replaceAll((name, tensor) -> {
        String average = name + "/" + UpdateOptions.EMA;
        return slots.names().contains(average) ? slots.get(average) : tensor;
      });
      engine.parameters().setWeights(new NamedTensors(weights));
      return weights;
    });
  }

  @Override
  public OptimizerState state() {
    return model.use(engine ->
        new OptimizerState(iterations, learningRate, engine.parameters().slots()));
  }

  @Override
  public void setState(OptimizerState state) {
    model.use(engine -> {
      engine.parameters().setSlots(state.slots());
      iterations = state.iterations();
      learningRate = state.learningRate();
      return state;
    });
  }
}
