package dev.plenum.app.progress;

import dev.plenum.api.BatchResult;
import dev.plenum.api.EpochRecord;
import dev.plenum.api.Training;
import dev.plenum.api.TrainingPosition;
import dev.plenum.report.page.MetricText;
import java.io.PrintStream;
import me.tongfei.progressbar.ProgressBar;
import org.jspecify.annotations.Nullable;

/** A bar for the epoch under way, which gives place to a line when the epoch is finished. */
final class EpochBars implements Progress.Epochs {
  private final PrintStream err;
  private final int columns;
  private final int images;
  private final EpochLines lines;
  private @Nullable ProgressBar bar;

  EpochBars(PrintStream err, int columns, int images) {
    this.err = err;
    this.columns = columns;
    this.images = images;
    this.lines = new EpochLines(err, images);
  }

  @Override
  public void onTrainBegin(Training training) {
    if (training.position().step() > 0) { // this epoch has begun in an earlier process
      onEpochBegin(training, training.position().epoch());
    }
  }

  @Override
  public void onEpochBegin(Training training, int epoch) {
    bar = TerminalLine.bar(
        err, columns, EpochLines.title(training, epoch), images, BarRenderer.IMAGES);
  }

  @Override
  public void onTrainBatchEnd(Training training, int step, BatchResult result) {
    if (bar != null) {
      TrainingPosition position = training.position();
      bar.setExtraMessage(MetricText.of(position.metrics(), "  "));
      bar.stepTo(position.samples());
    }
  }

  @Override
  public void onEpochEnd(Training training, EpochRecord epoch) {
    close();
    lines.onEpochEnd(training, epoch);
  }

  @Override
  public void close() {
    if (bar != null) {
      TerminalLine.finish(bar, err);
      bar = null;
    }
  }
}
