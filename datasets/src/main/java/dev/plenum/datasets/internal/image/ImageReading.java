package dev.plenum.datasets.internal.image;

import dev.plenum.datasets.internal.pixels.PixelPlace;
import dev.plenum.datasets.picture.Preparation;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * How image files become images of a dataset; immutable.
 *
 * @param size of every image; empty for the first image's
 * @param preparer brings images to their size and channels
 * @param place where their pixels are kept
 * @param groups what of a file's name says which others it belongs to
 */
public record ImageReading(
    Optional<ImageSize> size, Preparer preparer, PixelPlace place, Optional<Pattern> groups) {

  /** As files are read unless something else is said. */
  public static final ImageReading STANDARD = new ImageReading(
      Optional.empty(),
      new Preparer(Preparation.standard(), OptionalInt.empty()),
      PixelPlace.MEMORY,
      Optional.empty());

  /** The same with another size. */
  public ImageReading size(ImageSize other) {
    return new ImageReading(Optional.of(other), preparer, place, groups);
  }

  /** The same with 1 or 3 channels. */
  public ImageReading channels(int channels) {
    Preparer other = new Preparer(preparer.how(), OptionalInt.of(channels));
    return new ImageReading(size, other, place, groups);
  }

  /** The same with another preparation. */
  public ImageReading preparation(Preparation other) {
    return new ImageReading(size, new Preparer(other, preparer.channels()), place, groups);
  }

  /** The same with the pixels in another place. */
  public ImageReading place(PixelPlace other) {
    return new ImageReading(size, preparer, other, groups);
  }

  /** The same with groups. */
  public ImageReading groups(Pattern other) {
    return new ImageReading(size, preparer, place, Optional.of(other));
  }
}
