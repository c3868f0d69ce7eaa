package dev.plenum.benchmarks.training;

import java.util.List;

/** A process that should have measured something ended without a result. */
final class MeasurementFailedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<String> lastLines;

  /**
   * With what is known of it.
   *
   * @param reason in words, without a full stop
   * @param lastLines what it printed last
   */
  MeasurementFailedException(String reason, List<String> lastLines) {
    super(reason);
    this.lastLines = List.copyOf(lastLines);
  }

  List<String> lastLines() {
    return lastLines;
  }
}
