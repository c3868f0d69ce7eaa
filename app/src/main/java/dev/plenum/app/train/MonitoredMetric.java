package dev.plenum.app.train;

import dev.plenum.app.config.Key;
import dev.plenum.app.config.Settings;
import dev.plenum.app.config.UsageException;

/** The metric that a callback watches. */
final class MonitoredMetric {
  private static final String KERAS_DEFAULT = "val_loss";
  private static final String OF_VALIDATION = "val_";

  private MonitoredMetric() {}

  /**
   * The metric that a key names, else Keras's default.
   *
   * @param reason the key that switched the callback on, for the message
   * @throws UsageException if it is measured on validation images, and there are none
   */
  static String of(Settings settings, Key monitor, Key reason) {
    String metric = settings.find(monitor, String.class).orElse(KERAS_DEFAULT);
    if (settings.validation() == 0 && metric.startsWith(OF_VALIDATION)) {
      throw settings.refuse(
          settings.isChosen(monitor) ? monitor : reason,
          "%s is measured on the validation images, of which none are set aside: choose a validation greater than 0, or the %s loss or accuracy"
              .formatted(metric, monitor.key()));
    }
    return metric;
  }
}
