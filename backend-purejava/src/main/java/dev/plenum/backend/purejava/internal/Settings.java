package dev.plenum.backend.purejava.internal;

import dev.plenum.api.spi.ThreadSetting;
import dev.plenum.backend.purejava.internal.kernels.Kernels;
import java.util.Map;

/**
 * What users may choose.
 *
 * @param threads how many threads compute, 1 … 1024
 * @param kernelChoice {@code auto}, {@code vector} or {@code scalar}
 */
public record Settings(int threads, String kernelChoice) {
  /** One thread per core, the fastest kernels there are. */
  public static Settings defaults() {
    return new Settings(ThreadSetting.onePerCore(), "auto");
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
        case "threads" ->
          new Settings(ThreadSetting.parse(change.getValue()), changed.kernelChoice);
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
