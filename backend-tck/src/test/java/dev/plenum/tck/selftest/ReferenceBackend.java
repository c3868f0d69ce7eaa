package dev.plenum.tck.selftest;

import dev.plenum.api.Availability;
import dev.plenum.api.Backend;
import dev.plenum.api.EngineInfo;
import dev.plenum.api.Loss;
import dev.plenum.api.Model;
import dev.plenum.api.network.Network;
import dev.plenum.api.optimizer.OptimizerSpec;
import dev.plenum.api.random.Seed;
import java.util.Map;

/** The reference network behind the contract; single precision only at its boundary. */
public class ReferenceBackend implements Backend {
  private final int threads;

  /** For the service loader. */
  public ReferenceBackend() {
    this(1);
  }

  private ReferenceBackend(int threads) {
    this.threads = threads;
  }

  @Override
  public String name() {
    return "reference";
  }

  @Override
  public String description() {
    return "the conformance kit's own reference network";
  }

  @Override
  public Availability availability() {
    return Availability.available("any JVM");
  }

  @Override
  public EngineInfo engine() {
    return new EngineInfo("reference", "cpu", "scalar", threads);
  }

  @Override
  public Backend withSettings(Map<String, String> settings) {
    int newThreads = threads;
    for (Map.Entry<String, String> setting : settings.entrySet()) {
      if (!setting.getKey().equals("threads") || !setting.getValue().matches("[1-9][0-9]{0,3}")) {
        throw new IllegalArgumentException("setting %s='%s'; there is: threads (1 to 9999)"
            .formatted(setting.getKey(), setting.getValue()));
      }
      newThreads = Integer.parseInt(setting.getValue());
    }
    return new ReferenceBackend(newThreads);
  }

  @Override
  public Model compile(Network network, OptimizerSpec optimizer, Loss loss, Seed seed) {
    return new ReferenceModel(network, optimizer, loss, seed);
  }
}
