package dev.plenum.app.config;

/**
 * A value as it was found.
 *
 * @param text what was written
 * @param origin where: {@code option --epochs}, {@code environment variable PLENUM_EPOCHS}, {@code
 *     plenum.conf:3}
 */
public record Value(String text, String origin) {
  private static final String DEFAULT = "the built-in default";

  static Value builtIn(String text) {
    return new Value(text, DEFAULT);
  }

  /** What was given as an option on the command line. */
  static Value ofOption(Key<?> key, String text) {
    return new Value(text, "option " + key.option());
  }

  boolean isOption(Key<?> key) {
    return origin.equals(ofOption(key, text).origin);
  }

  boolean isBuiltIn() {
    return origin.equals(DEFAULT);
  }
}
