package dev.plenum.datasets.internal.image;

import dev.plenum.datasets.internal.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * The SHA-256 that identifies a folder of files: over, file by file in name order, its path in the
 * folder (in UTF-8, composed, with slashes), a zero byte, its length as eight bytes, big-endian, and
 * its bytes.
 */
final class FolderDigest {
  private final MessageDigest digest = Sha256.newDigest();

  /** Adds the next file. */
  void add(String name, byte[] bytes) {
    digest.update(name.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
    digest.update(ByteBuffer.allocate(Long.BYTES).putLong(0, bytes.length));
    digest.update(bytes);
  }

  /** Of the files so far, in hexadecimal digits; starts anew. */
  String sha256() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
