package dev.plenum.serve.http;

import java.util.Locale;

/** Texts with numbers, the same in every country. */
final class Text {
  private Text() {}

  static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
