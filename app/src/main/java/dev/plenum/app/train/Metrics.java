package dev.plenum.app.train;

import dev.plenum.api.metric.Accumulators;
import dev.plenum.api.metric.MacroF1;
import dev.plenum.api.metric.Metric;
import dev.plenum.api.metric.MetricNames;
import dev.plenum.api.metric.TopKAccuracy;
import dev.plenum.app.config.Key;
import dev.plenum.app.config.Settings;
import dev.plenum.app.config.UsageException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The metrics that settings ask for beside loss and accuracy, by their names in histories. */
public final class Metrics {
  private static final Pattern TOP_K = Pattern.compile("top_([1-9]\\d{0,8})_accuracy");

  private Metrics() {}

  /**
   * Those that come with Plenum, and those that jars on the class path have as services.
   *
   * @throws UsageException if there is none of a name, or one cannot be loaded
   */
  public static List<Metric> of(Settings settings) {
    if (settings.metrics().isEmpty()) {
      return List.of();
    }
    Map<String, Metric> known = known(settings);
    List<Metric> metrics =
        settings.metrics().stream().map(name -> named(name, known, settings)).toList();
    try {
      MetricNames.requireUsable(metrics);
    } catch (IllegalArgumentException e) {
      throw settings.refuse(Key.METRICS, e);
    }
    return metrics;
  }

  private static Map<String, Metric> known(Settings settings) {
    Map<String, Metric> known = new LinkedHashMap<>();
    known.put(MacroF1.instance().name(), MacroF1.instance());
    try {
      for (Metric metric : ServiceLoader.load(Metric.class)) {
        known.putIfAbsent(metric.name(), metric);
      }
    } catch (ServiceConfigurationError e) {
      throw settings.refuse(Key.METRICS, "a metric could not be loaded: " + e.getMessage());
    }
    return known;
  }

  private static Metric named(String name, Map<String, Metric> known, Settings settings) {
    Matcher topK = TOP_K.matcher(name);
    if (topK.matches()) {
      return TopKAccuracy.of(Integer.parseInt(topK.group(1)));
    }
    Metric metric = known.get(name);
    if (metric == null) {
      throw settings.refuse(
          Key.METRICS,
          "there is no metric '%s' beside loss and accuracy; there are top_5_accuracy (or another number), %s"
              .formatted(name, String.join(", ", known.keySet())));
    }
    return metric;
  }

  /**
   * The settings' metrics, if they can be measured.
   *
   * @param classes the number of classes
   * @throws UsageException if one cannot be measured on so many
   */
  public static List<Metric> of(Settings settings, int classes) {
    List<Metric> metrics = of(settings);
    try {
      new Accumulators(metrics, classes);
    } catch (IllegalArgumentException e) {
      throw settings.refuse(Key.METRICS, e);
    }
    return metrics;
  }

  /** What a callback can monitor, in the order of histories. */
  static List<String> monitored(Settings settings) {
    Stream<String> training = Stream.of(MetricNames.LOSS, MetricNames.ACCURACY);
    Stream<String> validation = Stream.concat(
            Stream.of(MetricNames.LOSS, MetricNames.ACCURACY),
            of(settings).stream().map(Metric::name))
        .map(MetricNames::validation);
    return Stream.concat(training, validation).toList();
  }
}
