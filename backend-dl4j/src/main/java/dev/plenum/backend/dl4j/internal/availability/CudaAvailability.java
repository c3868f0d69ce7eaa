package dev.plenum.backend.dl4j.internal.availability;

import dev.plenum.api.Availability;
import dev.plenum.backend.dl4j.internal.engine.Device;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Whether ND4J can run on an NVIDIA card. Its newest CUDA is 11.6. */
public final class CudaAvailability {
  private static final String LIBRARY = "jnind4jcuda";
  private static final String BINDINGS = "org/nd4j/linalg/jcublas/bindings/";
  private static final String JARS =
      "Build with the Maven profile cuda (mvn -Pcuda), or put org.nd4j:nd4j-cuda-11.6-platform:1.0.0-M2.1 and org.bytedeco:cuda-platform-redist:11.6-8.3-1.5.7 on the class path (some gigabytes)";

  /** Ampere; the next generation but Ada, which is of the same major version, came with 11.8. */
  private static final int NEWEST_MAJOR = 8;

  private CudaAvailability() {}

  /** Looks at the class path, the driver and the cards, in this order. */
  public static Availability of(Surroundings surroundings) {
    if (!surroundings.hasClass(Nd4jChoice.CUDA_CLASS)) {
      return Availability.unavailable("ND4J's CUDA jars are not on the class path", JARS);
    }
    String platform = surroundings.platform();
    if (!surroundings.hasResource(
        BINDINGS + platform + "/" + Platform.libraryFile(platform, LIBRARY))) {
      return Availability.unavailable(
          "ND4J's native code for CUDA on %s is not on the class path".formatted(platform), JARS);
    }
    if (!surroundings.hasNvidiaDriver()) {
      return Availability.unavailable(
          "NVIDIA's driver is not loaded",
          "Install an NVIDIA card and its driver, version 510 or later, so that nvidia-smi lists the card");
    }
    return withDriver(surroundings);
  }

  private static Availability withDriver(Surroundings surroundings) {
    List<Gpu> gpus = surroundings.gpus();
    if (gpus.isEmpty()) {
      return Availability.unavailable(
          "NVIDIA's driver tells of no card",
          "Run nvidia-smi and mend what it says; in a container, hand the card in (docker run --gpus all)");
    }
    Gpu first = gpus.get(0);
    if (first.major() > NEWEST_MAJOR) {
      return Availability.unavailable(
          "the card %s has compute capability %s, newer than CUDA 11.6, the newest that ND4J 1.0.0-M2.1 has, which ends at 8.x"
              .formatted(first.name(), first.computeCapability()),
          "Use the backend dl4j or purejava, or make an older card the first (environment variable CUDA_VISIBLE_DEVICES)");
    }
    return Nd4jChoice.objection(Device.CUDA, surroundings)
        .orElseGet(() -> Availability.available("ND4J with CUDA 11.6 on " + names(gpus)));
  }

  /** The first card's name, for a run's provenance. */
  public static Optional<String> device(Surroundings surroundings) {
    return surroundings.gpus().stream().map(Gpu::name).findFirst();
  }

  private static String names(List<Gpu> gpus) {
    return gpus.stream().map(Gpu::name).collect(Collectors.joining(", "));
  }
}
