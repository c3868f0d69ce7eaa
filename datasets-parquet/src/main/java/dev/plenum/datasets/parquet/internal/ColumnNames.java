package dev.plenum.datasets.parquet.internal;

import java.util.Optional;

/**
 * What is said of a table's columns.
 *
 * @param image the name of the column of image files
 * @param label the name of the column of classes
 */
public record ColumnNames(Optional<String> image, Optional<String> label) {
  /** Nothing is said. */
  public static final ColumnNames UNKNOWN = new ColumnNames(Optional.empty(), Optional.empty());
}
