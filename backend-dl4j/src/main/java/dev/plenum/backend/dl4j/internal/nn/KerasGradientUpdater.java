package dev.plenum.backend.dl4j.internal.nn;

import dev.plenum.api.optimizer.OptimizerSpec;
import dev.plenum.backend.dl4j.internal.engine.Elementwise;
import dev.plenum.backend.dl4j.internal.engine.NativeMemory;
import dev.plenum.backend.dl4j.internal.optimizers.OptimizerArrays;
import dev.plenum.backend.dl4j.internal.optimizers.UpdateRule;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.GradientUpdater;

/**
 * Makes of a gradient what is to be subtracted from the weights. Our rules change weights: begun at 0,
 * these become what is to be added.
 */
final class KerasGradientUpdater implements GradientUpdater<KerasUpdater> {
  private final KerasUpdater config;
  private final OptimizerSpec spec;
  private final GivenStep step;
  private final INDArray state;
  private final NativeMemory memory;
  private @Nullable Bound bound;

  /** The operations over the arrays of one network. */
  private record Bound(Runnable begin, UpdateRule rule, Runnable end) {}

  KerasGradientUpdater(
      KerasUpdater config,
      OptimizerSpec spec,
      GivenStep step,
      INDArray state,
      NativeMemory memory) {
    this.config = config;
    this.spec = spec;
    this.step = step;
    this.state = state;
    this.memory = memory;
  }

  @Override
  public KerasUpdater getConfig() {
    return config;
  }

  @Override
  public void applyUpdater(INDArray gradient, int iteration, int epoch) {
    Bound operations = bound;
    if (operations == null) {
      operations = bind(gradient);
      bound = operations;
    }
    operations.begin.run();
    operations.rule.update(step.valueAt(iteration, epoch), step.number() + 1);
    operations.end.run();
  }

  /** Once: Deeplearning4j hands over the same part of the same array at each step. */
  private Bound bind(INDArray gradient) {
    long length = gradient.length();
    INDArray g = NativeMemory.view(gradient, 0, length);
    INDArray change = memory.zeros(length);
    Map<String, INDArray> slots = new LinkedHashMap<>();
    for (String slot : spec.slots()) {
      slots.put(slot, NativeMemory.view(state, slots.size() * length, length));
    }
    OptimizerArrays arrays = new OptimizerArrays(change, change, g, slots, memory.zeros(length));
    return new Bound(
        Elementwise.fill(0, change),
        UpdateRule.of(spec, arrays),
        Elementwise.multiply(change, -1, g));
  }

  @Override
  public Map<String, INDArray> getState() {
    return Map.of();
  }

  @Override
  public void setState(Map<String, INDArray> state, boolean initialize) {
    throw new UnsupportedOperationException("the state is one flat array");
  }

  @Override
  public void setStateViewArray(
      INDArray view, long[] gradientShape, char gradientOrder, boolean initialize) {
    throw new UnsupportedOperationException("the state is given when it is made");
  }
}
