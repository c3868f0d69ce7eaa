package dev.plenum.datasets.internal.idx;

import java.util.Locale;

/** The kinds of IDX files that datasets of images are made of. */
public enum IdxKind {
  /** {@code idx3-ubyte}: count, rows, columns. */
  IMAGES("images", 0x08, 3, Byte.BYTES),
  /** {@code idx1-ubyte}: count. */
  LABELS("labels", 0x08, 1, Byte.BYTES),
  /** {@code idx2-int}, as QMNIST has it: count, columns, of which the first is the label. */
  LABEL_TABLE("labels with details", 0x0c, 2, Integer.BYTES);

  private final String content;
  /** In the magic number's third byte. */
  private final int type;

  private final int rank;
  private final int elementBytes;

  IdxKind(String content, int type, int rank, int elementBytes) {
    this.content = content;
    this.type = type;
    this.rank = rank;
    this.elementBytes = elementBytes;
  }

  /** The number of dimensions. */
  int rank() {
    return rank;
  }

  /** The length of a number. */
  int elementBytes() {
    return elementBytes;
  }

  /** The file's first four bytes as a big-endian number. */
  int magic() {
    return type << 8 | rank;
  }

  /** The magic number and then each dimension, four bytes each. */
  public int headerBytes() {
    return Integer.BYTES * (1 + rank);
  }

  /** What such a file holds: {@code images (magic number 0x00000803)}. */
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%s (magic number 0x%08x)", content, magic());
  }

  /** What a file with this magic number holds, for messages. */
  static String describe(int magic) {
    for (IdxKind kind : values()) {
      if (kind.magic() == magic) {
        return kind.toString();
      }
    }
    String number = String.format(Locale.ROOT, "the magic number 0x%08x", magic);
    String type = switch (magic >>> 8) {
      case 0x08 -> "unsigned bytes";
      case 0x09 -> "signed bytes";
      case 0x0b -> "16-bit integers";
      case 0x0c -> "32-bit integers";
      case 0x0d -> "32-bit floats";
      case 0x0e -> "64-bit floats";
      default -> "";
    };
    return type.isEmpty()
        ? number + ", which no IDX file has"
        : String.format(
            Locale.ROOT, "%s, an IDX file of %s in %d dimensions", number, type, magic & 0xff);
  }
}
