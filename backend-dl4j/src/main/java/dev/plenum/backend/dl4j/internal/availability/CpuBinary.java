package dev.plenum.backend.dl4j.internal.availability;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One of the builds of ND4J's native code for the CPU.
 *
 * @param classifier of its jar: the platform and what it is built for, {@code linux-x86_64-onednn}
 */
record CpuBinary(String classifier) {
  private static final String FOLDER = "org/nd4j/linalg/cpu/nativecpu/bindings/";
  private static final String LIBRARY = "jnind4jcpu";
  private static final String ONEDNN = "-onednn";
  private static final Set<String> AVX2 = Set.of("avx2", "fma");
  private static final Set<String> AVX512 =
      Set.of("avx512f", "avx512cd", "avx512bw", "avx512dq", "avx512vl");

  /** In the order in which JavaCPP looks for them. */
  private static final List<String> EXTENSIONS =
      List.of("-onednn", "-onednn-avx512", "-onednn-avx2", "", "-avx2", "-avx512", "-compat");

  /** The one that JavaCPP will load; empty if there is none on the class path. */
  static Optional<CpuBinary> find(Surroundings surroundings) {
    String platform = surroundings.platform();
    String file = "/" + Platform.libraryFile(platform, LIBRARY);
    List<String> extensions = surroundings
        .property("org.bytedeco.javacpp.platform.extension")
        .filter(extension -> !extension.isEmpty())
        .map(List::of)
        .orElse(EXTENSIONS);
    return extensions.stream()
        .filter(extension -> surroundings.hasResource(FOLDER + platform + extension + file))
        .map(extension -> new CpuBinary(platform + extension))
        .findFirst();
  }

  /** The classifier of the jar to use on a platform, for a remedy; empty if there is none. */
  static Optional<String> recommended(String platform) {
    return switch (platform) {
      case "linux-x86_64", "macosx-x86_64", "windows-x86_64" -> Optional.of(platform + ONEDNN);
      case "linux-arm64", "macosx-arm64" -> Optional.of(platform);
      default -> Optional.empty();
    };
  }

  boolean hasOneDnn() {
    return classifier.contains(ONEDNN);
  }

  /** Whether it uses instructions that the processor lacks, as far as is known. */
  boolean crashesOn(Set<String> processorFlags) {
    Set<String> needed = Set.of();
    if (classifier.endsWith("-avx512")) {
      needed = AVX512;
    } else if (classifier.endsWith("-avx2")) {
      needed = AVX2;
    }
    return !processorFlags.isEmpty() && !processorFlags.containsAll(needed);
  }
}
