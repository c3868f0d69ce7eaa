package dev.plenum.datasets.internal.image;

/**
 * What an animation is painted on, and the place of its first picture.
 *
 * @param height of the canvas
 * @param width of the canvas
 * @param top the picture's first row
 * @param left the picture's first column
 */
record Canvas(int height, int width, int top, int left) {
  /**
   * A picture in its place.
   *
   * @param open the colour of what it leaves open, as 0xrrggbb
   */
  PixelImage with(PixelImage picture, int open) {
    if (picture.height() == height && picture.width() == width) {
      return picture;
    }
    byte[] pixels = new byte[height * width * PixelImage.RGB];
    byte[] colour = {(byte) (open >> 16), (byte) (open >> 8), (byte) open};
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = colour[i % PixelImage.RGB];
    }
    byte[] source = picture.withChannels(PixelImage.RGB).pixels();
    int row = picture.width() * PixelImage.RGB;
    for (int y = 0; y < picture.height(); y++) {
      int target = ((top + y) * width + left) * PixelImage.RGB;
      System.arraycopy(source, y * row, pixels, target, row);
    }
    return new PixelImage(height, width, PixelImage.RGB, pixels);
  }
}
