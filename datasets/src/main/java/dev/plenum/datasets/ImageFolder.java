package dev.plenum.datasets;

import dev.plenum.api.data.TrainTest;
import dev.plenum.datasets.internal.image.FolderReader;
import dev.plenum.datasets.internal.image.ImageSize;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A folder of image files in class-named folders: {@code train/cat/1.png}, {@code test/cat/2.png} …,
 * or only class folders ({@code cat/1.png} …), of which then a tenth, chosen at random with the seed
 * 42, is the test set. Classes and images are in name order. Immutable.
 *
 * <p>Files are PNG, JPEG, GIF (the first picture) or BMP by their content, whatever their names say.
 * In a class folder anything else but hidden files is an error, and so is an image outside of one;
 * other files beside the folders are ignored. An image is grey if red, green and blue are equal
 * everywhere; 16-bit samples are rounded to 8 bits, transparency is laid over white, colour profiles
 * and the camera's orientation are ignored. The dataset's {@link TrainTest#sha256} is over names and
 * bytes of the files, not over what size and channels make of them.
 */
public final class ImageFolder implements DatasetSource {
  private final Path dir;
  private final Optional<ImageSize> size;
  private final OptionalInt channels;

  private ImageFolder(Path dir, Optional<ImageSize> size, OptionalInt channels) {
    this.dir = dir;
    this.size = size;
    this.channels = channels;
  }

  static ImageFolder of(Path dir) {
    return new ImageFolder(dir, Optional.empty(), OptionalInt.empty());
  }

  /**
   * With every image scaled to this size, by linear interpolation and without keeping its proportions.
   * The default is the size of the first image.
   *
   * @throws IllegalArgumentException if a side is less than 1 or more than 16,384
   */
  public ImageFolder imageSize(int height, int width) {
    return new ImageFolder(dir, Optional.of(new ImageSize(height, width)), channels);
  }

  /**
   * With grey (1) or red, green and blue (3). The default is grey if every image is grey, else colour.
   * Colour becomes grey as 0.299 R + 0.587 G + 0.114 B.
   *
   * @throws IllegalArgumentException for another number
   */
  public ImageFolder channels(int channels) {
    if (channels != 1 && channels != 3) {
      throw new IllegalArgumentException(
          "images have 1 channel (grey) or 3 (red, green, blue), not " + channels);
    }
    return new ImageFolder(dir, size, OptionalInt.of(channels));
  }

  /** The folder's own name. */
  @Override
  public String name() {
    Path name = dir.toAbsolutePath().normalize().getFileName();
    return name == null ? dir.toString() : name.toString();
  }

  @Override
  public TrainTest load() throws IOException {
    return new FolderReader(dir, size, channels).read(name());
  }
}
