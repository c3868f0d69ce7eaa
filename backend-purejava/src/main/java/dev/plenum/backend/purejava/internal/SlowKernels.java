package dev.plenum.backend.purejava.internal;

import dev.plenum.backend.purejava.internal.kernels.Kernels;
import java.util.concurrent.atomic.AtomicBoolean;

/** Warns in the log, once in a process, that this JVM lacks what makes the backend fast. */
public final class SlowKernels {
  private static final AtomicBoolean IS_TOLD = new AtomicBoolean();

  private SlowKernels() {}

  /** Warns if it is so, and nobody has chosen it. */
  public static void warn(Settings settings) {
    boolean isSlow = settings.kernelChoice().equals("auto") && !Kernels.isVectorAvailable();
    if (isSlow && IS_TOLD.compareAndSet(false, true)) {
      System.getLogger("dev.plenum.backend.purejava")
          .log(
              System.Logger.Level.WARNING,
              "purejava computes without the Vector API here, which is several times slower: {0}",
              Kernels.REMEDY);
    }
  }
}
