package dev.plenum.backend.purejava;

import dev.plenum.api.Availability;
import dev.plenum.api.Backend;
import dev.plenum.api.EngineInfo;
import dev.plenum.api.Loss;
import dev.plenum.api.Model;
import dev.plenum.api.network.Network;
import dev.plenum.api.optimizer.OptimizerSpec;
import dev.plenum.api.random.Seed;
import dev.plenum.backend.purejava.internal.Processor;
import dev.plenum.backend.purejava.internal.Settings;
import dev.plenum.backend.purejava.internal.SlowKernels;
import dev.plenum.backend.purejava.internal.kernels.Kernels;
import dev.plenum.backend.purejava.internal.model.PureJavaEngine;
import dev.plenum.backend.purejava.internal.model.WarmUp;
import java.util.Map;

/**
 * The backend {@code purejava}: no native code, and the same bits on every machine, for any number of
 * threads, with or without the Vector API.
 *
 * <p>Settings: {@code threads} (default: one per core) and {@code kernels}: {@code auto} (the Vector
 * API where the JVM has it), {@code vector} or {@code scalar}.
 */
public final class PureJavaBackend implements Backend {
  private final Settings settings;

  /** The backend with its default settings. */
  public PureJavaBackend() {
    this(Settings.defaults());
  }

  private PureJavaBackend(Settings settings) {
    this.settings = settings;
  }

  @Override
  public String name() {
    return "purejava";
  }

  @Override
  public String description() {
    return "Plenum's own engine in plain Java: bit-identical training on any machine";
  }

  @Override
  public Availability availability() {
    String detail = settings.kernels().instructionSet() + " kernels";
    return Kernels.isVectorAvailable()
        ? Availability.available(detail)
        : Availability.improvable(detail, Kernels.REMEDY);
  }

  @Override
  public EngineInfo engine() {
    return new EngineInfo(
        "Plenum pure Java",
        Processor.name(),
        settings.kernels().instructionSet(),
        settings.threads());
  }

  @Override
  public Backend withSettings(Map<String, String> changes) {
    return new PureJavaBackend(settings.with(changes));
  }

  /** An output's sum has one order, wherever the image is in a batch. */
  @Override
  public boolean isBatchInvariant() {
    return true;
  }

  @Override
  public void warmUp() {
    SlowKernels.warn(settings);
    WarmUp.start(settings.kernels());
  }

  @Override
  public Model compile(Network network, OptimizerSpec optimizer, Loss loss, Seed seed) {
    requireSupport(network);
    SlowKernels.warn(settings);
    WarmUp.end();
    return PureJavaEngine.newModel(
        network, optimizer, loss, seed, settings.threads(), settings.kernels());
  }
}
