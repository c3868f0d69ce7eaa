package dev.plenum.datasets.internal.image;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the images of a dataset are for, as its folders say. */
enum Part {
  TRAIN("train|training"),
  VALIDATION("val|valid|validation"),
  TEST("test|testing");

  /** A regular expression. */
  private final String names;

  Part(String names) {
    this.names = names;
  }

  /** The part that a folder's name stands for: {@code Train}, {@code training_set}, {@code valid} …. */
  static Optional<Part> named(String folder) {
    String name = folder.toLowerCase(Locale.ROOT).replaceFirst("[ _-]?set$", "");
    return Arrays.stream(values()).filter(part -> name.matches(part.names)).findFirst();
  }
}
