package dev.plenum.datasets.internal.audit;

import dev.plenum.datasets.internal.Sha256;
import dev.plenum.datasets.internal.image.PixelImage;
import java.nio.ByteBuffer;
import java.security.MessageDigest;

/** What is kept of an image, to compare it with others. Immutable. */
final class Fingerprint {
  /** The standard deviation of the brightness, of 255, below which hardly anything can be seen. */
  private static final double LEAST_DEVIATION = 4;

  private final int height;
  private final int width;
  private final int channels;
  private final Digest digest;
  private final double deviation;
  private final boolean isConstant;
  private final boolean isTurned;
  private final Thumbnail thumbnail;
  private final long[] hashes;

  /** The same for the same pixels, and for no others that anybody knows of. */
  record Digest(long first, long second) {}

  private Fingerprint(PixelImage image, boolean isTurned) {
    this.height = image.height();
    this.width = image.width();
    this.channels = image.channels();
    this.digest = digest(image);
    this.deviation = deviation(image.withChannels(PixelImage.GREY).pixels());
    this.isConstant = isConstant(image);
    this.isTurned = isTurned;
    this.thumbnail = Thumbnail.of(image);
    this.hashes = isBlank() ? new long[0] : Shift.hashes(thumbnail);
  }

  /** That of an image as it is stored; in grey if it has no colours. */
  static Fingerprint of(PixelImage image) {
    return new Fingerprint(image.withoutNeedlessColour(), image.isTurned());
  }

  private static Digest digest(PixelImage image) {
    MessageDigest digest = Sha256.newDigest();
    digest.update(ByteBuffer.allocate(3 * Integer.BYTES)
        .putInt(0, image.height())
        .putInt(Integer.BYTES, image.width())
        .putInt(2 * Integer.BYTES, image.channels()));
    ByteBuffer bytes = ByteBuffer.wrap(digest.digest(image.pixels()));
    return new Digest(bytes.getLong(), bytes.getLong());
  }

  private static double deviation(byte[] grey) {
    double sum = 0;
    double squares = 0;
    for (byte pixel : grey) {
      int value = pixel & 0xff;
      sum += value;
      squares += value * value;
    }
    double mean = sum / grey.length;
    return Math.sqrt(Math.max(0, squares / grey.length - mean * mean));
  }

  private static boolean isConstant(PixelImage image) {
    byte[] pixels = image.pixels();
    for (int i = image.channels(); i < pixels.length; i++) {
      if (pixels[i] != pixels[i - image.channels()]) {
        return false;
      }
    }
    return true;
  }

  int height() {
    return height;
  }

  int width() {
    return width;
  }

  boolean isColour() {
    return channels > PixelImage.GREY;
  }

  Digest digest() {
    return digest;
  }

  /** Whether all pixels have the same colour. */
  boolean isConstant() {
    return isConstant;
  }

  /** Whether its brightness hardly varies, or not at all. */
  boolean isBlank() {
    return deviation < LEAST_DEVIATION;
  }

  boolean isTurned() {
    return isTurned;
  }

  /** What it looks like at a glance. */
  Thumbnail thumbnail() {
    return thumbnail;
  }

  /**
   * The perceptual hash of the thumbnail after a shift; there is none of a blank image.
   *
   * @param shift its index among {@link Shift#ALL}
   */
  long hash(int shift) {
    return hashes[shift];
  }
}
