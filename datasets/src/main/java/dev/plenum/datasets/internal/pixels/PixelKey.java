package dev.plenum.datasets.internal.pixels;

import dev.plenum.datasets.internal.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * What the pixels of a dataset follow from, so that a later run can tell whether those of an earlier one
 * are the same: the names, lengths and times of last change of all files, and how they are read. What
 * the files hold is not looked at.
 */
public final class PixelKey {
  /** To be raised with every change that makes other pixels of the same files. */
  private static final int DECODING = 1;

  private final MessageDigest digest = Sha256.newDigest();

  /** That of no files yet. */
  public PixelKey() {
    add("plenum pixels", DECODING);
  }

  /** Adds something. */
  public void add(String text, long... numbers) {
    digest.update(text.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
    ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES * numbers.length);
    for (long number : numbers) {
      bytes.putLong(number);
    }
    digest.update(bytes.array());
  }

  /** Of all that was added, in hexadecimal digits; to be asked for once. */
  public String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
