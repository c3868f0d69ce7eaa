package dev.plenum.datasets.internal;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What images of a dataset are for, as the names of folders, files and arrays say. */
public enum Part {
  TRAIN("train|training"),
  VALIDATION("val|valid|validation"),
  TEST("test|testing");

  /** A regular expression. */
  private final String names;

  Part(String names) {
    this.names = names;
  }

  /** The part that a name stands for: {@code Train}, {@code training_set}, {@code valid} …. */
  public static Optional<Part> named(String text) {
    String name = text.toLowerCase(Locale.ROOT).replaceFirst("[ _-]?set$", "");
    return Arrays.stream(values()).filter(part -> name.matches(part.names)).findFirst();
  }
}
