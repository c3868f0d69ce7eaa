package dev.plenum.serve.http;

import java.util.Optional;

/** A path that may have one part in braces, which stands for any characters but slash and colon. */
final class PathTemplate {
  private final String text;
  private final String before;
  private final String after;
  private final boolean hasParameter;

  PathTemplate(String text) {
    this.text = text;
    int open = text.indexOf('{');
    int close = text.indexOf('}', open + 1);
    hasParameter = open >= 0 && close > open;
    before = hasParameter ? text.substring(0, open) : text;
    after = hasParameter ? text.substring(close + 1) : "";
  }

  String text() {
    return text;
  }

  boolean hasParameter() {
    return hasParameter;
  }

  /** What stands for the part in braces, "" where there is none; empty if the path is another one. */
  Optional<String> parameter(String path) {
    if (!hasParameter) {
      return path.equals(text) ? Optional.of("") : Optional.empty();
    }
    if (path.length() <= before.length() + after.length()
        || !path.startsWith(before)
        || !path.endsWith(after)) {
      return Optional.empty();
    }
    String parameter = path.substring(before.length(), path.length() - after.length());
    return parameter.indexOf('/') >= 0 || parameter.indexOf(':') >= 0
        ? Optional.empty()
        : Optional.of(parameter);
  }
}
