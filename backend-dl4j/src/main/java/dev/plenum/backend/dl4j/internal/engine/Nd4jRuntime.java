package dev.plenum.backend.dl4j.internal.engine;

import dev.plenum.api.BackendUnavailableException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.config.ND4JClassLoading;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;

/**
 * ND4J in this process. It chooses its device once, when its class is initialised, and loads its
 * native code then; nothing here does so before {@link #start}.
 */
public final class Nd4jRuntime {
  private static @Nullable Device running;

  private Nd4jRuntime() {}

  /** What ND4J runs on, if a backend of ours has started it. */
  public static synchronized Optional<Device> running() {
    return Optional.ofNullable(running);
  }

  /**
   * Starts ND4J if it does not run yet.
   *
   * @throws BackendUnavailableException if its native code cannot be loaded, or it runs on another
   *     device
   */
  public static synchronized void start(Device wanted) {
    Device actual = running;
    if (actual == null) {
      actual = load();
      running = actual;
    }
    if (actual != wanted) {
      throw new BackendUnavailableException(
          "ND4J runs on %s in this process, and cannot run on %s as well: it chooses once. Use another process"
              .formatted(actual, wanted));
    }
  }

  private static Device load() {
    try {
      // Else ND4J looks for its parts with the context class loader of this very thread, for ever.
      ND4JClassLoading.setNd4jClassloaderFromClass(Nd4jRuntime.class);
      String backend = Nd4j.getBackend().getClass().getSimpleName();
      return backend.startsWith("Cpu") ? Device.CPU : Device.CUDA;
    } catch (LinkageError | RuntimeException e) {
      throw new BackendUnavailableException(
          "ND4J's native code could not be loaded: %s. It is unpacked into the folder .javacpp/cache of the home folder, or the one that the system property org.bytedeco.javacpp.cachedir names: 400 MB must be free there, and writable"
              .formatted(rootCause(e)));
    }
  }

  private static Throwable rootCause(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }

  /**
   * How many threads the operations that follow on this thread use. ND4J keeps part of this for the
   * whole process: of models that run at once with different numbers, the last call counts.
   */
  public static void useThreads(int threads) {
    Nd4j.getEnvironment().setMaxThreads(threads);
    Nd4j.getEnvironment().setMaxMasterThreads(threads);
    NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(threads);
  }
}
