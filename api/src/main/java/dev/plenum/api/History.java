package dev.plenum.api;

import java.util.ArrayList;
import java.util.List;

/**
 * What was measured while training.
 *
 * @param epochs one record per finished epoch
 */
public record History(List<EpochRecord> epochs) {

  /** Copies the list. */
  public History {
    epochs = List.copyOf(epochs);
  }

  /** Nothing yet. */
  public static History empty() {
    return new History(List.of());
  }

  /** This and one epoch more. */
  public History with(EpochRecord epoch) {
    List<EpochRecord> more = new ArrayList<>(epochs);
    more.add(epoch);
    return new History(more);
  }

  /**
   * The values of one metric, epoch by epoch.
   *
   * @throws IllegalArgumentException if an epoch lacks it; the message lists what there is
   */
  public List<Double> values(String metric) {
    return epochs.stream().map(epoch -> epoch.value(metric)).toList();
  }
}
