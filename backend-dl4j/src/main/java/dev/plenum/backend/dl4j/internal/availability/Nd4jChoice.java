package dev.plenum.backend.dl4j.internal.availability;

import dev.plenum.api.Availability;
import dev.plenum.backend.dl4j.internal.engine.Device;
import java.util.Optional;

/**
 * Foresees what ND4J will run on in this process. It has no setting for that but two environment
 * variables, which rank the CPU and CUDA; CUDA is preferred.
 */
final class Nd4jChoice {
  static final String CUDA_CLASS = "org.nd4j.linalg.jcublas.JCublasBackend";
  private static final String CPU_PRIORITY = "BACKEND_PRIORITY_CPU";
  private static final String GPU_PRIORITY = "BACKEND_PRIORITY_GPU";

  private Nd4jChoice() {}

  /** Why ND4J will not run on this device, although both could; empty if it will. */
  static Optional<Availability> objection(Device wanted, Surroundings surroundings) {
    Optional<Device> running = surroundings.running();
    if (running.isPresent()) {
      return running.get() == wanted
          ? Optional.empty()
          : Optional.of(Availability.unavailable(
              "ND4J already runs on %s in this process, and it chooses once"
                  .formatted(running.get()),
              "Use another process for each of dl4j and dl4j-cuda"));
    }
    Device choice = prefersCuda(surroundings) ? Device.CUDA : Device.CPU;
    if (choice == wanted) {
      return Optional.empty();
    }
    return Optional.of(
        wanted == Device.CPU
            ? Availability.unavailable(
                "ND4J's CUDA jars are on the class path and there is a GPU, so that ND4J will run on CUDA",
                "Set the environment variable %s=200 before the JVM starts, or build without the profile cuda"
                    .formatted(CPU_PRIORITY))
            : Availability.unavailable(
                "the environment variables %s and %s make ND4J run on the CPU"
                    .formatted(CPU_PRIORITY, GPU_PRIORITY),
                "Unset both before the JVM starts"));
  }

  private static boolean prefersCuda(Surroundings surroundings) {
    return priority(surroundings, GPU_PRIORITY, 100) > priority(surroundings, CPU_PRIORITY, 0)
        && surroundings.hasClass(CUDA_CLASS)
        && surroundings.hasNvidiaDriver()
        && !surroundings.gpus().isEmpty();
  }

  private static int priority(Surroundings surroundings, String variable, int standard) {
    try {
      return surroundings.environment(variable).map(Integer::parseInt).orElse(standard);
    } catch (NumberFormatException e) {
      return standard; // ND4J itself refuses it with a clear message
    }
  }
}
