package dev.plenum.backend.dl4j.internal.availability;

/**
 * An NVIDIA card.
 *
 * @param name what it is called
 * @param major first number of its compute capability
 * @param minor second number
 */
public record Gpu(String name, int major, int minor) {

  /** As NVIDIA writes it: {@code 8.6}. */
  String computeCapability() {
    return major + "." + minor;
  }
}
