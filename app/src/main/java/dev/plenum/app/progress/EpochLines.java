package dev.plenum.app.progress;

import dev.plenum.api.EpochRecord;
import dev.plenum.api.Training;
import dev.plenum.api.metric.MetricNames;
import dev.plenum.report.page.MetricText;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** One line per finished epoch. */
final class EpochLines implements Progress.Epochs {
  private final PrintStream err;
  private final int images;

  EpochLines(PrintStream err, int images) {
    this.err = err;
    this.images = images;
  }

  @Override
  public void onEpochEnd(Training training, EpochRecord epoch) {
    Map<String, Double> metrics = new LinkedHashMap<>(epoch.metrics());
    metrics.remove(MetricNames.LEARNING_RATE);
    err.println(String.format(
        Locale.ROOT,
        "%s: %s, %,.0f images/s, %.1f s",
        title(training, epoch.epoch()),
        MetricText.of(metrics),
        images / epoch.seconds(),
        epoch.seconds()));
  }

  /** {@code Epoch 2/5}, numbered from 1. */
  static String title(Training training, int epoch) {
    return String.format(Locale.ROOT, "Epoch %d/%d", epoch + 1, training.fit().epochs());
  }

  @Override
  public void close() {}
}
