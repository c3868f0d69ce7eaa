package dev.plenum.backend.dl4j;

import dev.plenum.api.Availability;
import dev.plenum.api.Backend;
import dev.plenum.api.BackendUnavailableException;
import dev.plenum.api.EngineInfo;
import dev.plenum.api.Loss;
import dev.plenum.api.Model;
import dev.plenum.api.network.Network;
import dev.plenum.api.optimizer.OptimizerSpec;
import dev.plenum.api.random.Seed;
import dev.plenum.backend.dl4j.internal.Settings;
import dev.plenum.backend.dl4j.internal.availability.CpuAvailability;
import dev.plenum.backend.dl4j.internal.availability.Surroundings;
import dev.plenum.backend.dl4j.internal.engine.Device;
import dev.plenum.backend.dl4j.internal.engine.Nd4jRuntime;
import dev.plenum.backend.dl4j.internal.model.Dl4jEngine;
import java.util.Map;

/** What the backends share: ND4J, its start and its settings. */
abstract sealed class Nd4jBackend implements Backend
    permits Dl4jBackend, Dl4jCudaBackend, Dl4jNnBackend {
  /** For a run's provenance. */
  static final String ENGINE = "Deeplearning4j 1.0.0-M2.1 (ND4J)";

  private final Device device;
  private final Surroundings surroundings;
  private final Settings settings;

  Nd4jBackend(Device device, Surroundings surroundings, Settings settings) {
    this.device = device;
    this.surroundings = surroundings;
    this.settings = settings;
  }

  abstract Backend with(Surroundings surroundings, Settings settings);

  Surroundings surroundings() {
    return surroundings;
  }

  int threads() {
    return settings.threads();
  }

  /** What runs on the CPU, for a run's provenance. */
  EngineInfo onCpu(String engine) {
    return new EngineInfo(
        engine, surroundings.processor(), CpuAvailability.instructionSet(surroundings), threads());
  }

  @Override
  public final Backend withSettings(Map<String, String> changes) {
    return with(surroundings, settings.with(changes, name()));
  }

  @Override
  public final Model compile(Network network, OptimizerSpec optimizer, Loss loss, Seed seed) {
    Availability availability = availability();
    if (!availability.isAvailable()) {
      throw new BackendUnavailableException("the backend '%s' is not available: %s. %s"
          .formatted(name(), availability.detail(), availability.remedy()));
    }
    requireSupport(network);
    Nd4jRuntime.start(device);
    return newModel(network, optimizer, loss, seed);
  }

  /** Makes a model; ND4J has been started. */
  Model newModel(Network network, OptimizerSpec optimizer, Loss loss, Seed seed) {
    return Dl4jEngine.newModel(network, optimizer, loss, seed, settings.threads());
  }
}
