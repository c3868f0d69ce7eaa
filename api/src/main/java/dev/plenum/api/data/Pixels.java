package dev.plenum.api.data;

/**
 * The pixels of many images of one size, wherever they are kept: in memory, or in a file. One byte per
 * channel, in h, w, c order. Immutable; any number of threads may read at the same time.
 */
public interface Pixels {

  /** {@return the number of bytes of all images} */
  long bytes();

  /** {@return the number of bytes of each image, at least 1} */
  int imageBytes();

  /**
   * Copies an image.
   *
   * @param image from 0 to {@code bytes() / imageBytes() − 1}
   * @param target gets {@link #imageBytes} bytes from {@code offset} on
   * @param offset where in it the image begins
   * @throws java.io.UncheckedIOException if they are kept in a file that can no longer be read; the
   *     message names it
   */
  void copy(int image, byte[] target, int offset);

  /**
   * Copies an image, and looks up what each of its bytes becomes.
   *
   * @param image from 0 to {@code bytes() / imageBytes() − 1}
   * @param valueOfByte for each byte 0 … 255
   * @param target gets {@link #imageBytes} values from {@code offset} on
   * @param offset where in it the image begins
   * @throws java.io.UncheckedIOException as {@link #copy(int, byte[], int)}
   */
  default void copy(int image, float[] valueOfByte, float[] target, int offset) {
    byte[] bytes = new byte[imageBytes()];
    copy(image, bytes, 0);
    for (int i = 0; i < bytes.length; i++) {
      target[offset + i] = valueOfByte[bytes[i] & 0xff];
    }
  }
}
