package dev.plenum.api.spi;

/** Whether a model is open; its layers and its optimizer end with it. */
final class LifeCycle {
  private boolean closed;

  void requireOpen() {
    if (closed) {
      throw new IllegalStateException("the model is closed");
    }
  }

  /** Returns whether this is the first call. */
  boolean end() {
    boolean first = !closed;
    closed = true;
    return first;
  }
}
