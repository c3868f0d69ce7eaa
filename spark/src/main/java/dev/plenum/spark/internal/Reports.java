package dev.plenum.spark.internal;

import org.apache.spark.util.AccumulatorV2;

/** Carries a training's last {@link Report} to the driver, with the executor's heartbeats. */
final class Reports extends AccumulatorV2<Report, Report> {
  private static final long serialVersionUID = 1L;

  private volatile Report last = Report.NONE;

  @Override
  public boolean isZero() {
    return last.worker().isEmpty();
  }

  @Override
  public Reports copy() {
    Reports copy = new Reports();
    copy.last = last;
    return copy;
  }

  @Override
  public void reset() {
    last = Report.NONE;
  }

  @Override
  public void add(Report report) {
    last = report;
  }

  @Override
  public void merge(AccumulatorV2<Report, Report> other) {
    if (!other.isZero()) {
      last = other.value();
    }
  }

  @Override
  public Report value() {
    return last;
  }
}
