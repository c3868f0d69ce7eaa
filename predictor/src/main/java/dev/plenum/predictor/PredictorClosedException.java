package dev.plenum.predictor;

/** The predictor was closed before it took the picture. */
public final class PredictorClosedException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  PredictorClosedException() {
    super("the predictor is closed, and takes no more pictures");
  }
}
