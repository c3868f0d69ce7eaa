package dev.plenum.app.progress;

import dev.plenum.api.BatchResult;
import dev.plenum.api.EpochRecord;
import dev.plenum.api.Training;
import dev.plenum.api.TrainingPosition;
import dev.plenum.api.metric.MetricNames;
import dev.plenum.experiment.TrainingListener;
import dev.plenum.report.MetricText;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** A bar for the epoch under way, and a line for each one that is finished. */
final class EpochProgress implements TrainingListener.Follower {
  private final PrintStream err;
  private final TerminalBar bar;
  private final int images;
  private long shown;

  EpochProgress(PrintStream err, TerminalBar bar, int images) {
    this.err = err;
    this.bar = bar;
    this.images = images;
  }

  /** A part of the epoch may have been trained in an earlier process. */
  @Override
  public void onTrainBegin(Training training) {
    shown = training.position().samples();
  }

  /** By then it is known which images the epoch shows. */
  @Override
  public void onTrainBatchBegin(Training training, int step) {
    if (!bar.isOpen()) {
      long most = (long) training.steps() * training.fit().batchSize();
      bar.begin(title(training, training.position().epoch()), Math.min(most, images));
    }
  }

  @Override
  public void onTrainBatchEnd(Training training, int step, BatchResult result) {
    TrainingPosition position = training.position();
    shown = position.samples();
    if (bar.isOpen()) {
      bar.tell(MetricText.of(position.metrics(), "  "));
      bar.stepTo(shown);
    }
  }

  @Override
  public void onEpochEnd(Training training, EpochRecord epoch) {
    bar.end();
    Map<String, Double> metrics = new LinkedHashMap<>(epoch.metrics());
    metrics.remove(MetricNames.LEARNING_RATE);
    err.println(String.format(
        Locale.ROOT,
        "%s: %s, %,.0f images/s, %.1f s",
        title(training, epoch.epoch()),
        MetricText.of(metrics),
        shown / epoch.seconds(),
        epoch.seconds()));
  }

  /** {@code Epoch 2/5}, numbered from 1. */
  private static String title(Training training, int epoch) {
    return String.format(Locale.ROOT, "Epoch %d/%d", epoch + 1, training.fit().epochs());
  }

  @Override
  public void close() {
    bar.end();
  }
}
