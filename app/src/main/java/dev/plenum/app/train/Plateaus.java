package dev.plenum.app.train;

import dev.plenum.api.callback.ReduceLROnPlateau;
import dev.plenum.api.metric.MetricNames;
import dev.plenum.app.config.Keys;
import dev.plenum.app.config.Settings;
import dev.plenum.app.config.UsageException;
import java.util.List;
import java.util.Optional;

/** The settings of the reduction of the learning rate on a plateau. */
final class Plateaus {
  private static final Changes<ReduceLROnPlateau> CHANGES = new Changes<ReduceLROnPlateau>()
      .with(Keys.LR_PATIENCE, ReduceLROnPlateau::patience)
      .with(Keys.LR_FACTOR, ReduceLROnPlateau::factor)
      .with(Keys.LR_MIN_DELTA, ReduceLROnPlateau::minDelta)
      .with(Keys.LR_COOLDOWN, ReduceLROnPlateau::cooldown)
      .with(Keys.MIN_LR, ReduceLROnPlateau::minLr);

  private Plateaus() {}

  /**
   * What the settings ask for, if they do.
   *
   * @throws UsageException if a value is out of range, or what is monitored is not measured
   */
  static Optional<ReduceLROnPlateau> of(Settings settings) {
    boolean isReference = settings.has(Keys.REDUCE_LR);
    return CHANGES.reason(settings, Keys.REDUCE_LR, Keys.LR_MONITOR).map(reason -> {
      String monitor =
          settings.find(Keys.LR_MONITOR).orElse(isReference ? "val_accuracy" : "val_loss");
      List<String> measured = Metrics.monitored(settings);
      if (!measured.contains(monitor)) {
        throw settings.refuse(
            Keys.LR_MONITOR,
            "'%s' is not measured; it must be one of %s"
                .formatted(monitor, String.join(", ", measured)));
      }
      if (settings.get(Keys.VALIDATION) == 0 && MetricNames.isValidation(monitor)) {
        throw settings.refuse(
            settings.isChosen(Keys.LR_MONITOR) ? Keys.LR_MONITOR : reason,
            "the learning rate is reduced by what is measured on the validation images (%s), of which none are set aside: choose a validation greater than 0, or the lr-monitor loss or accuracy"
                .formatted(monitor));
      }
      ReduceLROnPlateau defaults = ReduceLROnPlateau.monitor(monitor);
      return CHANGES.apply(
          isReference ? defaults.patience(3).factor(0.5).minLr(1e-5) : defaults, settings);
    });
  }
}
