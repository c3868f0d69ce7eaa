package dev.plenum.api.callback;

import dev.plenum.api.Callback;
import dev.plenum.api.EpochRecord;
import dev.plenum.api.History;
import dev.plenum.api.Training;
import dev.plenum.api.TrainingDivergedException;
import dev.plenum.api.metric.MetricNames;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Ends a training whose loss becomes NaN or infinite, instead of letting it fail: {@code fit} returns
 * the history so far, and the other callbacks see the end, so that {@link EarlyStopping} can restore
 * the best weights. Nothing repairs the model's weights otherwise.
 *
 * <p>After a broken step the epoch leaves no record. When only the validation's loss is broken, the
 * epoch is the last one recorded.
 */
public final class TerminateOnNaN implements Callback {
  private final Consumer<String> listener;

  private TerminateOnNaN(Consumer<String> listener) {
    this.listener = listener;
  }

  /** {@return the callback, with no listener} */
  public static TerminateOnNaN instance() {
    return new TerminateOnNaN(line -> {});
  }

  /**
   * {@return the same with this listener, instead of another}
   *
   * @param listener is notified when and why the training ends
   */
  public TerminateOnNaN onTermination(Consumer<String> listener) {
    return new TerminateOnNaN(listener);
  }

  @Override
  public boolean dependsOnLength() {
    return false;
  }

  @Override
  public TerminateOnNaN forTraining(Consumer<String> announcements) {
    return onTermination(listener.andThen(announcements));
  }

  @Override
  public void onTrainBegin(Training training) {
    History history = training.position().history();
    int epochs = history.epochs().size();
    if (epochs > 0) {
      endIfBroken(training, history.epochs().get(epochs - 1)); // it was interrupted before its end
    }
  }

  @Override
  public boolean onDivergence(Training training, TrainingDivergedException divergence) {
    listener.accept(String.valueOf(divergence.getMessage()));
    return true;
  }

  @Override
  public void onEpochEnd(Training training, EpochRecord epoch) {
    endIfBroken(training, epoch);
  }

  private void endIfBroken(Training training, EpochRecord epoch) {
    for (String metric : List.of(MetricNames.LOSS, MetricNames.validation(MetricNames.LOSS))) {
      Double value = epoch.metrics().get(metric);
      if (value != null && !Double.isFinite(value)) {
        listener.accept(String.format(
            Locale.ROOT,
            "training diverged: %s became %s in epoch %d. Try a smaller learning rate",
            metric,
            value,
            epoch.epoch() + 1));
        training.stop();
      }
    }
  }
}
