package dev.plenum.api.callback;

import dev.plenum.api.Callback;
import dev.plenum.api.EpochRecord;
import dev.plenum.api.Training;
import dev.plenum.api.provenance.Described;
import dev.plenum.api.tensor.NamedTensors;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/**
 * Stops the training when a metric has stopped improving, as Keras does; never in the first epoch.
 *
 * <pre>{@code
 * EarlyStopping.monitor("val_loss").patience(5).restoreBestWeights(true)
 * }</pre>
 *
 * <p>The settings do not change; each method makes a callback of its own.
 */
public final class EarlyStopping implements Callback {
  private static final String NAME = "EarlyStopping";

  private final Monitor monitor;
  private final int patience;
  private final OptionalDouble baseline;
  private final boolean restoreBestWeights;
  private final int startFromEpoch;
  private final Consumer<String> listener;
  private final Remembered<Progress> memory = new Remembered<>(() -> Progress.START);

  /**
   * What was seen so far.
   *
   * @param waited epochs without improvement
   * @param stopped whether the training was asked to stop
   * @param weights those of the best epoch, if they are to be restored; none before the first
   */
  private record Progress(
      OptionalDouble best, int bestEpoch, int waited, boolean stopped, NamedTensors weights) {
    static final Progress START =
        new Progress(OptionalDouble.empty(), 0, 0, false, NamedTensors.empty());

    Progress waiting(int epochs) {
      return new Progress(best, bestEpoch, epochs, stopped, weights);
    }

    Progress stopping() {
      return new Progress(best, bestEpoch, waited, true, weights);
    }
  }

  private EarlyStopping(
      Monitor monitor,
      int patience,
      OptionalDouble baseline,
      boolean restoreBestWeights,
      int startFromEpoch,
      Consumer<String> listener) {
    CallbackParameter.notNegative(NAME, "the patience", patience);
    CallbackParameter.notNegative(NAME, "the epoch to start from", startFromEpoch);
    this.monitor = monitor;
    this.patience = patience;
    this.baseline = baseline;
    this.restoreBestWeights = restoreBestWeights;
    this.startFromEpoch = startFromEpoch;
    this.listener = listener;
  }

  /**
   * {@return a callback with Keras's defaults: no patience, any improvement counts, the last weights stay}
   *
   * @param metric its name, one of {@link Training#metricNames}: {@code val_loss}
   */
  public static EarlyStopping monitor(String metric) {
    return new EarlyStopping(Monitor.of(metric), 0, OptionalDouble.empty(), false, 0, line -> {});
  }

  /**
   * {@return the same with this patience}
   *
   * @param patience how many epochs without improvement there are before the training stops, at least 0; by
   *     default 0, which stops it as early as 1 does
   * @throws IllegalArgumentException if they are negative
   */
  public EarlyStopping patience(int patience) {
    return new EarlyStopping(
        monitor, patience, baseline, restoreBestWeights, startFromEpoch, listener);
  }

  /**
   * {@return the same with this direction}
   *
   * @param mode whether more or less is better; by default {@link Monitor.Mode#AUTO}
   */
  public EarlyStopping mode(Monitor.Mode mode) {
    return new EarlyStopping(
        monitor.mode(mode), patience, baseline, restoreBestWeights, startFromEpoch, listener);
  }

  /**
   * {@return the same with this smallest change that counts as an improvement}
   *
   * @param minDelta how much better a value must be than the best before it, at least 0, see {@link Monitor};
   *     by default 0
   * @throws IllegalArgumentException if it is negative, NaN or infinite
   */
  public EarlyStopping minDelta(double minDelta) {
    return new EarlyStopping(
        monitor.minDelta(minDelta),
        patience,
        baseline,
        restoreBestWeights,
        startFromEpoch,
        listener);
  }

  /**
   * {@return the same with a value that must be beaten too}
   *
   * @param baseline until a value is better than this, improvements do not end the waiting; finite
   * @throws IllegalArgumentException if it is NaN or infinite
   */
  public EarlyStopping baseline(double baseline) {
    if (!Double.isFinite(baseline)) {
      throw new IllegalArgumentException(NAME + ": the baseline must be finite, found " + baseline);
    }
    return new EarlyStopping(
        monitor,
        patience,
        OptionalDouble.of(baseline),
        restoreBestWeights,
        startFromEpoch,
        listener);
  }

  /**
   * {@return the same with or without the best weights at the end of the training, stopped early or not}
   * Without an epoch whose value was finite the model always keeps the last ones.
   *
   * @param restoreBestWeights whether the model then gets the weights of the best epoch; else, by default, it
   *     keeps the last ones
   */
  public EarlyStopping restoreBestWeights(boolean restoreBestWeights) {
    return new EarlyStopping(
        monitor, patience, baseline, restoreBestWeights, startFromEpoch, listener);
  }

  /**
   * {@return the same, watching from an epoch on}
   *
   * @param startFromEpoch the first epoch that is watched, counted from 0; by default 0
   * @throws IllegalArgumentException if the epoch is negative
   */
  public EarlyStopping startFromEpoch(int startFromEpoch) {
    return new EarlyStopping(
        monitor, patience, baseline, restoreBestWeights, startFromEpoch, listener);
  }

  /**
   * {@return the same with this listener, instead of another}
   *
   * @param listener is notified in Keras's words of a stop, and of weights that are restored
   */
  public EarlyStopping onStop(Consumer<String> listener) {
    return new EarlyStopping(
        monitor, patience, baseline, restoreBestWeights, startFromEpoch, listener);
  }

  @Override
  public Map<String, Object> describe() {
    return Described.named(
        NAME,
        "monitor",
        monitor.metric(),
        "min_delta",
        monitor.minDelta(),
        "patience",
        patience,
        "mode",
        monitor.mode().toString(),
        "baseline",
        baseline.isPresent() ? baseline.getAsDouble() : "none",
        "restore_best_weights",
        restoreBestWeights,
        "start_from_epoch",
        startFromEpoch);
  }

  @Override
  public boolean dependsOnLength() {
    return false;
  }

  @Override
  public EarlyStopping forTraining(Consumer<String> announcements) {
    return onStop(listener.andThen(announcements));
  }

  @Override
  public void onTrainBegin(Training training) {
    monitor.requireMeasured(training, NAME);
    memory.begin();
    if (memory.get().stopped()) {
      training.stop(); // interrupted between the stop and the end
    }
  }

  @Override
  public void onEpochEnd(Training training, EpochRecord epoch) {
    if (epoch.epoch() < startFromEpoch) {
      return;
    }
    double value = monitor.valueIn(epoch);
    Progress before = memory.get();
    int waited = before.waited() + 1;
    if (monitor.improves(training, value, before.best())) {
      NamedTensors weights = restoreBestWeights ? training.model().weights() : NamedTensors.empty();
      int left = monitor.improves(training, value, baseline) ? 0 : waited;
      memory.set(new Progress(OptionalDouble.of(value), epoch.epoch(), left, false, weights));
    } else if (waited >= patience && epoch.epoch() > 0) {
      memory.set(before.waiting(waited).stopping());
      training.stop();
      announce("Epoch %05d: early stopping", epoch.epoch() + 1);
    } else {
      memory.set(before.waiting(waited));
    }
  }

  @Override
  public void onTrainEnd(Training training) {
    Progress progress = memory.get();
    if (!progress.weights().byName().isEmpty()) {
      announce(
          "Restoring model weights from the end of the best epoch: %d.", progress.bestEpoch() + 1);
      training.model().setWeights(progress.weights());
    }
  }

  private void announce(String format, int epoch) {
    listener.accept(String.format(Locale.ROOT, format, epoch));
  }

  @Override
  public State state() {
    Progress progress = memory.get();
    Map<String, Double> numbers = new LinkedHashMap<>();
    progress.best().ifPresent(best -> numbers.put("best", best));
    numbers.put("best_epoch", (double) progress.bestEpoch());
    numbers.put("wait", (double) progress.waited());
    numbers.put("stopped", progress.stopped() ? 1.0 : 0.0);
    return new State(numbers, progress.weights());
  }

  @Override
  public void setState(State state) {
    memory.restore(new Progress(
        state.find("best"),
        (int) state.number("best_epoch"),
        (int) state.number("wait"),
        state.number("stopped") != 0,
        state.tensors()));
  }
}
