package dev.plenum.api.spi;

import dev.plenum.api.Layer;
import dev.plenum.api.network.PlacedLayer;
import dev.plenum.api.tensor.NamedTensors;

/** A layer whose weights are in the model's engine. */
record LiveLayer(PlacedLayer placement, EngineModel model) implements Layer {

  @Override
  public NamedTensors weights() {
    return model.use(engine -> engine.parameters().weights(placement.index()));
  }
}
