package dev.plenum.backend.dl4j.internal.availability;

import dev.plenum.api.Availability;

/** Whether Deeplearning4j's own networks can run on the processor. */
public final class NetworksAvailability {
  private static final String NETWORK_CLASS = "org.deeplearning4j.nn.multilayer.MultiLayerNetwork";
  private static final String RESOURCES_CLASS = "org.deeplearning4j.config.DL4JClassLoading";

  private NetworksAvailability() {}

  /** Looks for their jars, then as {@link CpuAvailability} does. */
  public static Availability of(Surroundings surroundings) {
    if (!surroundings.hasClass(NETWORK_CLASS) || !surroundings.hasClass(RESOURCES_CLASS)) {
      return Availability.unavailable(
          "Deeplearning4j's networks are not on the class path",
          "Put the artifacts org.deeplearning4j:deeplearning4j-nn:1.0.0-M2.1 and org.deeplearning4j:resources:1.0.0-M2.1 on the class path");
    }
    return CpuAvailability.of(surroundings);
  }
}
