package dev.plenum.api.callback;

import dev.plenum.api.Callback;
import dev.plenum.api.EpochRecord;
import dev.plenum.api.Optimizer;
import dev.plenum.api.Training;
import dev.plenum.api.provenance.Described;
import dev.plenum.api.tensor.NamedTensors;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/**
 * Reduces the learning rate when a metric has stopped improving, as Keras does.
 *
 * <pre>{@code
 * ReduceLROnPlateau.monitor("val_accuracy").patience(3).factor(0.5).minLr(1e-5)
 * }</pre>
 *
 * <p>The settings do not change; each method makes a callback of its own.
 */
public final class ReduceLROnPlateau implements Callback {
  private static final String NAME = "ReduceLROnPlateau";

  private final Monitor monitor;
  private final int patience;
  private final double factor;
  private final double minLr;
  private final int cooldown;
  private final Consumer<String> listener;
  private final Remembered<Progress> memory;

  /** {@code waited}: epochs without improvement; {@code cooldown}: epochs that are not yet counted. */
  private record Progress(OptionalDouble best, int waited, int cooldown) {}

  private ReduceLROnPlateau(
      Monitor monitor,
      int patience,
      double factor,
      double minLr,
      int cooldown,
      Consumer<String> listener) {
    CallbackParameter.notNegative(NAME, "the patience", patience);
    CallbackParameter.betweenZeroAndOne(NAME, "the factor", factor);
    CallbackParameter.finiteAndNotNegative(NAME, "the smallest learning rate", minLr);
    CallbackParameter.notNegative(NAME, "the cooldown", cooldown);
    this.monitor = monitor;
    this.patience = patience;
    this.factor = factor;
    this.minLr = minLr;
    this.cooldown = cooldown;
    this.listener = listener;
    this.memory = new Remembered<>(() -> new Progress(OptionalDouble.empty(), 0, 0));
  }

  /**
   * {@return a callback with Keras's defaults: a tenth of the rate after 10 epochs without an improvement by
   * more than 1e-4, no cooldown, no smallest rate}
   *
   * @param metric its name, one of {@link Training#metricNames}: {@code val_accuracy}
   */
  public static ReduceLROnPlateau monitor(String metric) {
    Monitor monitor = Monitor.of(metric).minDelta(1e-4);
    return new ReduceLROnPlateau(monitor, 10, 0.1, 0, 0, line -> {});
  }

  /**
   * {@return the same with this patience}
   *
   * @param patience how many epochs without improvement there are before a reduction, at least 0; by default
   *     10
   * @throws IllegalArgumentException if they are negative
   */
  public ReduceLROnPlateau patience(int patience) {
    return new ReduceLROnPlateau(monitor, patience, factor, minLr, cooldown, listener);
  }

  /**
   * {@return the same with this factor of the rate}
   *
   * @param factor what the rate is multiplied by in a reduction, in (0, 1); by default 0.1
   * @throws IllegalArgumentException if it is not greater than 0 and less than 1
   */
  public ReduceLROnPlateau factor(double factor) {
    return new ReduceLROnPlateau(monitor, patience, factor, minLr, cooldown, listener);
  }

  /**
   * {@return the same with this smallest learning rate}
   *
   * @param minLr what the rate is never reduced below, at least 0; by default 0
   * @throws IllegalArgumentException if it is negative, NaN or infinite
   */
  public ReduceLROnPlateau minLr(double minLr) {
    return new ReduceLROnPlateau(monitor, patience, factor, minLr, cooldown, listener);
  }

  /**
   * {@return the same with this cooldown}
   *
   * @param cooldown how many epochs after a reduction no waiting is counted, at least 0, by default 0; as in
   *     Keras, the last of them is counted already
   * @throws IllegalArgumentException if they are negative
   */
  public ReduceLROnPlateau cooldown(int cooldown) {
    return new ReduceLROnPlateau(monitor, patience, factor, minLr, cooldown, listener);
  }

  /**
   * {@return the same with this direction}
   *
   * @param mode whether more or less is better; by default {@link Monitor.Mode#AUTO}
   */
  public ReduceLROnPlateau mode(Monitor.Mode mode) {
    return new ReduceLROnPlateau(monitor.mode(mode), patience, factor, minLr, cooldown, listener);
  }

  /**
   * {@return the same with this smallest change that counts as an improvement}
   *
   * @param minDelta how much better a value must be than the best before it, at least 0, see {@link Monitor};
   *     by default 1e-4
   * @throws IllegalArgumentException if it is negative, NaN or infinite
   */
  public ReduceLROnPlateau minDelta(double minDelta) {
    return new ReduceLROnPlateau(
        monitor.minDelta(minDelta), patience, factor, minLr, cooldown, listener);
  }

  /**
   * {@return the same with this listener, instead of another}
   *
   * @param listener is notified of each reduction in Keras's words: {@code Epoch 00013: ReduceLROnPlateau
   *     reducing learning rate to 0.0005.}
   */
  public ReduceLROnPlateau onReduction(Consumer<String> listener) {
    return new ReduceLROnPlateau(monitor, patience, factor, minLr, cooldown, listener);
  }

  @Override
  public Map<String, Object> describe() {
    return Described.named(
        NAME,
        "monitor",
        monitor.metric(),
        "patience",
        patience,
        "factor",
        factor,
        "mode",
        monitor.mode().toString(),
        "min_delta",
        monitor.minDelta(),
        "cooldown",
        cooldown,
        "min_lr",
        minLr);
  }

  @Override
  public boolean dependsOnLength() {
    return false;
  }

  @Override
  public ReduceLROnPlateau forTraining(Consumer<String> announcements) {
    return onReduction(listener.andThen(announcements));
  }

  @Override
  public void onTrainBegin(Training training) {
    monitor.requireMeasured(training, NAME);
    memory.begin();
  }

  @Override
  public void onEpochEnd(Training training, EpochRecord epoch) {
    double value = monitor.valueIn(epoch);
    Progress before = memory.get();
    int cooling = Math.max(0, before.cooldown() - 1);
    int waited = before.waited() + 1;
    if (monitor.improves(training, value, before.best())) {
      memory.set(new Progress(OptionalDouble.of(value), 0, cooling));
    } else if (cooling > 0) {
      memory.set(new Progress(before.best(), 0, cooling));
    } else if (waited >= patience && reduce(training.model().optimizer(), epoch)) {
      memory.set(new Progress(before.best(), 0, cooldown));
    } else {
      memory.set(new Progress(before.best(), waited, 0));
    }
  }

  /** Whether there was anything left to reduce. */
  private boolean reduce(Optimizer optimizer, EpochRecord epoch) {
    double rate = optimizer.learningRate();
    if (rate <= minLr) {
      return false;
    }
    double reduced = Math.max(rate * factor, minLr);
    optimizer.setLearningRate(reduced);
    listener.accept(String.format(
        Locale.ROOT,
        "Epoch %05d: ReduceLROnPlateau reducing learning rate to %s.",
        epoch.epoch() + 1,
        Digits.of(reduced)));
    return true;
  }

  @Override
  public State state() {
    Progress progress = memory.get();
    Map<String, Double> numbers = new LinkedHashMap<>();
    progress.best().ifPresent(best -> numbers.put("best", best));
    numbers.put("wait", (double) progress.waited());
    numbers.put("cooldown", (double) progress.cooldown());
    return new State(numbers, NamedTensors.empty());
  }

  @Override
  public void setState(State state) {
    memory.restore(new Progress(
        state.find("best"), (int) state.number("wait"), (int) state.number("cooldown")));
  }
}
