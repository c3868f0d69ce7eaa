package dev.plenum.ensemble;

import dev.plenum.api.Availability;
import dev.plenum.api.Backend;
import dev.plenum.api.EngineInfo;
import dev.plenum.api.Loss;
import dev.plenum.api.Model;
import dev.plenum.api.network.Network;
import dev.plenum.api.optimizer.OptimizerSpec;
import dev.plenum.api.random.Seed;
import java.util.List;
import java.util.Map;

/** Another backend, whose models are noted. */
record WatchedBackend(Backend backend, List<Model> made) implements Backend {

  @Override
  public String name() {
    return backend.name();
  }

  @Override
  public String description() {
    return backend.description();
  }

  @Override
  public Availability availability() {
    return backend.availability();
  }

  @Override
  public EngineInfo engine() {
    return backend.engine();
  }

  @Override
  public Backend withSettings(Map<String, String> settings) {
    return new WatchedBackend(backend.withSettings(settings), made);
  }

  @Override
  public Model compile(Network network, OptimizerSpec optimizer, Loss loss, Seed seed) {
    Model model = backend.compile(network, optimizer, loss, seed);
    made.add(model);
    return model;
  }
}
