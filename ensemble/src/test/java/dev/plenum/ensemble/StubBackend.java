package dev.plenum.ensemble;

import dev.plenum.api.Availability;
import dev.plenum.api.Backend;
import dev.plenum.api.EngineInfo;
import dev.plenum.api.Loss;
import dev.plenum.api.Model;
import dev.plenum.api.network.Network;
import dev.plenum.api.optimizer.OptimizerSpec;
import dev.plenum.api.random.Seed;
import java.util.Map;

/** Only keeps its settings. */
record StubBackend(Map<String, String> settings) implements Backend {

  @Override
  public String name() {
    return "stub";
  }

  @Override
  public String description() {
    return "keeps settings";
  }

  @Override
  public Availability availability() {
    return Availability.available("anywhere");
  }

  @Override
  public EngineInfo engine() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Backend withSettings(Map<String, String> settings) {
    return new StubBackend(settings);
  }

  @Override
  public Model compile(Network network, OptimizerSpec optimizer, Loss loss, Seed seed) {
    throw new UnsupportedOperationException();
  }
}
