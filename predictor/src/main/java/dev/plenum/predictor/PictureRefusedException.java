package dev.plenum.predictor;

import java.io.IOException;

/** What was given is no picture that can be classified. Sent again, it will be refused again. */
public final class PictureRefusedException extends IOException {
  private static final long serialVersionUID = 1L;

  /** Why it was refused. */
  private final Reason reason;

  /** Why a picture is refused. */
  public enum Reason {
    /** It is none, of a format that is not read, or damaged. */
    NO_PICTURE,
    /** It has more bytes than are taken. */
    TOO_MANY_BYTES,
    /** It has more pixels than are taken, as its header says; none of them was decoded. */
    TOO_MANY_PIXELS
  }

  PictureRefusedException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  PictureRefusedException(Reason reason, IOException cause) {
    super(cause.getMessage(), cause);
    this.reason = reason;
  }

  /** {@return why the picture is refused} */
  public Reason reason() {
    return reason;
  }
}
