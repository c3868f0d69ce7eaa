package dev.plenum.api.data;

/** Pixels in an array. */
final class PixelsInMemory implements Pixels {
  private final byte[] pixels;
  private final int imageBytes;

  /**
   * These pixels.
   *
   * @param pixels image after image; not copied, so it must not change any more
   * @param imageBytes how many of them are an image's
   */
  PixelsInMemory(byte[] pixels, int imageBytes) {
    this.pixels = pixels;
    this.imageBytes = imageBytes;
  }

  @Override
  public long bytes() {
    return pixels.length;
  }

  @Override
  public int imageBytes() {
    return imageBytes;
  }

  @Override
  public void copy(int image, byte[] target, int offset) {
    System.arraycopy(pixels, image * imageBytes, target, offset, imageBytes);
  }

  @Override
  public void copy(int image, float[] valueOfByte, float[] target, int offset) {
    int start = image * imageBytes;
    for (int i = 0; i < imageBytes; i++) {
      target[offset + i] = valueOfByte[pixels[start + i] & 0xff];
    }
  }
}
