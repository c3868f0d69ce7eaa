package dev.plenum.datasets.internal.idx;

import java.util.Locale;

/** The two kinds of IDX files of the MNIST family, both of unsigned bytes. */
public enum IdxKind {
  /** {@code idx3-ubyte}: count, rows, columns. */
  IMAGES("images", 3),
  /** {@code idx1-ubyte}: count. */
  LABELS("labels", 1);

  /** The type code of unsigned bytes, in the magic number's third byte. */
  private static final int UNSIGNED_BYTE = 0x08;

  private final String content;
  private final int rank;

  IdxKind(String content, int rank) {
    this.content = content;
    this.rank = rank;
  }

  /** The number of dimensions. */
  int rank() {
    return rank;
  }

  /** The file's first four bytes as a big-endian number. */
  int magic() {
    return UNSIGNED_BYTE << 8 | rank;
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
}
