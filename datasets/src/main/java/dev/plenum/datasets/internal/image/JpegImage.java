package dev.plenum.datasets.internal.image;

import dev.plenum.datasets.internal.jpeg.JpegException;
import dev.plenum.datasets.internal.jpeg.JpegFile;

/** A JPEG file, by a decoder of our own: the JDK's gives other pixels on other machines. */
final class JpegImage implements StoredImage {
  private final JpegFile file;

  JpegImage(byte[] bytes) throws JpegException {
    this.file = JpegFile.open(bytes);
  }

  @Override
  public int width() {
    return file.width();
  }

  @Override
  public int height() {
    return file.height();
  }

  @Override
  public PixelImage pixels() throws JpegException {
    return new PixelImage(file.height(), file.width(), file.channels(), file.pixels());
  }
}
