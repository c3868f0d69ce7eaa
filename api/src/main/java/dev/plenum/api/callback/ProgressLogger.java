package dev.plenum.api.callback;

import dev.plenum.api.Callback;
import dev.plenum.api.EpochRecord;
import dev.plenum.api.Training;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Reports each epoch in one line, as Keras does with {@code verbose=2}:
 *
 * <pre>{@code
 * model.fit(images, Fit.epochs(5).callbacks(ProgressLogger.to(System.out::println)));
 *
 * Epoch 1/5 - 4s - loss: 0.3012 - accuracy: 0.9113 - val_loss: 0.1200 - val_accuracy: 0.9640 - learning_rate: 0.0010
 * }</pre>
 *
 * <p>The seconds are those of the training, without validation.
 */
public final class ProgressLogger implements Callback {
  /** Numbers up to this are written with an exponent. */
  private static final double SMALL = 1e-3;

  private final Consumer<String> listener;

  private ProgressLogger(Consumer<String> listener) {
    this.listener = listener;
  }

  /**
   * {@return a logger that reports to a listener}
   *
   * @param listener gets each line, without its end, on the thread that trains
   */
  public static ProgressLogger to(Consumer<String> listener) {
    return new ProgressLogger(listener);
  }

  @Override
  public boolean onlyWatches() {
    return true;
  }

  @Override
  public void onEpochEnd(Training training, EpochRecord epoch) {
    StringBuilder line = new StringBuilder(String.format(
        Locale.ROOT,
        "Epoch %d/%d - %.0fs",
        epoch.epoch() + 1,
        training.fit().epochs(),
        epoch.seconds()));
    training
        .metricNames()
        .forEach(metric ->
            line.append(" - ").append(metric).append(": ").append(text(epoch.value(metric))));
    listener.accept(line.toString());
  }

  /** Keras decides in single precision, in which 0.001 is a little more than that. */
  private static String text(double value) {
    return String.format(Locale.ROOT, Math.abs((float) value) > SMALL ? "%.4f" : "%.4e", value);
  }
}
