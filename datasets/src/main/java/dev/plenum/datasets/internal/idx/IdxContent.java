package dev.plenum.datasets.internal.idx;

import dev.plenum.datasets.internal.Sha256;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;

/** What an IDX file holds. */
public final class IdxContent {
  private final IdxKind kind;
  private final List<Integer> dimensions;
  private final byte[] data;

  IdxContent(IdxKind kind, List<Integer> dimensions, byte[] data) {
    this.kind = kind;
    this.dimensions = List.copyOf(dimensions);
    this.data = data;
  }

  /** The number of images or labels. */
  int count() {
    return dimensions.get(0);
  }

  /** The rows of every image. */
  int height() {
    return dimensions.get(1);
  }

  /** The columns of every image. */
  int width() {
    return dimensions.get(2);
  }

  /** Image after image, row by row; the array itself, not a copy. */
  byte[] data() {
    return data;
  }

  /** A label, as it stands there. */
  int label(int index) {
    return kind == IdxKind.LABELS
        ? data[index] & 0xff
        : ByteBuffer.wrap(data).getInt(index * dimensions.get(1) * kind.elementBytes());
  }

  /** The SHA-256 of the unpacked file, in hexadecimal digits. */
  public String sha256() {
    return sha256(List.of(this));
  }

  /** The SHA-256 of these unpacked files, one after another, in hexadecimal digits. */
  public static String sha256(List<IdxContent> contents) {
    MessageDigest digest = Sha256.newDigest();
    for (IdxContent content : contents) {
      digest.update(content.header());
      digest.update(content.data);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private byte[] header() {
    ByteBuffer header = ByteBuffer.allocate(kind.headerBytes()).putInt(kind.magic());
    dimensions.forEach(header::putInt);
    return header.array();
  }
}
