package dev.plenum.backend.dl4j;

import dev.plenum.api.Availability;
import dev.plenum.api.Backend;
import dev.plenum.api.EngineInfo;
import dev.plenum.backend.dl4j.internal.Settings;
import dev.plenum.backend.dl4j.internal.availability.CpuAvailability;
import dev.plenum.backend.dl4j.internal.availability.Surroundings;
import dev.plenum.backend.dl4j.internal.availability.ThisMachine;
import dev.plenum.backend.dl4j.internal.engine.Device;

/**
 * The backend {@code dl4j}: ND4J, the native engine of Deeplearning4j, on the CPU with oneDNN.
 *
 * <p>Setting: {@code threads} (default: one per core). ND4J keeps it for the whole process, so models
 * that train at the same time should share one value.
 */
public final class Dl4jBackend extends Nd4jBackend {

  /** The backend with its default settings. */
  public Dl4jBackend() {
    this(new ThisMachine(), Settings.defaults());
  }

  Dl4jBackend(Surroundings surroundings, Settings settings) {
    super(Device.CPU, surroundings, settings);
  }

  @Override
  Backend with(Surroundings surroundings, Settings settings) {
    return new Dl4jBackend(surroundings, settings);
  }

  @Override
  public String name() {
    return "dl4j";
  }

  @Override
  public String description() {
    return "Deeplearning4j's native engine ND4J on the CPU";
  }

  @Override
  public Availability availability() {
    return CpuAvailability.of(surroundings());
  }

  @Override
  public EngineInfo engine() {
    return onCpu(ENGINE);
  }
}
