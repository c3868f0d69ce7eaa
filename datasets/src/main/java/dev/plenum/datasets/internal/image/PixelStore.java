package dev.plenum.datasets.internal.image;

/**
 * The pixels of many images of one shape. It starts in grey and turns to red, green and blue at the
 * first image that has colours.
 */
final class PixelStore {
  private final int height;
  private final int width;
  private int channels = PixelImage.GREY;
  private byte[] pixels;
  private int stored;

  /** Room for so many images; with three channels they must fit an array too. */
  PixelStore(int count, int height, int width) {
    this.height = height;
    this.width = width;
    this.pixels = new byte[count * height * width];
  }

  /** Keeps an image, scaled to the store's height and width. */
  void add(PixelImage image) {
    PixelImage scaled = Resizer.resize(image, height, width);
    widenTo(scaled.channels());
    byte[] values = scaled.withChannels(channels).pixels();
    System.arraycopy(values, 0, pixels, stored * values.length, values.length);
    stored++;
  }

  int channels() {
    return channels;
  }

  /** All images in so many channels, at least {@link #channels}. */
  byte[] pixels(int wanted) {
    widenTo(wanted);
    return pixels;
  }

  private void widenTo(int wanted) {
    if (wanted <= channels) {
      return;
    }
    pixels = PixelImage.tripled(pixels);
    channels = PixelImage.RGB;
  }
}
