package dev.plenum.datasets.internal.image;

import dev.plenum.api.data.Dataset;
import dev.plenum.api.network.Shape;
import dev.plenum.datasets.internal.HeapRoom;
import dev.plenum.datasets.internal.InvalidFileException;
import java.nio.file.Path;
import java.util.List;

/**
 * The pixels of many images of one shape. It starts in grey and turns to red, green and blue at the
 * first image that has colours.
 */
final class PixelStore {
  /** For messages. */
  private final Path root;

  private final int height;
  private final int width;
  private int channels = PixelImage.GREY;
  private byte[] pixels;
  private int stored;

  /**
   * Room for so many images; with three channels they must fit an array too.
   *
   * @param root where the images come from
   */
  PixelStore(Path root, int count, ImageSize each) {
    this.root = root;
    this.height = each.height();
    this.width = each.width();
    this.pixels = new byte[count * height * width];
  }

  /**
   * Keeps an image, scaled to the store's height and width.
   *
   * @throws InvalidFileException if there is no room for its colours
   */
  void add(PixelImage image) throws InvalidFileException {
    PixelImage scaled = Resizer.resize(image, height, width);
    widenTo(scaled.channels());
    byte[] values = scaled.withChannels(channels).pixels();
    System.arraycopy(values, 0, pixels, stored * values.length, values.length);
    stored++;
  }

  int channels() {
    return channels;
  }

  /**
   * All images.
   *
   * @param wanted how many channels they get, at least {@link #channels}
   * @param files where they are from, for their classes
   * @throws InvalidFileException if there is no room for so many channels
   */
  Dataset dataset(int wanted, List<LabelledFile> files, List<String> classNames)
      throws InvalidFileException {
    widenTo(wanted);
    return new Dataset(
        Shape.of(height, width, wanted),
        pixels,
        files.stream().mapToInt(LabelledFile::label).toArray(),
        classNames);
  }

  private void widenTo(int wanted) throws InvalidFileException {
    if (wanted <= channels) {
      return;
    }
    HeapRoom.require(root, "its images in colour", (1L + PixelImage.RGB) * pixels.length);
    pixels = PixelImage.tripled(pixels);
    channels = PixelImage.RGB;
  }
}
