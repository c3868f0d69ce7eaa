package dev.plenum.app.toy;

import dev.plenum.api.Loss;
import dev.plenum.api.Model;
import dev.plenum.api.network.Network;
import dev.plenum.api.optimizer.OptimizerSpec;
import dev.plenum.api.random.Seed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.locks.LockSupport;

/** A backend whose process is killed when it is to train from the seed 2. */
public final class DyingBackend extends ToyBackend {
  private static final long FATAL_SEED = 2;

  @Override
  public String name() {
    return "dying";
  }

  @Override
  public Model compile(Network network, OptimizerSpec optimizer, Loss loss, Seed seed) {
    if (seed.value() == FATAL_SEED) {
      killThisProcess();
    }
    return super.compile(network, optimizer, loss, seed);
  }

  private static void killThisProcess() {
    try {
      new ProcessBuilder("kill", "-9", String.valueOf(ProcessHandle.current().pid())).start();
      LockSupport.parkNanos(60_000_000_000L);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
