package dev.plenum.app.config;

import dev.plenum.interchange.imported.PixelRange;
import java.math.BigDecimal;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.DoublePredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns what was written into values of the right kind and range, or says what is allowed. */
final class Values {
  private static final Pattern WHOLE_NUMBER = Pattern.compile("[+-]?\\d{1,19}");
  private static final Pattern RATIO = Pattern.compile("(\\d{1,9})\\s*/\\s*(\\d{1,9})");
  private static final Pattern SIZE = Pattern.compile("(\\d{1,4})[xX](\\d{1,4})");

  private final Map<Key, Value> found;
  private final Path workingDirectory;

  /** What was found; relative paths start in the working directory. */
  Values(Map<Key, Value> found, Path workingDirectory) {
    this.found = Map.copyOf(found);
    this.workingDirectory = workingDirectory;
  }

  String text(Key key) {
    Value value = found.get(key);
    if (value == null) {
      throw new IllegalStateException("the key '" + key.key() + "' has no default");
    }
    if (value.text().isBlank()) {
      throw refuse(key, "a value");
    }
    return value.text().strip();
  }

  /** Reads one of some words. */
  static BiFunction<Values, Key, Object> oneOf(String... allowed) {
    return (values, key) -> values.oneOf(key, List.of(allowed));
  }

  /** Reads a list with commas between; in the order of what is allowed, each once. */
  static BiFunction<Values, Key, Object> someOf(String... allowed) {
    return (values, key) -> values.someOf(key, List.of(allowed));
  }

  private String oneOf(Key key, List<String> allowed) {
    String text = text(key);
    if (!allowed.contains(text)) {
      throw refuse(key, "one of " + String.join(", ", allowed));
    }
    return text;
  }

  private List<String> someOf(Key key, List<String> allowed) {
    List<String> chosen = split(key);
    if (!allowed.containsAll(chosen)) {
      throw refuse(key, "one or several of " + String.join(",", allowed));
    }
    return allowed.stream().filter(chosen::contains).toList();
  }

  private List<String> split(Key key) {
    return Arrays.stream(text(key).split(",", -1)).map(String::strip).toList();
  }

  /** A list of any names with commas between, in the order given. */
  List<String> names(Key key) {
    List<String> names = split(key);
    if (names.contains("") || names.size() > Set.copyOf(names).size()) {
      throw refuse(key, "one or several names with commas between, none twice");
    }
    return names;
  }

  /** Names with a value each, such as {@code device=0,precision=half}, in the order given. */
  Map<String, String> pairs(Key key) {
    String allowed = "NAME=VALUE, or several of these with commas between, no name twice";
    Map<String, String> pairs = new LinkedHashMap<>();
    for (String pair : split(key)) {
      String[] parts = pair.split("=", 2);
      if (parts.length < 2 || parts[0].isBlank() || parts[1].isBlank()) {
        throw refuse(key, allowed);
      }
      if (pairs.put(parts[0].strip(), parts[1].strip()) != null) {
        throw refuse(key, allowed);
      }
    }
    return Collections.unmodifiableMap(pairs);
  }

  /** Names of things that others provide, each with its settings. */
  List<NamedSettings> provided(Key key) {
    try {
      return NamedSettings.parse(text(key));
    } catch (IllegalArgumentException e) {
      throw refuse(
          key,
          "NAME or NAME:SETTING=VALUE,…, or several of these with commas between (%s)"
              .formatted(e.getMessage()));
    }
  }

  boolean flag(Key key) {
    return oneOf(key, List.of("true", "false")).equals("true");
  }

  /** A whole number of at least 1. */
  int count(Key key) {
    long number = parseWhole(key, "a whole number of at least 1");
    if (number < 1) {
      throw refuse(key, "a whole number of at least 1");
    }
    if (number > Integer.MAX_VALUE) {
      throw refuse(key, "at most " + Integer.MAX_VALUE);
    }
    return (int) number;
  }

  /** A whole number of at least 0. */
  int countOrZero(Key key) {
    long number = parseWhole(key, "a whole number of at least 0");
    if (number < 0 || number > Integer.MAX_VALUE) {
      throw refuse(key, "a whole number of at least 0 and at most " + Integer.MAX_VALUE);
    }
    return (int) number;
  }

  long wholeNumber(Key key) {
    return parseWhole(key, "a whole number of at most 64 bits");
  }

  private long parseWhole(Key key, String allowed) {
    String text = text(key);
    if (!WHOLE_NUMBER.matcher(text).matches()) {
      throw refuse(key, allowed);
    }
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw refuse(key, "a whole number of at most 64 bits");
    }
  }

  double positive(Key key) {
    return number(key, "a number greater than 0", x -> x > 0 && x < Double.POSITIVE_INFINITY);
  }

  /** Ends at about 292 years. */
  Duration seconds(Key key) {
    return Duration.ofNanos((long) (positive(key) * 1e9));
  }

  /** Any finite number: what it is meant for knows its range. */
  double number(Key key) {
    return number(key, "a number", Double::isFinite);
  }

  /** One number, or two with a comma between. */
  List<Double> numberOrTwo(Key key) {
    return numbers(key, "a number, or two with a comma between, such as 0.8,1.2", 1, 2);
  }

  List<Double> twoNumbers(Key key) {
    return numbers(key, "two numbers with a comma between, such as 0.8,1.2", 2, 2);
  }

  /** As many numbers as there are, with commas between. */
  List<Double> numbers(Key key) {
    return numbers(key, "numbers with commas between, such as 0.5,0.3,0.2", 1, Integer.MAX_VALUE);
  }

  private List<Double> numbers(Key key, String allowed, int least, int most) {
    List<Double> numbers = split(key).stream()
        .map(text -> number(key, text, allowed, Double::isFinite))
        .toList();
    if (numbers.size() < least || numbers.size() > most) {
      throw refuse(key, allowed);
    }
    return numbers;
  }

  /** In [0, 1), written as a decimal number or as a ratio. */
  double fraction(Key key) {
    String allowed = "at least 0 and less than 1, such as 1/6 or 0.1666";
    Matcher ratio = RATIO.matcher(text(key));
    if (!ratio.matches()) {
      return number(key, allowed, x -> x >= 0 && x < 1);
    }
    long numerator = Long.parseLong(ratio.group(1));
    long denominator = Long.parseLong(ratio.group(2));
    if (numerator >= denominator) {
      throw refuse(key, allowed);
    }
    return (double) numerator / denominator;
  }

  private double number(Key key, String allowed, DoublePredicate range) {
    return number(key, text(key), allowed, range);
  }

  private double number(Key key, String text, String allowed, DoublePredicate range) {
    double number;
    try {
      number = new BigDecimal(text).doubleValue();
    } catch (NumberFormatException e) {
      throw refuse(key, allowed);
    }
    if (!range.test(number)) {
      throw refuse(key, allowed);
    }
    return number;
  }

  ImageSize imageSize(Key key) {
    Matcher size = SIZE.matcher(text(key));
    if (size.matches()) {
      int height = Integer.parseInt(size.group(1));
      int width = Integer.parseInt(size.group(2));
      if (height > 0 && width > 0) {
        return new ImageSize(height, width);
      }
    }
    throw refuse(key, "height x width in pixels, each 1 to 9999, such as 28x28");
  }

  PixelRange pixelRange(Key key) {
    String allowed = "two numbers, the lower first, such as 0..255, 0..1 or -0.5..0.5";
    List<Double> ends = Arrays.stream(text(key).split("\\.\\.", -1))
        .map(text -> number(key, text.strip(), allowed, Double::isFinite))
        .toList();
    if (ends.size() != 2 || !(ends.get(0) < ends.get(1))) {
      throw refuse(key, allowed);
    }
    return new PixelRange(ends.get(0), ends.get(1));
  }

  Path path(Key key) {
    try {
      return workingDirectory.resolve(text(key));
    } catch (InvalidPathException e) {
      throw refuse(key, "a path (" + e.getReason() + ")");
    }
  }

  private UsageException refuse(Key key, String allowed) {
    Value value = Optional.ofNullable(found.get(key)).orElseThrow();
    return new UsageException("%s must be %s, found '%s' (%s)"
        .formatted(key.key(), allowed, value.text(), value.origin()));
  }
}
