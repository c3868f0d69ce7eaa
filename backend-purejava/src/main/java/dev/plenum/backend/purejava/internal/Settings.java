package dev.plenum.backend.purejava.internal;

import dev.plenum.backend.purejava.internal.kernels.Kernels;
import java.util.Map;

/**
 * What users may choose.
 *
 * @param threads how many threads compute, 1 … 1024
 * @param kernelChoice {@code auto}, {@code vector} or {@code scalar}
 */
public record Settings(int threads, String kernelChoice) {
  private static final int MAX_THREADS = 1024;

  /** One thread per core, the fastest kernels there are. */
  public static Settings defaults() {
    return new Settings(Runtime.getRuntime().availableProcessors(), "auto");
  }

  /**
   * These with some changed.
   *
   * @throws IllegalArgumentException if a name is unknown or a value out of range
   */
  public Settings with(Map<String, String> changes) {
    Settings changed = this;
    for (Map.Entry<String, String> change : changes.entrySet()) {
      changed = switch (change.getKey()) {
        case "threads" -> new Settings(parseThreads(change.getValue()), changed.kernelChoice);
        case "kernels" -> new Settings(changed.threads, parseKernels(change.getValue()));
        default ->
          throw new IllegalArgumentException(
              "the backend 'purejava' has no setting '%s'; it has: threads, kernels"
                  .formatted(change.getKey()));
      };
    }
    return changed;
  }

  /** The kernels that were chosen. */
  public Kernels kernels() {
    boolean vector = kernelChoice.equals("vector")
        || (kernelChoice.equals("auto") && Kernels.isVectorAvailable());
    return vector ? Kernels.vector() : Kernels.scalar();
  }

  private static int parseThreads(String value) {
    try {
      int threads = Integer.parseInt(value);
      if (threads >= 1 && threads <= MAX_THREADS) {
        return threads;
      }
    } catch (NumberFormatException e) {
      // falls through to the one message for all bad values
    }
    throw new IllegalArgumentException(
        "threads must be a whole number from 1 to %d, found '%s'".formatted(MAX_THREADS, value));
  }

  private static String parseKernels(String value) {
    if (!value.equals("auto") && !value.equals("vector") && !value.equals("scalar")) {
      throw new IllegalArgumentException(
          "kernels must be auto, vector or scalar, found '" + value + "'");
    }
    if (value.equals("vector") && !Kernels.isVectorAvailable()) {
      throw new IllegalArgumentException("this JVM runs without the Vector API: " + Kernels.REMEDY);
    }
    return value;
  }
}
