package dev.plenum.backend.dl4j;

import dev.plenum.api.Availability;
import dev.plenum.api.Backend;
import dev.plenum.api.EngineInfo;
import dev.plenum.api.Loss;
import dev.plenum.api.Model;
import dev.plenum.api.network.DepthwiseConv2D;
import dev.plenum.api.network.Network;
import dev.plenum.api.network.Operation;
import dev.plenum.api.network.SeparableConv2D;
import dev.plenum.api.optimizer.OptimizerSpec;
import dev.plenum.api.random.Seed;
import dev.plenum.backend.dl4j.internal.Settings;
import dev.plenum.backend.dl4j.internal.availability.NetworksAvailability;
import dev.plenum.backend.dl4j.internal.availability.Surroundings;
import dev.plenum.backend.dl4j.internal.availability.ThisMachine;
import dev.plenum.backend.dl4j.internal.engine.Device;
import dev.plenum.backend.dl4j.internal.nn.NnEngine;

/**
 * The backend {@code dl4j-nn}: Deeplearning4j's own {@code MultiLayerNetwork} and {@code
 * ComputationGraph}, as its users have them, on the CPU with oneDNN. To train with Deeplearning4j, {@link
 * Dl4jBackend} is faster; this one shows what Deeplearning4j's networks cost and gain.
 *
 * <p>Setting: {@code threads} (default: one per core). ND4J keeps it for the whole process, so models
 * that train at the same time should share one value.
 */
public final class Dl4jNnBackend extends Nd4jBackend {
  private static final String ENGINE = "Deeplearning4j 1.0.0-M2.1 (its own networks)";

  /** The backend with its default settings. */
  public Dl4jNnBackend() {
    this(new ThisMachine(), Settings.defaults());
  }

  Dl4jNnBackend(Surroundings surroundings, Settings settings) {
    super(Device.CPU, surroundings, settings);
  }

  @Override
  Backend with(Surroundings surroundings, Settings settings) {
    return new Dl4jNnBackend(surroundings, settings);
  }

  @Override
  public String name() {
    return "dl4j-nn";
  }

  @Override
  public String description() {
    return "Deeplearning4j's own networks on the CPU";
  }

  @Override
  public Availability availability() {
    return NetworksAvailability.of(surroundings());
  }

  @Override
  public EngineInfo engine() {
    return onCpu(ENGINE);
  }

  /** All but dilated depthwise and separable convolutions: Deeplearning4j's fail with oneDNN. */
  @Override
  public boolean supports(Operation operation) {
    if (operation instanceof DepthwiseConv2D depthwise) {
      return !depthwise.window().isDilated();
    } else if (operation instanceof SeparableConv2D separable) {
      return !separable.window().isDilated();
    }
    return true;
  }

  @Override
  Model newModel(Network network, OptimizerSpec optimizer, Loss loss, Seed seed) {
    return NnEngine.newModel(network, optimizer, loss, seed, threads());
  }
}
