package dev.plenum.datasets.internal.download;

import java.io.IOException;

/** A mirror did not deliver. Not thrown for failures of this machine's own file system. */
final class MirrorException extends IOException {
  private static final long serialVersionUID = 1L;

  private final boolean worthRetrying;

  private MirrorException(String reason, boolean worthRetrying) {
    super(reason);
    this.worthRetrying = worthRetrying;
  }

  /** What may go better a moment later. */
  static MirrorException passing(String reason) {
    return new MirrorException(reason, true);
  }

  /** What would be the same again. */
  static MirrorException lasting(String reason) {
    return new MirrorException(reason, false);
  }

  boolean isWorthRetrying() {
    return worthRetrying;
  }
}
