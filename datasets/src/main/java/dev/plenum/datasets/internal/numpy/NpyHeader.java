package dev.plenum.datasets.internal.numpy;

import dev.plenum.datasets.internal.InvalidFileException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the beginning of a {@code .npy} file says, of the format's versions 1, 2 and 3
 * (numpy.lib.format).
 *
 * @param bytes the header's own length
 * @param type of the numbers
 * @param isFortranOrder whether the first index varies fastest, not the last
 * @param shape the lengths of the dimensions
 * @param count of the numbers
 */
record NpyHeader(long bytes, NpyType type, boolean isFortranOrder, List<Integer> shape, int count) {
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
  private static final int LATEST_VERSION = 3;
  /** NumPy itself trusts no longer ones. */
  private static final int MOST_TEXT_BYTES = 10_000;

  private static final int MOST_SHOWN = 200;

  private static final Pattern DESCR = Pattern.compile("['\"]descr['\"]\\s*:\\s*(['\"])(.*?)\\1");
  private static final Pattern FORTRAN =
      Pattern.compile("['\"]fortran_order['\"]\\s*:\\s*(True|False)");
  private static final Pattern SHAPE =
      Pattern.compile("['\"]shape['\"]\\s*:\\s*\\(([0-9L,\\s]*)\\)");

  /** Whether a file with this beginning is such a file. */
  static boolean startsWith(byte[] head) {
    return head.length >= MAGIC.length
        && Arrays.equals(head, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
  }

  /**
   * Reads it.
   *
   * @param file for messages
   * @throws InvalidFileException if it is no such header, or of an array that is not read
   */
  static NpyHeader read(Path file, InputStream in) throws IOException {
    byte[] start = in.readNBytes(MAGIC.length + 2);
    if (!startsWith(start) || start.length < MAGIC.length + 2) {
      throw new InvalidFileException(
          file, "expected an array of NumPy (.npy), but it does not begin as one");
    }
    int version = start[MAGIC.length];
    if (version < 1 || version > LATEST_VERSION) {
      throw new InvalidFileException(
          file,
          String.format(
              Locale.ROOT,
              "expected version 1, 2 or 3 of NumPy's format, found %d.%d",
              version & 0xff,
              start[MAGIC.length + 1] & 0xff));
    }
    int lengthBytes = version == 1 ? Short.BYTES : Integer.BYTES;
    byte[] lengthField = Arrays.copyOf(in.readNBytes(lengthBytes), Integer.BYTES);
    int length = ByteBuffer.wrap(lengthField).order(ByteOrder.LITTLE_ENDIAN).getInt();
    if (length < 0 || length > MOST_TEXT_BYTES) {
      throw new InvalidFileException(
          file,
          String.format(
              Locale.ROOT,
              "its header says that it is %d bytes long; expected at most %d",
              Integer.toUnsignedLong(length),
              MOST_TEXT_BYTES));
    }
    byte[] text = in.readNBytes(length);
    if (text.length < length) {
      throw new InvalidFileException(file, "it ends within its header");
    }
    long bytes = start.length + (long) lengthBytes + length;
    return parse(file, bytes, new String(text, StandardCharsets.UTF_8));
  }

  private static NpyHeader parse(Path file, long bytes, String text) throws InvalidFileException {
    Matcher descr = DESCR.matcher(text);
    Matcher fortran = FORTRAN.matcher(text);
    Matcher shape = SHAPE.matcher(text);
    if (!fortran.find() || !shape.find()) {
      throw new InvalidFileException(
          file, "expected a header with descr, fortran_order and shape, found " + shown(text));
    }
    if (!descr.find()) {
      throw new InvalidFileException(file, NpyType.refusal("fields"));
    }
    NpyType type = NpyType.of(descr.group(2))
        .orElseThrow(() -> new InvalidFileException(file, NpyType.refusal(descr.group(2))));
    List<Integer> lengths = new ArrayList<>();
    long count = 1;
    for (String number : shape.group(1).replace("L", "").split(",", -1)) {
      if (number.isBlank()) {
        continue;
      }
      long dimension = dimension(number.strip());
      count *= dimension;
      if (count < 1 || count > mostNumbers()) {
        throw new InvalidFileException(
            file,
            String.format(
                Locale.ROOT,
                "its shape is (%s); expected lengths from 1 on, and at most %d numbers in all",
                shape.group(1).strip(),
                mostNumbers()));
      }
      lengths.add((int) dimension);
    }
    boolean isFortranOrder = fortran.group(1).equals("True");
    return new NpyHeader(bytes, type, isFortranOrder, List.copyOf(lengths), (int) count);
  }

  /** Its beginning, as it may be damaged. */
  private static String shown(String text) {
    String line = text.strip().replaceAll("[^ -~]", "?");
    return line.length() > MOST_SHOWN ? line.substring(0, MOST_SHOWN) + "…" : line;
  }

  /** The longest array that every JVM can make. */
  private static int mostNumbers() {
    return Integer.MAX_VALUE - 8;
  }

  private static long dimension(String digits) {
    boolean isNumber = digits.matches("[0-9]{1,10}");
    return isNumber ? Math.min(Long.parseLong(digits), Integer.MAX_VALUE) : 0;
  }

  /** How long the whole file must be. */
  long fileBytes() {
    return bytes + (long) count * type.bytes();
  }

  /** As Python writes it: {@code (60000, 28, 28)}. */
  String shownShape() {
    String numbers = shape.toString();
    return "(" + numbers.substring(1, numbers.length() - 1) + ")";
  }
}
