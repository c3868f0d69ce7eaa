package dev.plenum.backend.dl4j.internal.availability;

import java.util.Locale;

/** JavaCPP's names of systems. */
final class Platform {
  private Platform() {}

  /** From the system properties os.name and os.arch. */
  static String of(String osName, String osArch) {
    return system(osName.toLowerCase(Locale.ROOT)) + "-" + architecture(osArch);
  }

  private static String system(String name) {
    if (name.startsWith("mac")) {
      return "macosx";
    }
    return name.startsWith("windows") ? "windows" : name.replace(" ", "");
  }

  private static String architecture(String arch) {
    return switch (arch) {
      case "amd64", "x86_64" -> "x86_64";
      case "aarch64" -> "arm64";
      default -> arch;
    };
  }

  /** The name of the file that JavaCPP loads ND4J's native code with. */
  static String libraryFile(String platform, String library) {
    if (platform.startsWith("windows")) {
      return library + ".dll";
    }
    return "lib" + library + (platform.startsWith("macosx") ? ".dylib" : ".so");
  }
}
