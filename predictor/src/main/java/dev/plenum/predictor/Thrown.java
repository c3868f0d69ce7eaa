package dev.plenum.predictor;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What went wrong in the worker's thread, thrown in the one that waits. */
final class Thrown {
  private Thrown() {}

  /** Throws what it is, with the waiting thread's own trace beside it. */
  static IOException again(@Nullable Throwable problem) {
    RuntimeException here = new RuntimeException("the thread that waited was here");
    if (problem instanceof Error error) {
      error.addSuppressed(here);
      throw error;
    }
    if (problem instanceof RuntimeException unchecked) {
      unchecked.addSuppressed(here);
      throw unchecked;
    }
    return new IOException(problem);
  }
}
