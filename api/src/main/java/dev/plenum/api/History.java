package dev.plenum.api;

import java.util.ArrayList;
import java.util.List;

/**
 * What was measured while training.
 *
 * @param epochs one record per finished epoch
 */
public record History(List<EpochRecord> epochs) {

  /**
   * Copies the list.
   *
   * @param epochs one record per finished epoch
   */
  public History {
    epochs = List.copyOf(epochs);
  }

  /** {@return a history of nothing yet} */
  public static History empty() {
    return new History(List.of());
  }

  /**
   * {@return this and one epoch more}
   *
   * @param epoch the one that comes last
   */
  public History with(EpochRecord epoch) {
    List<EpochRecord> more = new ArrayList<>(epochs);
    more.add(epoch);
    return new History(more);
  }

  /**
   * {@return the values of one metric, epoch by epoch}
   *
   * @param metric its name: {@code val_loss}
   * @throws IllegalArgumentException if an epoch lacks it; the message lists what there is
   */
  public List<Double> values(String metric) {
    return epochs.stream().map(epoch -> epoch.value(metric)).toList();
  }
}
