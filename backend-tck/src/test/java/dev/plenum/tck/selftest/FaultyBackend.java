package dev.plenum.tck.selftest;

import dev.plenum.api.Backend;
import dev.plenum.api.Loss;
import dev.plenum.api.Model;
import dev.plenum.api.network.Network;
import dev.plenum.api.optimizer.OptimizerSpec;
import dev.plenum.api.random.Seed;
import dev.plenum.tck.reference.LayerFault;
import dev.plenum.tck.reference.OptionFault;
import dev.plenum.tck.reference.UpdateFault;
import java.util.Map;

/** The reference backend with one mistake. */
final class FaultyBackend extends ReferenceBackend {
  private final ModelMaker maker;

  FaultyBackend(LayerFault fault) {
    this((network, spec, loss, seed) ->
        new ReferenceModel(network, spec, loss, seed, fault.network(network, spec, loss, seed)));
  }

  FaultyBackend(UpdateFault fault) {
    this((network, spec, loss, seed) ->
        new ReferenceModel(network, spec, loss, seed, fault.network(network, spec, loss, seed)));
  }

  FaultyBackend(OptionFault fault) {
    this((network, spec, loss, seed) ->
        new ReferenceModel(network, spec, loss, seed, fault.network(network, spec, loss, seed)));
  }

  FaultyBackend(ModelFault fault) {
    this(fault::model);
  }

  private FaultyBackend(ModelMaker maker) {
    this.maker = maker;
  }

  @Override
  public Backend withSettings(Map<String, String> settings) {
    super.withSettings(settings);
    return this;
  }

  @Override
  public Model compile(Network network, OptimizerSpec optimizer, Loss loss, Seed seed) {
    return maker.make(network, optimizer, loss, seed);
  }

  private interface ModelMaker {
    Model make(Network network, OptimizerSpec spec, Loss loss, Seed seed);
  }
}
