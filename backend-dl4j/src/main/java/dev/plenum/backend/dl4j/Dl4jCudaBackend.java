package dev.plenum.backend.dl4j;

import dev.plenum.api.Availability;
import dev.plenum.api.Backend;
import dev.plenum.api.EngineInfo;
import dev.plenum.backend.dl4j.internal.Settings;
import dev.plenum.backend.dl4j.internal.availability.CudaAvailability;
import dev.plenum.backend.dl4j.internal.availability.Surroundings;
import dev.plenum.backend.dl4j.internal.availability.ThisMachine;
import dev.plenum.backend.dl4j.internal.engine.Device;

/**
 * The backend {@code dl4j-cuda}: ND4J with CUDA 11.6 on an NVIDIA card. One process can use this or
 * {@link Dl4jBackend}, not both: ND4J chooses its device once.
 *
 * <p>Setting: {@code threads} (default: one per core), for what ND4J computes on the CPU.
 */
public final class Dl4jCudaBackend extends Nd4jBackend {

  /** The backend with its default settings. */
  public Dl4jCudaBackend() {
    this(new ThisMachine(), Settings.defaults());
  }

  Dl4jCudaBackend(Surroundings surroundings, Settings settings) {
    super(Device.CUDA, surroundings, settings);
  }

  @Override
  Backend with(Surroundings surroundings, Settings settings) {
    return new Dl4jCudaBackend(surroundings, settings);
  }

  @Override
  public String name() {
    return "dl4j-cuda";
  }

  @Override
  public String description() {
    return "Deeplearning4j's native engine ND4J on an NVIDIA card, with CUDA 11.6";
  }

  @Override
  public Availability availability() {
    return CudaAvailability.of(surroundings());
  }

  @Override
  public EngineInfo engine() {
    String card = CudaAvailability.device(surroundings()).orElse("unknown card");
    return new EngineInfo(ENGINE, card, "CUDA 11.6", threads());
  }
}
