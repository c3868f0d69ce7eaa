package dev.plenum.experiment.parameter;

import dev.plenum.api.metric.Accumulators;
import dev.plenum.api.metric.Metric;
import dev.plenum.api.metric.MetricNames;
import dev.plenum.api.metric.NamedMetrics;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The metrics that parameters ask for beside loss and accuracy. */
public final class Metrics {
  private static final String KERAS_DEFAULT = "val_loss";

  private Metrics() {}

  /**
   * {@return the metrics that are asked for, of those that come with Plenum and those that jars on the class
   * path have as services}
   *
   * @param parameters name them by {@link RecipeParameters#METRICS}
   * @throws RuntimeException that of {@link Parameters#refuse} if there is none of a name
   */
  public static List<Metric> of(Parameters parameters) {
    return parameters.make(
        RecipeParameters.METRICS, () -> NamedMetrics.of(parameters.all(RecipeParameters.METRICS)));
  }

  /**
   * {@return the parameters' metrics, if they can be measured}
   *
   * @param parameters name them by {@link RecipeParameters#METRICS}
   * @param classes the number of classes
   * @throws RuntimeException that of {@link Parameters#refuse} if there is none of a name, or one cannot
   *     be measured on so many classes
   */
  public static List<Metric> of(Parameters parameters, int classes) {
    List<Metric> metrics = of(parameters);
    parameters.make(RecipeParameters.METRICS, () -> new Accumulators(metrics, classes));
    return metrics;
  }

  /** What a callback can monitor, in the order of histories. */
  private static List<String> monitored(Parameters parameters) {
    List<String> always = List.of(MetricNames.LOSS, MetricNames.ACCURACY);
    Stream<String> validation =
        Stream.concat(always.stream(), of(parameters).stream().map(Metric::name));
    return Stream.concat(always.stream(), validation.map(MetricNames::validation))
        .toList();
  }

  /**
   * {@return the metric that a callback watches}
   *
   * @param parameters say by {@link RecipeParameters#VALIDATION} whether there are validation images
   * @param chosen empty for Keras's default, the loss of the validation images
   * @param monitor what it is chosen by, for the message
   * @throws IllegalArgumentException if it is not measured, or measured on validation images, and there are
   *     none
   */
  public static String monitored(Parameters parameters, Optional<String> chosen, String monitor) {
    String metric = chosen.orElse(KERAS_DEFAULT);
    List<String> measured = monitored(parameters);
    if (!measured.contains(metric)) {
      throw new IllegalArgumentException("'%s' is not measured; it must be one of %s"
          .formatted(metric, String.join(", ", measured)));
    }
    if (parameters.get(RecipeParameters.VALIDATION) == 0 && MetricNames.isValidation(metric)) {
      throw new IllegalArgumentException(
          "%s is measured on the validation images, of which none are set aside: choose a validation greater than 0, or the %s loss or accuracy"
              .formatted(metric, monitor));
    }
    return metric;
  }
}
