package dev.plenum.datasets.parquet.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;

/** The classes of all rows of several tables: numbers, of texts those in the order of their names. */
final class Labels {
  /** A row without a class; Hugging Face's library writes −1 for it. */
  static final int NONE = -1;

  /** More are hardly meant: the column is another one then. */
  private static final int MOST_CLASSES = 10_000;

  private static final int FIRST_ROOM = 1024;
  private static final int LONGEST_NAME = 500;

  /** By text, in the order of their first rows. */
  private final Map<String, Integer> texts = new LinkedHashMap<>();

  private int highest = NONE;
  private boolean areNumbers;

  /**
   * The labels of a table, by row; of texts, to be {@linkplain #sorted brought into order} after all
   * tables are read.
   *
   * @throws IOException if one is not from −1 to 9,999 (or to the last name of a class)
   */
  int[] read(ParquetFile file, Columns columns) throws IOException {
    return Refusal.decoding(file.path(), () -> {
      int[] labels = new int[FIRST_ROOM];
      int count = 0;
      long[] groups = file.rows();
      for (int group = 0; group < groups.length; group++) {
        ColumnReader values = groups[group] > 0 ? file.column(group, columns.label()) : null;
        for (long row = 0; values != null && row < groups[group]; row++) {
          if (count == labels.length) {
            Refusal.requireRoom(
                file.path(), "the labels of more than %s rows".formatted(count), 12L * count);
            labels = Arrays.copyOf(labels, 2 * count);
          }
          boolean isThere =
              values.getCurrentDefinitionLevel() == columns.label().levels();
          labels[count] = isThere ? label(file, columns, count, values) : NONE;
          count++;
          values.consume();
        }
      }
      return Arrays.copyOf(labels, count);
    });
  }

  private int label(ParquetFile file, Columns columns, int row, ColumnReader values)
      throws IOException {
    if (columns.label().type() == PrimitiveTypeName.BINARY) {
      String text = values.getBinary().toStringUsingUTF8();
      if (text.length() > LONGEST_NAME || texts.size() > MOST_CLASSES) {
        throw Refusal.of(
            file.path(),
            "the column %s has texts that are too long or too many for names of classes"
                .formatted(columns.label().column()));
      }
      return texts.computeIfAbsent(text, none -> texts.size());
    }
    long number =
        columns.label().type() == PrimitiveTypeName.INT32 ? values.getInteger() : values.getLong();
    int classes =
        columns.classNames().isEmpty() ? MOST_CLASSES : columns.classNames().size();
    if (number < NONE || number >= classes) {
      throw Refusal.of(
          file.path(),
          "row %s has the label %s; expected 0 to %s".formatted(row, number, classes - 1));
    }
    areNumbers = true;
    highest = Math.max(highest, (int) number);
    return (int) number;
  }

  /**
   * The names of the classes: those of the metadata, else texts in their order, else numbers.
   *
   * @throws IOException if some tables have numbers and some texts
   */
  List<String> names(ParquetFile file, Columns columns) throws IOException {
    if (areNumbers && !texts.isEmpty()) {
      throw Refusal.of(file.path(), "it has texts for classes, other files have numbers");
    }
    if (!columns.classNames().isEmpty() && texts.isEmpty()) {
      return columns.classNames();
    }
    if (!texts.isEmpty()) {
      return List.copyOf(new TreeSet<>(texts.keySet()));
    }
    List<String> numbers = new ArrayList<>();
    for (int i = 0; i <= highest; i++) {
      numbers.add(String.valueOf(i));
    }
    return numbers;
  }

  /** The same labels as indices of the names. */
  int[] sorted(int[] labels, List<String> names) {
    if (texts.isEmpty()) {
      return labels;
    }
    int[] order = texts.keySet().stream().mapToInt(names::indexOf).toArray();
    return Arrays.stream(labels)
        .map(label -> label == NONE ? NONE : order[label])
        .toArray();
  }
}
