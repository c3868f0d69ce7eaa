package dev.plenum.app.train;

import dev.plenum.api.callback.EarlyStopping;
import dev.plenum.app.config.Key;
import dev.plenum.app.config.Settings;
import dev.plenum.app.config.UsageException;
import java.util.Optional;

/** The settings of early stopping. */
final class EarlyStops {
  private static final Changes<EarlyStopping> CHANGES = new Changes<EarlyStopping>()
      .with(Key.STOP_PATIENCE, Integer.class, EarlyStopping::patience)
      .with(Key.STOP_MIN_DELTA, Double.class, EarlyStopping::minDelta)
      .with(Key.STOP_BASELINE, Double.class, EarlyStopping::baseline)
      .with(Key.STOP_FROM_EPOCH, Integer.class, EarlyStopping::startFromEpoch)
      .with(Key.RESTORE_BEST, Boolean.class, EarlyStopping::restoreBestWeights);

  private EarlyStops() {}

  /**
   * What the settings ask for, if they do.
   *
   * @throws UsageException if a value is out of range, or what is monitored is not measured
   */
  static Optional<EarlyStopping> of(Settings settings) {
    return reason(settings).map(key -> {
      String metric = MonitoredMetric.of(settings, Key.STOP_MONITOR, key);
      return CHANGES.apply(EarlyStopping.monitor(metric), settings);
    });
  }

  /** The key that switches it on. */
  private static Optional<Key> reason(Settings settings) {
    return settings.find(Key.EARLY_STOPPING, Boolean.class).orElse(false)
        ? Optional.of(Key.EARLY_STOPPING)
        : CHANGES
            .firstChosen(settings)
            .or(() -> Optional.of(Key.STOP_MONITOR).filter(settings::isChosen));
  }
}
