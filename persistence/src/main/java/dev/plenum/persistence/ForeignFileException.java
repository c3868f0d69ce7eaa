package dev.plenum.persistence;

/** A file that is none of the kind that is wanted, but known. */
public class ForeignFileException extends InvalidModelFileException {
  private static final long serialVersionUID = 1L;

  /** What the file is. */
  private final ForeignFormat format;

  /** With a message that names the file, what it is and what is wanted. */
  ForeignFileException(String message, ForeignFormat format) {
    super(message, null);
    this.format = format;
  }

  /** {@return what it is} */
  public ForeignFormat format() {
    return format;
  }
}
