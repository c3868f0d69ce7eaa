package dev.plenum.datasets.internal.csv;

import dev.plenum.api.network.Shape;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * What is said of a table, beside what it shows itself.
 *
 * @param label {@code first}, {@code last} or the name of a column
 * @param shape (height, width, channels) of every image
 */
public record CsvOptions(Optional<String> label, Optional<Shape> shape) {
  private static final String FIRST = "first";
  private static final String LAST = "last";
  private static final Set<String> USUAL_NAMES =
      Set.of("label", "labels", "class", "target", "digit", "y");
  private static final Set<String> GROUP_NAMES = Set.of("group", "groups", "group_id");
  private static final Pattern SHAPE = Pattern.compile("(\\d{1,5})x(\\d{1,5})(x([13]))?");

  /** Nothing is said. */
  public static CsvOptions none() {
    return new CsvOptions(Optional.empty(), Optional.empty());
  }

  /**
   * As users write them.
   *
   * @param settings the path is left aside
   * @throws IllegalArgumentException if one is unknown or no shape
   */
  public static CsvOptions of(Map<String, String> settings) {
    TreeSet<String> unknown = new TreeSet<>(settings.keySet());
    unknown.removeAll(Set.of("path", "label", "shape"));
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(
          "there is no setting %s; there are path, label (first, last, or a column's name) and shape (such as 20x30 or 32x32x3)"
              .formatted(unknown));
    }
    return new CsvOptions(
        Optional.ofNullable(settings.get("label")),
        Optional.ofNullable(settings.get("shape")).map(CsvOptions::shape));
  }

  private static Shape shape(String text) {
    Matcher matcher = SHAPE.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "shape must be height, width and perhaps channels, such as 20x30 or 32x32x3, found "
              + text);
    }
    int channels = matcher.group(4) == null ? 1 : Integer.parseInt(matcher.group(4));
    return Shape.of(
        Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)), channels);
  }

  boolean isLabelLast() {
    return label.equals(Optional.of(LAST));
  }

  boolean isLabelGiven() {
    return label.isPresent();
  }

  /** Which of these columns is the label, by its name: the one that was said, else the usual one. */
  Optional<Integer> labelIn(List<String> header) {
    if (isLabelLast() || label.equals(Optional.of(FIRST))) {
      return Optional.empty();
    }
    return first(
        header,
        name -> label
            .map(name::equals)
            .orElseGet(() -> USUAL_NAMES.contains(name.toLowerCase(Locale.ROOT))));
  }

  /** Which of these columns says which images belong together, by its name. */
  static Optional<Integer> groupIn(List<String> header) {
    return first(header, name -> GROUP_NAMES.contains(name.toLowerCase(Locale.ROOT)));
  }

  private static Optional<Integer> first(List<String> header, Predicate<String> isWanted) {
    return IntStream.range(0, header.size())
        .filter(i -> isWanted.test(header.get(i).strip()))
        .boxed()
        .findFirst();
  }
}
