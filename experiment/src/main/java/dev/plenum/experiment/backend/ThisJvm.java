package dev.plenum.experiment.backend;

import java.util.List;
import java.util.Locale;

/** What the Java machine of this process is, in words. */
public final class ThisJvm {
  private static final String VECTOR_MODULE = "jdk.incubator.vector";

  private ThisJvm() {}

  /** {@return a line for each fact} */
  public static List<String> facts() {
    return List.of(
        "%s %s (%s)"
            .formatted(property("java.vm.name"), property("java.version"), property("java.vendor")),
        "%s %s %s".formatted(property("os.name"), property("os.version"), property("os.arch")),
        String.format(
            Locale.ROOT,
            "%d processors, heap of up to %,d MB",
            Runtime.getRuntime().availableProcessors(),
            Runtime.getRuntime().maxMemory() >> 20),
        "Vector API: " + (hasVectorModule() ? "on" : "off") + " (module " + VECTOR_MODULE + ")");
  }

  private static boolean hasVectorModule() {
    return ModuleLayer.boot().findModule(VECTOR_MODULE).isPresent();
  }

  private static String property(String key) {
    return System.getProperty(key, "?");
  }
}
