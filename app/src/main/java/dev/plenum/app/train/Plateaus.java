package dev.plenum.app.train;

import dev.plenum.api.callback.ReduceLROnPlateau;
import dev.plenum.api.metric.MetricNames;
import dev.plenum.app.config.Key;
import dev.plenum.app.config.Settings;
import dev.plenum.app.config.UsageException;
import java.util.Optional;

/** The settings of the reduction of the learning rate on a plateau. */
final class Plateaus {
  private static final Changes<ReduceLROnPlateau> CHANGES = new Changes<ReduceLROnPlateau>()
      .with(Key.LR_PATIENCE, Integer.class, ReduceLROnPlateau::patience)
      .with(Key.LR_FACTOR, Double.class, ReduceLROnPlateau::factor)
      .with(Key.LR_MIN_DELTA, Double.class, ReduceLROnPlateau::minDelta)
      .with(Key.LR_COOLDOWN, Integer.class, ReduceLROnPlateau::cooldown)
      .with(Key.MIN_LR, Double.class, ReduceLROnPlateau::minLr);

  private Plateaus() {}

  /**
   * What the settings ask for, if they do.
   *
   * @throws UsageException if a value is out of range, or what is monitored is not measured
   */
  static Optional<ReduceLROnPlateau> of(Settings settings) {
    Optional<Key> reason = settings.reduceLr()
        ? Optional.of(Key.REDUCE_LR)
        : CHANGES
            .firstChosen(settings)
            .or(() -> Optional.of(Key.LR_MONITOR).filter(settings::isChosen));
    return reason.map(key -> {
      String monitor = settings
          .find(Key.LR_MONITOR, String.class)
          .orElse(settings.reduceLr() ? "val_accuracy" : "val_loss");
      if (!Metrics.monitored(settings).contains(monitor)) {
        throw settings.refuse(
            Key.LR_MONITOR,
            "'%s' is not measured; it must be one of %s"
                .formatted(monitor, String.join(", ", Metrics.monitored(settings))));
      }
      if (settings.validation() == 0 && MetricNames.isValidation(monitor)) {
        throw settings.refuse(
            settings.isChosen(Key.LR_MONITOR) ? Key.LR_MONITOR : key,
            "the learning rate is reduced by what is measured on the validation images (%s), of which none are set aside: choose a validation greater than 0, or the lr-monitor loss or accuracy"
                .formatted(monitor));
      }
      ReduceLROnPlateau defaults = ReduceLROnPlateau.monitor(monitor);
      return CHANGES.apply(
          settings.reduceLr() ? defaults.patience(3).factor(0.5).minLr(1e-5) : defaults, settings);
    });
  }
}
