package dev.plenum.app.config;

import java.math.BigDecimal;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoublePredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns what was written into values of the right kind and range, or says what is allowed. */
final class Values {
  private static final Pattern WHOLE_NUMBER = Pattern.compile("[+-]?\\d{1,19}");
  private static final Pattern RATIO = Pattern.compile("(\\d{1,9})\\s*/\\s*(\\d{1,9})");
  private static final Pattern SIZE = Pattern.compile("(\\d{1,4})[xX](\\d{1,4})");

  private final Map<Key, Value> found;

  Values(Map<Key, Value> found) {
    this.found = Map.copyOf(found);
  }

  boolean isSet(Key key) {
    return found.containsKey(key);
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

  String oneOf(Key key, List<String> allowed) {
    String text = text(key);
    if (!allowed.contains(text)) {
      throw refuse(key, "one of " + String.join(", ", allowed));
    }
    return text;
  }

  /** A list with commas between; in the order of what is allowed, each once. */
  List<String> someOf(Key key, List<String> allowed) {
    List<String> chosen =
        Arrays.stream(text(key).split(",", -1)).map(String::strip).toList();
    if (!allowed.containsAll(chosen)) {
      throw refuse(key, "one or several of " + String.join(",", allowed));
    }
    return allowed.stream().filter(chosen::contains).toList();
  }

  /** A list of any names with commas between, in the order given. */
  List<String> names(Key key) {
    List<String> names =
        Arrays.stream(text(key).split(",", -1)).map(String::strip).toList();
    if (names.contains("") || names.size() > Set.copyOf(names).size()) {
      throw refuse(key, "one or several names with commas between, none twice");
    }
    return names;
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
    double number;
    try {
      number = new BigDecimal(text(key)).doubleValue();
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

  Path path(Key key, Path workingDirectory) {
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
