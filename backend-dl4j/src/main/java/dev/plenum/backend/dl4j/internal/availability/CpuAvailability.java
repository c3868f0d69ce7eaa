package dev.plenum.backend.dl4j.internal.availability;

import dev.plenum.api.Availability;
import dev.plenum.backend.dl4j.internal.engine.Device;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Whether ND4J can run on the processor. */
public final class CpuAvailability {
  private static final String CPU_CLASS = "org.nd4j.linalg.cpu.nativecpu.CpuBackend";
  private static final String ARTIFACT = "org.nd4j:nd4j-native:1.0.0-M2.1";

  /**
   * What only the start of the JVM can set. Without the first three glibc gives the memory of each
   * operation back to the system, which clears it for the next; without the last the threads spin
   * where they wait for each other, which is a disaster on a machine that does something else as well.
   */
  private static final Map<String, String> ENVIRONMENT = Map.of(
      "MALLOC_MMAP_THRESHOLD_", "1073741824",
      "MALLOC_TRIM_THRESHOLD_", "8589934592",
      "MALLOC_TOP_PAD_", "67108864",
      "OMP_WAIT_POLICY", "passive");

  private CpuAvailability() {}

  /** Looks at the class path, the processor and the environment. */
  public static Availability of(Surroundings surroundings) {
    Optional<CpuBinary> binary = CpuBinary.find(surroundings);
    if (binary.isEmpty() || !surroundings.hasClass(CPU_CLASS)) {
      return missing(surroundings.platform());
    }
    if (binary.get().crashesOn(surroundings.processorFlags())) {
      return Availability.unavailable(
          "ND4J's native code on the class path, %s, needs instructions that this processor lacks"
              .formatted(binary.get().classifier()),
          useBinary(surroundings.platform()));
    }
    return Nd4jChoice.objection(Device.CPU, surroundings)
        .orElseGet(() -> available(binary.get(), surroundings));
  }

  /** What the kernels use, for a run's provenance. */
  public static String instructionSet(Surroundings surroundings) {
    return CpuBinary.find(surroundings)
        .map(binary ->
            binary.classifier() + (binary.hasOneDnn() ? ", kernels chosen by the processor" : ""))
        .orElse("unknown");
  }

  private static Availability missing(String platform) {
    if (CpuBinary.recommended(platform).isEmpty()) {
      return Availability.unavailable(
          "ND4J has no native code for " + platform, "Use the backend purejava");
    }
    return Availability.unavailable(
        "ND4J's native code for %s is not on the class path".formatted(platform),
        useBinary(platform));
  }

  private static String useBinary(String platform) {
    return "Put the artifact %s on the class path, also with the classifier %s"
        .formatted(ARTIFACT, CpuBinary.recommended(platform).orElse(platform));
  }

  private static Availability available(CpuBinary binary, Surroundings surroundings) {
    String detail = "ND4J on the CPU, " + binary.classifier();
    if (!binary.hasOneDnn()
        && CpuBinary.recommended(surroundings.platform())
            .filter(classifier -> new CpuBinary(classifier).hasOneDnn())
            .isPresent()) {
      return Availability.improvable(
          detail + ": without oneDNN, so that convolutions are 10 times slower",
          useBinary(surroundings.platform()));
    }
    String wanted = ENVIRONMENT.entrySet().stream()
        .filter(variable -> surroundings.environment(variable.getKey()).isEmpty())
        .map(variable -> variable.getKey() + "=" + variable.getValue())
        .sorted()
        .collect(Collectors.joining(" "));
    return surroundings.platform().startsWith("linux") && !wanted.isEmpty()
        ? Availability.improvable(
            detail,
            "Set before the JVM starts, these environment variables make it up to 3 times faster: "
                + wanted)
        : Availability.available(detail);
  }
}
