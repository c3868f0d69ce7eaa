package dev.plenum.datasets.internal.csv;

import dev.plenum.api.network.Shape;
import dev.plenum.datasets.internal.HeapRoom;
import dev.plenum.datasets.internal.InvalidFileException;
import dev.plenum.datasets.internal.LabelledPixels;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A table with an image in each line: its label, perhaps its group, and its pixels row by row. For one
 * reading.
 */
final class PixelTable {
  private static final int WHITE = 255;
  private static final int FIRST_ROOM = 256;
  private static final int COLOURS = 3;
  private static final int MOST_SHOWN = 40;
  private static final int MOST_CHARACTERS = 500;

  private final Path file;
  private final CsvOptions options;
  private int columns;
  private int labelColumn;
  private int groupColumn = -1;
  /** Of pixels. */
  private int values;

  private int images;
  private byte[] pixels = new byte[0];
  private int[] labels = new int[0];
  private final List<String> groups = new ArrayList<>();
  private boolean labelWasNamed;

  /** Reads nothing yet. */
  PixelTable(Path file, CsvOptions options) {
    this.file = file;
    this.options = options;
  }

  /**
   * Reads the table.
   *
   * @throws InvalidFileException if it is no such table
   */
  LabelledPixels read() throws IOException {
    CsvRows.forEach(file, this::take);
    if (images == 0) {
      throw new InvalidFileException(file, "expected a label and pixels in each line, found none");
    }
    requireLabels();
    return new LabelledPixels(
        file, shape(), Arrays.copyOf(pixels, images * values), Arrays.copyOf(labels, images));
  }

  /** The group of each image that was read; empty if there is no such column. */
  List<String> groups() {
    return groups;
  }

  private boolean take(long line, List<String> fields) throws IOException {
    if (columns == 0) {
      begin(line, fields);
      if (isHeader(fields)) {
        return true;
      }
    }
    if (fields.size() != columns) {
      throw CsvRows.invalid(
          file,
          line,
          String.format(
              Locale.ROOT,
              "expected %d values as in the first line, found %d",
              columns,
              fields.size()));
    }
    makeRoom();
    int at = images * values;
    for (int i = 0; i < columns; i++) {
      if (i == labelColumn) {
        labels[images] = number(line, i, fields.get(i), "a label", Integer.MAX_VALUE);
      } else if (i == groupColumn) {
        groups.add(group(line, fields.get(i).strip()));
      } else {
        pixels[at] = (byte) number(line, i, fields.get(i), "a pixel", WHITE);
        at++;
      }
    }
    images++;
    return true;
  }

  private void begin(long line, List<String> fields) throws InvalidFileException {
    columns = fields.size();
    if (columns < 2) {
      throw CsvRows.invalid(
          file,
          line,
          "expected a label and pixels with commas between, found '%s'"
              .formatted(shown(fields.get(0))));
    }
    Optional<Integer> named = isHeader(fields) ? options.labelIn(fields) : Optional.empty();
    labelWasNamed = named.isPresent();
    labelColumn = named.orElseGet(() -> options.isLabelLast() ? columns - 1 : 0);
    groupColumn = isHeader(fields) ? CsvOptions.groupIn(fields).orElse(-1) : -1;
    values = columns - (groupColumn < 0 ? 1 : 2);
    if (values < 1) {
      throw CsvRows.invalid(file, line, "expected pixels beside the label and the group");
    }
    if (isHeader(fields) && labelColumn > 0 && fields.get(0).isBlank()) {
      throw CsvRows.invalid(
          file,
          line,
          "the first column has no name, as where pandas writes its index; write the table without it: to_csv(…, index=False)");
    }
    shape();
  }

  /** A line whose first field is no number, or the numbers of the columns: pandas calls them so. */
  private static boolean isHeader(List<String> fields) {
    return !fields.get(0).strip().matches("[-+]?[0-9.]+([eE][-+]?[0-9]+)?")
        || IntStream.range(0, fields.size())
            .allMatch(i -> fields.get(i).strip().equals(String.valueOf(i)));
  }

  private int number(long line, int column, String text, String what, int most)
      throws InvalidFileException {
    int small = smallNumber(text);
    if (small >= 0 && small <= most) {
      return small;
    }
    String digits = text.strip().replaceFirst("\\.0*$", "");
    if (digits.matches("[0-9]{1,9}") && Integer.parseInt(digits) <= most) {
      return Integer.parseInt(digits);
    }
    throw CsvRows.invalid(
        file,
        line,
        String.format(
            Locale.ROOT,
            "value %d is '%s'; expected %s, a whole number %s%s",
            column + 1,
            shown(text),
            what,
            most == WHITE ? "from 0 to 255" : "from 0 on",
            hint(text.strip())));
  }

  /** What people have instead of numbers. */
  private static String hint(String text) {
    if (text.matches("(0?[.][0-9]+|[0-9.]+e-[0-9]+)")) {
      return ". Pixels from 0 to 1 must be multiplied by 255 and rounded";
    }
    return text.matches(".*[A-Za-z].*")
        ? ". In a list of image files, the column of their paths is called path, and that of their classes label"
        : "";
  }

  private String group(long line, String name) throws InvalidFileException {
    if (name.isEmpty() || name.length() > MOST_CHARACTERS) {
      throw CsvRows.invalid(
          file,
          line,
          "expected a group of 1 to %s characters, found '%s'"
              .formatted(MOST_CHARACTERS, shown(name)));
    }
    return name;
  }

  private static String shown(String text) {
    return text.length() > MOST_SHOWN ? text.substring(0, MOST_SHOWN) + "…" : text;
  }

  /** Almost all are so short, and there are many; −1 for the others. */
  private static int smallNumber(String text) {
    int number = text.isEmpty() || text.length() > 3 ? -1 : 0;
    for (int i = 0; i < text.length() && number >= 0; i++) {
      char digit = text.charAt(i);
      number = digit >= '0' && digit <= '9' ? 10 * number + digit - '0' : -1;
    }
    return number;
  }

  private void makeRoom() throws InvalidFileException {
    if (images < labels.length) {
      return;
    }
    int room = Math.max(FIRST_ROOM, 2 * labels.length);
    long bytes = (long) room * values;
    HeapRoom.require(
        file, String.format(Locale.ROOT, "%d images of %d pixels", room, values), 2 * bytes);
    if (bytes > Integer.MAX_VALUE - 8) {
      throw new InvalidFileException(file, "it has more images than an array can hold");
    }
    pixels = Arrays.copyOf(pixels, (int) bytes);
    labels = Arrays.copyOf(labels, room);
  }

  /** In a file without a header, the first column may be a pixel of the border, which is always 0. */
  private void requireLabels() throws InvalidFileException {
    boolean isConstant = Arrays.stream(labels, 0, images).distinct().count() == 1;
    if (isConstant && images > 1 && !labelWasNamed && !options.isLabelGiven()) {
      throw new InvalidFileException(
          file,
          String.format(
              Locale.ROOT,
              "the first value of every line is %d, which is no label then. If labels are last, say so: csv:path=%s,label=last",
              labels[0],
              file.getFileName()));
    }
  }

  private Shape shape() throws InvalidFileException {
    if (options.shape().isPresent()) {
      Shape given = options.shape().get();
      if (given.size() == values) {
        return given;
      }
      throw new InvalidFileException(
          file,
          String.format(
              Locale.ROOT,
              "it has %d pixels in a line, but images of the shape %s have %d",
              values,
              given,
              given.size()));
    }
    int grey = (int) Math.sqrt(values);
    int colour = (int) Math.sqrt((double) values / COLOURS);
    if (grey * grey == values) {
      return Shape.of(grey, grey, 1);
    }
    if (colour * colour * COLOURS == values) {
      return Shape.of(colour, colour, COLOURS);
    }
    throw new InvalidFileException(
        file,
        String.format(
            Locale.ROOT,
            "it has %d values in a line beside the label, which make no square image in grey or colour. Say of which shape they are, such as csv:path=%s,shape=20x30",
            values,
            file.getFileName()));
  }
}
