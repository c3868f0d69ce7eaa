package dev.plenum.persistence;

import dev.plenum.api.Availability;
import dev.plenum.api.Backend;
import dev.plenum.api.EngineInfo;
import dev.plenum.api.Loss;
import dev.plenum.api.network.Network;
import dev.plenum.api.optimizer.OptimizerSpec;
import dev.plenum.api.random.Seed;
import java.util.Map;

/** A backend whose models keep weights and state, and compute nothing. */
final class FakeBackend implements Backend {

  @Override
  public String name() {
    return "fake";
  }

  @Override
  public String description() {
    return "keeps weights";
  }

  @Override
  public Availability availability() {
    return Availability.available("anywhere");
  }

  @Override
  public EngineInfo engine() {
    return new EngineInfo("fake engine", "none", "none", 1);
  }

  @Override
  public Backend withSettings(Map<String, String> settings) {
    return this;
  }

  @Override
  public FakeModel compile(Network network, OptimizerSpec optimizer, Loss loss, Seed seed) {
    return new FakeModel(network, optimizer, seed);
  }
}
