package dev.plenum.interchange.onnx.reading;

/** A graph that is no ONNX graph, or one that cannot be read here; the message says what was found. */
final class InvalidOnnxException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  InvalidOnnxException(String message) {
    super(message);
  }
}
