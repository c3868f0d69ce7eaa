package dev.plenum.interchange.onnx.reading;

/** Numbers of files as people wrote them. */
final class Numbers {
  private Numbers() {}

  /** The shortest decimal that this float stands for: 0.1 rather than 0.10000000149. */
  static double exact(float value) {
    return Double.parseDouble(Float.toString(value));
  }
}
