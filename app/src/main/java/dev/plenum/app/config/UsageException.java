package dev.plenum.app.config;

/** The user asked for something that cannot be: wrong usage or configuration, exit code 2. */
public final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With a message that says what was found and what is allowed. */
  public UsageException(String message) {
    super(message);
  }
}
