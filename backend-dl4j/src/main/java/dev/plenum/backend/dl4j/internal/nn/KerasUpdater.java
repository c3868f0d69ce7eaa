package dev.plenum.backend.dl4j.internal.nn;

import dev.plenum.api.optimizer.OptimizerSpec;
import dev.plenum.backend.dl4j.internal.engine.NativeMemory;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.GradientUpdater;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.schedule.ISchedule;

/** An optimizer of ours as an updater of Deeplearning4j's. */
@SuppressWarnings("serial") // never serialised
final class KerasUpdater implements IUpdater {
  private final OptimizerSpec spec;
  private final GivenStep step;
  private final NativeMemory memory;

  KerasUpdater(OptimizerSpec spec, GivenStep step, NativeMemory memory) {
    this.spec = spec;
    this.step = step;
    this.memory = memory;
  }

  @Override
  public long stateSize(long parameters) {
    return spec.slots().size() * parameters;
  }

  @Override
  public GradientUpdater<KerasUpdater> instantiate(INDArray state, boolean initialize) {
    if (initialize) {
      state.assign(0);
    }
    return new KerasGradientUpdater(this, spec, step, state, memory);
  }

  @Override
  public GradientUpdater<KerasUpdater> instantiate(
      Map<String, INDArray> state, boolean initialize) {
    throw new UnsupportedOperationException("the state is one flat array");
  }

  @Override
  public double getLearningRate(int iteration, int epoch) {
    return step.valueAt(iteration, epoch);
  }

  @Override
  public boolean hasLearningRate() {
    return true;
  }

  @Override
  public void setLrAndSchedule(double learningRate, @Nullable ISchedule schedule) {
    throw new UnsupportedOperationException("the learning rate is given with each step");
  }

  /** This one: layers with the same updater share one array of state. */
  @Override
  @SuppressWarnings("MissingSuperCall")
  public KerasUpdater clone() {
    return this;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
