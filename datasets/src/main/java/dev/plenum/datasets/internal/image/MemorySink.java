package dev.plenum.datasets.internal.image;

import dev.plenum.datasets.internal.HeapRoom;
import dev.plenum.datasets.internal.InvalidFileException;
import dev.plenum.datasets.internal.pixels.PixelSink;
import java.nio.file.Path;

/** Pixels of grey images, or of such in red, green and blue, in an array. */
final class MemorySink implements PixelSink {
  private final Path root;
  private byte[] pixels;
  private int filled;

  /**
   * Room for so many images in grey; with three channels they must fit an array too.
   *
   * @param root where the images come from, for messages
   */
  MemorySink(Path root, int images, ImageSize each) {
    this.root = root;
    this.pixels = new byte[images * each.height() * each.width()];
  }

  @Override
  public void add(byte[] image) {
    System.arraycopy(image, 0, pixels, filled, image.length);
    filled += image.length;
  }

  /** Throws if there is no room for three channels. */
  @Override
  public void triple() throws InvalidFileException {
    HeapRoom.require(root, "its images in colour", (1L + PixelImage.RGB) * pixels.length);
    pixels = PixelImage.tripled(pixels);
    filled *= PixelImage.RGB;
  }

  /** All of them; the array itself. */
  byte[] pixels() {
    return pixels;
  }
}
