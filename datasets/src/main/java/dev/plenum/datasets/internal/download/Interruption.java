package dev.plenum.datasets.internal.download;

import java.io.InterruptedIOException;

/** How an interrupted download ends. */
final class Interruption {
  private Interruption() {}

  /** Keeps the thread marked as interrupted. */
  static InterruptedIOException asIoException() {
    Thread.currentThread().interrupt();
    return new InterruptedIOException("the download was interrupted");
  }
}
