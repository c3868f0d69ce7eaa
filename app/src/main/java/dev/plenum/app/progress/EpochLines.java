package dev.plenum.app.progress;

import dev.plenum.api.EpochRecord;
import dev.plenum.api.Training;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/** One line per finished epoch. */
final class EpochLines implements Progress.Epochs {
  private static final List<String> METRICS =
      List.of("loss", "accuracy", "val_loss", "val_accuracy");

  private final PrintStream err;
  private final int images;

  EpochLines(PrintStream err, int images) {
    this.err = err;
    this.images = images;
  }

  @Override
  public void onEpochEnd(Training training, EpochRecord epoch) {
    StringBuilder line = new StringBuilder(title(training, epoch.epoch())).append(':');
    for (String metric : METRICS) {
      Double value = epoch.metrics().get(metric);
      if (value != null) {
        line.append(String.format(Locale.ROOT, " %s %.4f,", metric, value));
      }
    }
    line.append(String.format(
        Locale.ROOT, " %,.0f images/s, %.1f s", images / epoch.seconds(), epoch.seconds()));
    err.println(line);
  }

  /** {@code Epoch 2/5}, numbered from 1. */
  static String title(Training training, int epoch) {
    return String.format(Locale.ROOT, "Epoch %d/%d", epoch + 1, training.fit().epochs());
  }

  @Override
  public void close() {}
}
