package dev.plenum.app.train;

import dev.plenum.api.metric.Accumulators;
import dev.plenum.api.metric.Metric;
import dev.plenum.api.metric.MetricNames;
import dev.plenum.api.metric.NamedMetrics;
import dev.plenum.app.config.Key;
import dev.plenum.app.config.Keys;
import dev.plenum.app.config.Settings;
import dev.plenum.app.config.UsageException;
import java.util.List;
import java.util.stream.Stream;

/** The metrics that settings ask for beside loss and accuracy. */
public final class Metrics {
  private static final String KERAS_DEFAULT = "val_loss";

  private Metrics() {}

  /**
   * Those that come with Plenum, and those that jars on the class path have as services.
   *
   * @throws UsageException if there is none of a name
   */
  public static List<Metric> of(Settings settings) {
    return settings.make(Keys.METRICS, () -> NamedMetrics.of(settings.all(Keys.METRICS)));
  }

  /**
   * The settings' metrics, if they can be measured.
   *
   * @param classes the number of classes
   * @throws UsageException if one cannot be measured on so many
   */
  public static List<Metric> of(Settings settings, int classes) {
    List<Metric> metrics = of(settings);
    settings.make(Keys.METRICS, () -> new Accumulators(metrics, classes));
    return metrics;
  }

  /** What a callback can monitor, in the order of histories. */
  static List<String> monitored(Settings settings) {
    List<String> always = List.of(MetricNames.LOSS, MetricNames.ACCURACY);
    Stream<String> validation =
        Stream.concat(always.stream(), of(settings).stream().map(Metric::name));
    return Stream.concat(always.stream(), validation.map(MetricNames::validation))
        .toList();
  }

  /**
   * The metric that a callback watches: the one that a key names, else Keras's default.
   *
   * @param reason the key that switched the callback on, for the message
   * @throws UsageException if it is measured on validation images, and there are none
   */
  static String monitored(Settings settings, Key<String> monitor, Key<?> reason) {
    String metric = settings.find(monitor).orElse(KERAS_DEFAULT);
    if (settings.get(Keys.VALIDATION) == 0 && MetricNames.isValidation(metric)) {
      throw settings.refuse(
          settings.isChosen(monitor) ? monitor : reason,
          "%s is measured on the validation images, of which none are set aside: choose a validation greater than 0, or the %s loss or accuracy"
              .formatted(metric, monitor.key()));
    }
    return metric;
  }
}
