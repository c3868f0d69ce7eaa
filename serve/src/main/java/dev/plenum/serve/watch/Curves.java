package dev.plenum.serve.watch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a training measured, thinned out: of a long one, every second epoch, or every fourth …, so that
 * at most {@value #MOST} are kept whatever its length; the last one is always there.
 */
final class Curves {
  static final int MOST = 800;

  private final List<String> metrics;
  private final List<float[]> rows = new ArrayList<>();
  private int stride = 1;
  private int epochs;
  private float[] last = {};

  /** Empty ones, of these metrics. */
  Curves(List<String> metrics) {
    this.metrics = List.copyOf(metrics);
  }

  List<String> metrics() {
    return metrics;
  }

  int epochs() {
    return epochs;
  }

  /** Whether the next epoch is one of those that are kept. */
  boolean keepsNext() {
    return epochs % stride == 0;
  }

  /** Counts the next epoch, which is not kept. */
  void skip() {
    epochs++;
  }

  /**
   * Adds the next epoch.
   *
   * @param values in the order of the metrics; NaN where there is none
   */
  void add(float[] values) {
    if (keepsNext()) {
      rows.add(values);
      if (rows.size() > MOST) {
        thinOut();
      }
    }
    epochs++;
    last = values;
  }

  /** The values of the last epoch, if it was skipped. */
  void setLast(float[] values) {
    last = values;
  }

  private void thinOut() {
    stride *= 2;
    for (int i = 1; i < rows.size(); i++) {
      rows.remove(i);
    }
  }

  /** The values of the last epoch by metric; those that are numbers. */
  Map<String, Float> last() {
    Map<String, Float> values = new LinkedHashMap<>();
    for (int i = 0; i < last.length; i++) {
      if (Float.isFinite(last[i])) {
        values.put(metrics.get(i), last[i]);
      }
    }
    return values;
  }

  /** As JSON: the epochs, numbered from 1, and each metric's values, null where there is no number. */
  Map<String, Object> json() {
    boolean isLastKept = epochs == 0 || (epochs - 1) % stride == 0;
    List<float[]> shown = new ArrayList<>(rows);
    List<Integer> numbers = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      numbers.add(i * stride + 1);
    }
    if (!isLastKept) {
      shown.add(last);
      numbers.add(epochs);
    }
    Map<String, Object> values = new LinkedHashMap<>();
    for (int i = 0; i < metrics.size(); i++) {
      List<Object> column = new ArrayList<>();
      for (float[] row : shown) {
        column.add(Numbers.orNull(row[i]));
      }
      values.put(metrics.get(i), column);
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("stride", stride);
    json.put("epochs", numbers);
    json.put("values", values);
    return json;
  }
}
