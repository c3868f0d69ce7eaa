package dev.plenum.interchange.onnx;

import java.util.Optional;
import nu.pattern.OpenCV;

/** OpenCV's native code. */
final class OpenCvLibrary {
  /** Why it is not there; empty if it was loaded. */
  static final Optional<String> PROBLEM = load();

  private OpenCvLibrary() {}

  private static Optional<String> load() {
    try {
      OpenCV.loadLocally();
      return Optional.empty();
    } catch (RuntimeException | LinkageError | AssertionError e) {
      return Optional.of(e.toString());
    }
  }
}
