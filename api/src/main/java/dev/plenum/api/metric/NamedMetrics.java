package dev.plenum.api.metric;

import dev.plenum.api.service.Providers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The metrics beside loss and accuracy, by their names in histories. */
public final class NamedMetrics {
  private static final Pattern TOP_K = Pattern.compile("top_([1-9]\\d{0,8})_accuracy");

  private NamedMetrics() {}

  /**
   * {@return the metrics of these names, in the order given} They are of those that come with the library,
   * and of those that are found as services of type {@link Metric}, where {@link Providers} looks.
   *
   * @param names {@code macro_f1}, {@code top_5_accuracy} (or another number), or those of services; may be
   *     none
   * @throws IllegalArgumentException if there is none of a name (the message lists what there is), or
   *     not all can be in one history, see {@link MetricNames#requireUsable}
   */
  public static List<Metric> of(List<String> names) {
    if (names.isEmpty()) {
      return List.of();
    }
    Map<String, Metric> known = known();
    List<Metric> metrics = names.stream().map(name -> named(name, known)).toList();
    MetricNames.requireUsable(metrics);
    return metrics;
  }

  private static Map<String, Metric> known() {
    Map<String, Metric> known = new LinkedHashMap<>();
    known.put(MacroF1.instance().name(), MacroF1.instance());
    List<Metric> provided = Providers.all(
        NamedMetrics.class,
        loader -> ServiceLoader.load(Metric.class, loader),
        layer -> ServiceLoader.load(layer, Metric.class));
    provided.forEach(metric -> known.putIfAbsent(metric.name(), metric));
    return known;
  }

  private static Metric named(String name, Map<String, Metric> known) {
    Matcher topK = TOP_K.matcher(name);
    if (topK.matches()) {
      return TopKAccuracy.of(Integer.parseInt(topK.group(1)));
    }
    Metric metric = known.get(name);
    if (metric == null) {
      throw new IllegalArgumentException(
          "there is no metric '%s' beside loss and accuracy; there are top_5_accuracy (or another number), %s"
              .formatted(name, String.join(", ", known.keySet())));
    }
    return metric;
  }
}
