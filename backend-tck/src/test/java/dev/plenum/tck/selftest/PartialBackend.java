package dev.plenum.tck.selftest;

import dev.plenum.api.Loss;
import dev.plenum.api.Model;
import dev.plenum.api.UnsupportedLayerException;
import dev.plenum.api.network.BatchNormalization;
import dev.plenum.api.network.Network;
import dev.plenum.api.network.Operation;
import dev.plenum.api.network.PlacedLayer;
import dev.plenum.api.optimizer.OptimizerSpec;
import dev.plenum.api.random.Seed;

/** The reference backend without batch normalisation. */
final class PartialBackend extends ReferenceBackend {
  @Override
  public boolean supports(Operation operation) {
    return !(operation instanceof BatchNormalization);
  }

  @Override
  public Model compile(Network network, OptimizerSpec optimizer, Loss loss, Seed seed) {
    for (PlacedLayer layer : network.placedLayers()) {
      if (!supports(layer.spec())) {
        throw new UnsupportedLayerException(name(), layer);
      }
    }
    return super.compile(network, optimizer, loss, seed);
  }
}
