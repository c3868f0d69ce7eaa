package dev.plenum.api.tensor;

/** Weights of which some are NaN or infinite: they are of no use. The message names the tensor. */
public class NonFiniteException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  NonFiniteException(String message) {
    super(message);
  }
}
