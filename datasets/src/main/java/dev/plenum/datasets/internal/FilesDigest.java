package dev.plenum.datasets.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * The SHA-256 that identifies several files: over, file by file in name order, its name (its path in
 * the folder, in UTF-8, composed, with slashes), a zero byte, its length as eight bytes, big-endian,
 * and its bytes.
 */
public final class FilesDigest {
  private static final int BUFFER_BYTES = 1 << 16;

  private final MessageDigest digest = Sha256.newDigest();

  /** Adds the next file. */
  public void add(String name, byte[] bytes) {
    begin(name, bytes.length);
    digest.update(bytes);
  }

  /**
   * Adds the next file, which is read to its end.
   *
   * @param length how many bytes it has
   * @throws IOException if it cannot be read
   */
  public void add(String name, long length, InputStream in) throws IOException {
    begin(name, length);
    byte[] buffer = new byte[BUFFER_BYTES];
    for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
      digest.update(buffer, 0, count);
    }
  }

  private void begin(String name, long length) {
    digest.update(name.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
    digest.update(ByteBuffer.allocate(Long.BYTES).putLong(0, length));
  }

  /** Of the files so far, in hexadecimal digits; starts anew. */
  public String sha256() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
