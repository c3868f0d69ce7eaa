package dev.plenum.datasets.internal.numpy;

import dev.plenum.datasets.internal.Part;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an array is, by its name: {@code x_train}, {@code test_labels}, {@code y}.
 *
 * @param part which images it is about; those without a part are all for training
 * @param isLabels whether it has their classes, not their pixels
 */
record ArrayName(Part part, boolean isLabels) {
  private static final String CONTENT =
      "(?<images>x|imgs?|images?|data)|(?<labels>y|labels?|targets?)";
  private static final String PART = "train|training|val|valid|validation|test|testing";
  private static final Pattern CONTENT_FIRST = Pattern.compile(
      "(%s)([-_.]?(?<part>%s))?".formatted(CONTENT, PART), Pattern.CASE_INSENSITIVE);
  private static final Pattern PART_FIRST =
      Pattern.compile("(?<part>%s)[-_.]?(%s)".formatted(PART, CONTENT), Pattern.CASE_INSENSITIVE);

  /** {@code kmnist} and {@code train-imgs} of {@code kmnist-train-imgs}. */
  private static final Pattern OF_SET = Pattern.compile(
      "(?<set>.+?)[-_.](?<array>(%s)[-_.].+)".formatted(PART), Pattern.CASE_INSENSITIVE);

  /** The dataset's name that stands before an array's name; empty if there is none. */
  static String set(String name) {
    Matcher matcher = OF_SET.matcher(name);
    return matcher.matches() ? matcher.group("set") : "";
  }

  /** An array's name without the dataset's. */
  static String withoutSet(String name) {
    Matcher matcher = OF_SET.matcher(name);
    return matcher.matches() ? matcher.group("array") : name;
  }

  /** What a name says; empty if nothing. */
  static Optional<ArrayName> parse(String name) {
    Matcher matcher = CONTENT_FIRST.matcher(name);
    if (!matcher.matches()) {
      matcher = PART_FIRST.matcher(name);
      if (!matcher.matches()) {
        return Optional.empty();
      }
    }
    String part = matcher.group("part");
    boolean isLabels = matcher.group("labels") != null;
    return Optional.of(
        new ArrayName(part == null ? Part.TRAIN : Part.named(part).orElse(Part.TRAIN), isLabels));
  }
}
