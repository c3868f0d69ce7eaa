package dev.plenum.api.spi;

import dev.plenum.api.Layer;
import dev.plenum.api.network.PlacedLayer;
import dev.plenum.api.tensor.NamedTensors;

/** A layer whose weights are in the model's store. */
record LiveLayer(PlacedLayer placement, ParameterStore parameters, LifeCycle lifeCycle)
    implements Layer {

  @Override
  public NamedTensors weights() {
    lifeCycle.requireOpen();
    return parameters.weights(placement.index());
  }
}
