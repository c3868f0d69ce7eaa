package dev.plenum.backend.dl4j.internal.nn;

import dev.plenum.api.spi.ParameterStore;
import dev.plenum.api.tensor.NamedTensors;

/** Parameters that are read and written by a model's own thread, whoever asks. */
record ThreadedParameters(ParameterStore parameters, EngineThread thread)
    implements ParameterStore {

  @Override
  public NamedTensors weights() {
    return thread.compute(parameters::weights);
  }

  @Override
  public NamedTensors weights(int layer) {
    return thread.compute(() -> parameters.weights(layer));
  }

  @Override
  public void setWeights(NamedTensors weights) {
    thread.run(() -> parameters.setWeights(weights));
  }

  @Override
  public NamedTensors slots() {
    return thread.compute(parameters::slots);
  }

  @Override
  public void setSlots(NamedTensors slots) {
    thread.run(() -> parameters.setSlots(slots));
  }
}
