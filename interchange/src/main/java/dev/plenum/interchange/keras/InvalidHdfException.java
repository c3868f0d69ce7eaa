package dev.plenum.interchange.keras;

/** What an HDF5 file holds is not what it should; the message names the place and what was found. */
final class InvalidHdfException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  InvalidHdfException(String message) {
    super(message);
  }
}
