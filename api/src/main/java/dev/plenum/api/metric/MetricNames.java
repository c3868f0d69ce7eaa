package dev.plenum.api.metric;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** How metrics are called in histories, records and files, and in which order they stand there. */
public final class MetricNames {
  /** The mean loss of an image. */
  public static final String LOSS = "loss";

  /** The share of right predictions. */
  public static final String ACCURACY = "accuracy";

  /** The optimizer's step size at the end of an epoch. */
  public static final String LEARNING_RATE = "learning_rate";

  private static final String VALIDATION = "val_";
  private static final Pattern USABLE = Pattern.compile("[a-z][a-z0-9_]*");

  /** What stands beside the metrics in histories and results, or is measured always. */
  private static final Set<String> TAKEN =
      Set.of(LOSS, ACCURACY, LEARNING_RATE, "epoch", "seconds", "misclassified");

  private MetricNames() {}

  /**
   * {@return what a metric is called where it was measured on validation images: {@code val_accuracy}}
   *
   * @param name that of the metric: {@code accuracy}
   */
  public static String validation(String name) {
    return VALIDATION + name;
  }

  /**
   * {@return whether a name is that of a metric on validation images}
   *
   * @param name what a metric is called in a history, record or file
   */
  public static boolean isValidation(String name) {
    return name.startsWith(VALIDATION);
  }

  /**
   * {@return what a metric is called wherever it was measured: {@code accuracy} for {@code val_accuracy}}
   *
   * @param name what a metric is called in a history, record or file
   */
  public static String plain(String name) {
    return isValidation(name) ? name.substring(VALIDATION.length()) : name;
  }

  /**
   * {@return names in the order of files: loss, accuracy, others, the same on validation images, learning
   * rate}
   *
   * @param names each once; others than these stay in their order
   */
  public static List<String> inOrder(Collection<String> names) {
    return names.stream().sorted(Comparator.comparingInt(MetricNames::rank)).toList();
  }

  private static int rank(String name) {
    return switch (name) {
      case LOSS -> 0;
      case ACCURACY -> 1;
      case VALIDATION + LOSS -> 3;
      case VALIDATION + ACCURACY -> 4;
      case LEARNING_RATE -> 6;
      default -> isValidation(name) ? 5 : 2;
    };
  }

  /**
   * Checks the names of metrics.
   *
   * @param metrics those that are measured together, beside loss and accuracy
   * @throws IllegalArgumentException if one has other characters than {@link Metric#name} says, is that
   *     of something else in a history, begins with {@code val_}, or is there twice
   */
  public static void requireUsable(List<Metric> metrics) {
    Set<String> seen = new HashSet<>();
    for (Metric metric : metrics) {
      String name = metric.name();
      if (!USABLE.matcher(name).matches()) {
        throw new IllegalArgumentException(
            "the name of a metric consists of lower-case letters, digits and underscores, and begins with a letter, found '%s'"
                .formatted(name));
      }
      if (TAKEN.contains(name) || isValidation(name)) {
        throw new IllegalArgumentException(
            "a metric cannot be called '%s': histories use that name for something else"
                .formatted(name));
      }
      if (!seen.add(name)) {
        throw new IllegalArgumentException("there are two metrics called '%s'".formatted(name));
      }
    }
  }
}
