package dev.plenum.app.train;

import dev.plenum.api.callback.EarlyStopping;
import dev.plenum.app.config.Keys;
import dev.plenum.app.config.Settings;
import dev.plenum.app.config.UsageException;
import java.util.Optional;

/** The settings of early stopping. */
final class EarlyStops {
  private static final Changes<EarlyStopping> CHANGES = new Changes<EarlyStopping>()
      .with(Keys.STOP_PATIENCE, EarlyStopping::patience)
      .with(Keys.STOP_MIN_DELTA, EarlyStopping::minDelta)
      .with(Keys.STOP_BASELINE, EarlyStopping::baseline)
      .with(Keys.STOP_FROM_EPOCH, EarlyStopping::startFromEpoch)
      .with(Keys.RESTORE_BEST, EarlyStopping::restoreBestWeights);

  private EarlyStops() {}

  /**
   * What the settings ask for, if they do.
   *
   * @throws UsageException if a value is out of range, or what is monitored is not measured
   */
  static Optional<EarlyStopping> of(Settings settings) {
    return CHANGES
        .reason(settings, Keys.EARLY_STOPPING, Keys.STOP_MONITOR)
        .map(reason -> Metrics.monitored(settings, Keys.STOP_MONITOR, reason))
        .map(metric -> CHANGES.apply(EarlyStopping.monitor(metric), settings));
  }
}
