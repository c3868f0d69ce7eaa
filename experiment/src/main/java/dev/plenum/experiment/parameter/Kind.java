package dev.plenum.experiment.parameter;

import dev.plenum.api.data.ImageWeights;
import dev.plenum.api.service.NamedSettings;
import java.math.BigDecimal;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.DoublePredicate;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A kind of values: turns what was written into a value of the right type and range, or says what is
 * allowed.
 *
 * @param label what stands for such a value in the usage message; empty for a flag
 * @param parser makes the value
 * @param <T> what the values are
 */
public record Kind<T>(String label, Parser<T> parser) {
  private static final Pattern WHOLE = Pattern.compile("[+-]?\\d{1,19}");
  private static final Pattern RATIO = Pattern.compile("(\\d{1,9})\\s*/\\s*(\\d{1,9})");

  /** Any text that is not blank; blanks at its ends are left out. */
  public static final Kind<String> TEXT = of("NAME", text -> text);

  /** Either {@code true} or {@code false}. */
  public static final Kind<Boolean> FLAG =
      of("", text -> chosen(text, List.of("true", "false")).equals("true"));

  /** A whole number of at least 1. */
  public static final Kind<Integer> COUNT = of("N", Kind::count);

  /** A whole number of at least 0. */
  public static final Kind<Integer> COUNT_OR_ZERO = of("N", Kind::countOrZero);

  /** A whole number of at most 64 bits, also a negative one. */
  public static final Kind<Long> WHOLE_NUMBER =
      of("N", text -> whole(text, "a whole number of at most 64 bits"));

  /** Any finite number: what it is meant for knows its range. */
  public static final Kind<Double> NUMBER =
      of("X", text -> number(text, "a number", Double::isFinite));

  /** A finite number greater than 0. */
  public static final Kind<Double> POSITIVE = of("X", Kind::positive);

  /** Ends at about 292 years. */
  public static final Kind<Duration> SECONDS =
      of("X", text -> Duration.ofNanos((long) (positive(text) * 1e9)));

  /** In [0, 1), written as a decimal number or as a ratio. */
  public static final Kind<Double> FRACTION = of("FRACTION", Kind::fraction);

  /** A finite number, or two with a comma between. */
  public static final Kind<List<Double>> NUMBER_OR_TWO = of(
      "X|LOW,HIGH",
      text -> numbers(text, "a number, or two with a comma between, such as 0.8,1.2", 1, 2));

  /** Two finite numbers with a comma between. */
  public static final Kind<List<Double>> TWO_NUMBERS = of(
      "LOW,HIGH", text -> numbers(text, "two numbers with a comma between, such as 0.8,1.2", 2, 2));

  /** Finite numbers with commas between, at least one. */
  public static final Kind<List<Double>> NUMBERS = of(
      "X,Y,…",
      text ->
          numbers(text, "numbers with commas between, such as 0.5,0.3,0.2", 1, Integer.MAX_VALUE));

  /** Any names with commas between, in the order given. */
  public static final Kind<List<String>> NAMES = of("A,B", Kind::names);

  /** Names with a value each, such as {@code device=0,precision=half}, in the order given. */
  public static final Kind<Map<String, String>> PAIRS = of("NAME=VALUE,…", Kind::pairs);

  /** Names with a whole number of at least 1 each, such as {@code resnet-8=3,vgg-s=2}. */
  public static final Kind<Map<String, Integer>> COUNTS = of("NAME=N,…", Kind::counts);

  /** Names of things that others provide, each with its settings. */
  public static final Kind<List<NamedSettings>> PROVIDED = of("NAME:KEY=VALUE,…", Kind::provided);

  /** Weights of the classes in their order, each at least 0, with commas between; or {@code balanced}. */
  public static final Kind<ImageWeights> CLASS_WEIGHTS = of(
      "balanced|X,Y,…",
      text -> text.equals("balanced")
          ? ImageWeights.balanced()
          : ImageWeights.ofClasses(NUMBERS.parser.parse(text, Path.of("")).stream()
              .mapToDouble(x -> x)
              .toArray()));

  /** A path; a relative one starts in the working directory. */
  public static final Kind<Path> PATH = new Kind<>("DIR", Kind::path);

  /**
   * Makes a value of a text that is not blank.
   *
   * @param <T> what the values are
   */
  @FunctionalInterface
  public interface Parser<T> {
    /**
     * Makes it.
     *
     * @param text what was written, without blanks at its ends
     * @param workingDirectory relative paths start there
     * @return the value
     * @throws IllegalArgumentException if it is out of range; the message is what is allowed
     */
    T parse(String text, Path workingDirectory);
  }

  /**
   * {@return a kind whose values depend on their text alone}
   *
   * @param <T> what the values are
   * @param label what stands for such a value in the usage message; empty for a flag
   * @param parser makes a value of a text that is not blank, as {@link Parser#parse} does
   */
  public static <T> Kind<T> of(String label, Function<String, T> parser) {
    return new Kind<>(label, (text, workingDirectory) -> parser.apply(text));
  }

  /**
   * {@return a kind that takes one of some words}
   *
   * @param allowed the words; the usage message shows them all
   */
  public static Kind<String> oneOf(String... allowed) {
    return of(String.join("|", allowed), text -> chosen(text, List.of(allowed)));
  }

  /**
   * {@return a kind that takes one of an enumeration, by its name in small letters}
   *
   * @param <E> the enumeration
   * @param type all its constants are allowed
   */
  public static <E extends Enum<E>> Kind<E> oneOf(Class<E> type) {
    Map<String, E> byName = new LinkedHashMap<>();
    for (E constant : type.getEnumConstants()) {
      byName.put(constant.name().toLowerCase(Locale.ROOT), constant);
    }
    List<String> allowed = List.copyOf(byName.keySet());
    return of(String.join("|", allowed), text -> byName.get(chosen(text, allowed)));
  }

  /**
   * {@return a kind that takes a list with commas between; in the order of what is allowed, each once}
   *
   * @param allowed the words that it may have
   */
  public static Kind<List<String>> someOf(String... allowed) {
    return of("A,B", text -> chosenOf(text, List.of(allowed)));
  }

  /**
   * {@return the same with something else in the usage message}
   *
   * @param label what stands for such a value there
   */
  public Kind<T> shown(String label) {
    return new Kind<>(label, parser);
  }

  /**
   * Makes a value.
   *
   * @param text what was written; blanks at its ends are left out
   * @param workingDirectory relative paths start there
   * @return the value
   * @throws IllegalArgumentException if the text is blank or out of range; the message is what is allowed
   */
  public T read(String text, Path workingDirectory) {
    String stripped = text.strip();
    return parser.parse(require(!stripped.isEmpty(), stripped, "a value"), workingDirectory);
  }

  private static <V> V require(boolean isAllowed, V value, String allowed) {
    if (!isAllowed) {
      throw new IllegalArgumentException(allowed);
    }
    return value;
  }

  private static String chosen(String text, List<String> allowed) {
    return require(allowed.contains(text), text, "one of " + String.join(", ", allowed));
  }

  private static List<String> chosenOf(String text, List<String> allowed) {
    List<String> chosen = split(text);
    require(allowed.containsAll(chosen), chosen, "one or several of " + String.join(",", allowed));
    return allowed.stream().filter(chosen::contains).toList();
  }

  private static List<String> split(String text) {
    return Arrays.stream(text.split(",", -1)).map(String::strip).toList();
  }

  private static List<String> names(String text) {
    List<String> names = split(text);
    boolean isGood = !names.contains("") && names.size() == Set.copyOf(names).size();
    return require(isGood, names, "one or several names with commas between, none twice");
  }

  private static Map<String, String> pairs(String text) {
    String allowed = "NAME=VALUE, or several of these with commas between, no name twice";
    Map<String, String> pairs = new LinkedHashMap<>();
    for (String pair : split(text)) {
      String[] parts = pair.split("=", 2);
      require(parts.length == 2 && !parts[0].isBlank() && !parts[1].isBlank(), pair, allowed);
      String other = pairs.put(parts[0].strip(), parts[1].strip());
      require(other == null, pair, allowed);
    }
    return Collections.unmodifiableMap(pairs);
  }

  private static Map<String, Integer> counts(String text) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    pairs(text).forEach((name, number) -> {
      try {
        counts.put(name, count(number));
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(
            "names, each with %s, such as %s=3".formatted(e.getMessage(), name), e);
      }
    });
    return Collections.unmodifiableMap(counts);
  }

  private static List<NamedSettings> provided(String text) {
    try {
      return NamedSettings.parse(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "NAME or NAME:SETTING=VALUE,…, or several of these with commas between (%s)"
              .formatted(e.getMessage()),
          e);
    }
  }

  private static int count(String text) {
    String allowed = "a whole number of at least 1";
    long number = whole(text, allowed);
    require(number >= 1, number, allowed);
    return (int) require(number <= Integer.MAX_VALUE, number, "at most " + Integer.MAX_VALUE)
        .longValue();
  }

  private static int countOrZero(String text) {
    long number = whole(text, "a whole number of at least 0");
    boolean isGood = number >= 0 && number <= Integer.MAX_VALUE;
    require(isGood, number, "a whole number of at least 0 and at most " + Integer.MAX_VALUE);
    return (int) number;
  }

  private static long whole(String text, String allowed) {
    require(WHOLE.matcher(text).matches(), text, allowed);
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("a whole number of at most 64 bits", e);
    }
  }

  private static double positive(String text) {
    return number(text, "a number greater than 0", x -> x > 0 && x < Double.POSITIVE_INFINITY);
  }

  private static double number(String text, String allowed, DoublePredicate range) {
    double number;
    try {
      number = new BigDecimal(text).doubleValue();
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(allowed, e);
    }
    return require(range.test(number), number, allowed);
  }

  private static List<Double> numbers(String text, String allowed, int least, int most) {
    List<Double> numbers = split(text).stream()
        .map(part -> number(part, allowed, Double::isFinite))
        .toList();
    return require(numbers.size() >= least && numbers.size() <= most, numbers, allowed);
  }

  private static double fraction(String text) {
    String allowed = "at least 0 and less than 1, such as 1/6 or 0.1666";
    Matcher ratio = RATIO.matcher(text);
    if (!ratio.matches()) {
      return number(text, allowed, x -> x >= 0 && x < 1);
    }
    long numerator = Long.parseLong(ratio.group(1));
    long denominator = Long.parseLong(ratio.group(2));
    require(numerator < denominator, text, allowed);
    return (double) numerator / denominator;
  }

  private static Path path(String text, Path workingDirectory) {
    try {
      return workingDirectory.resolve(text);
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException("a path (" + e.getReason() + ")", e);
    }
  }
}
