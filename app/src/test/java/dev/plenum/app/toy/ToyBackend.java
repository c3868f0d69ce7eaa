package dev.plenum.app.toy;

import dev.plenum.api.Availability;
import dev.plenum.api.Backend;
import dev.plenum.api.Backends;
import dev.plenum.api.EngineInfo;
import dev.plenum.api.Loss;
import dev.plenum.api.Model;
import dev.plenum.api.network.Network;
import dev.plenum.api.optimizer.OptimizerSpec;
import dev.plenum.api.random.Seed;
import java.util.Map;

/** A third party's backend: the pure-Java engine under another name. */
public class ToyBackend implements Backend {

  @Override
  public String name() {
    return "toy";
  }

  @Override
  public String description() {
    return "a backend for tests";
  }

  @Override
  public Availability availability() {
    return Availability.available("on anything");
  }

  @Override
  public EngineInfo engine() {
    return new EngineInfo("Toy", "any device", "none", 1);
  }

  @Override
  public Backend withSettings(Map<String, String> settings) {
    return this;
  }

  @Override
  public Model compile(Network network, OptimizerSpec optimizer, Loss loss, Seed seed) {
    return Backends.get("purejava").compile(network, optimizer, loss, seed);
  }
}
