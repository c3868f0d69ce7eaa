package dev.plenum.api.data;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A whole dataset as it is published.
 *
 * @param name {@code mnist}
 * @param train the images to train on (and to set validation images aside from, unless there are some)
 * @param validation the images to watch the training by, if the dataset has some of its own
 * @param test the images to measure the result by, and nothing else
 * @param sha256 identifies the data as they were stored, in hexadecimal digits
 * @param pictures the files that the images are from, in the order of the digest; empty if not every
 *     image is a file
 * @param preparation how picture files were brought to their size and colours, by the name that models
 *     keep so that others are prepared alike; {@code bilinear} unless another way was asked for
 * @param groups which training images belong together, if it is known
 */
public record TrainTest(
    String name,
    Dataset train,
    Optional<Dataset> validation,
    Dataset test,
    String sha256,
    List<Picture> pictures,
    String preparation,
    Optional<Groups> groups) {
  private static final String STANDARD = "bilinear";

  /**
   * Checks that all parts are of one kind.
   *
   * @param name what it is called: {@code mnist}
   * @param train the images to train on
   * @param validation the images to watch the training by, if there are some
   * @param test the images to measure the result by
   * @param sha256 identifies the data as they were stored
   * @param pictures the files that the images are from, if they are
   * @param preparation how picture files were brought to their size and colours, by its name
   * @param groups which training images belong together, if it is known
   * @throws IllegalArgumentException if their image shapes or classes differ, or there are not as many
   *     groups as training images
   */
  public TrainTest {
    pictures = pictures instanceof PictureList ? pictures : List.copyOf(pictures);
    requireSame(name, "validation", train, validation.orElse(train));
    requireSame(name, "test", train, test);
    if (groups.isPresent() && groups.get().size() != train.size()) {
      throw new IllegalArgumentException(String.format(
          Locale.ROOT,
          "dataset '%s': %d training images need as many groups, found %d",
          name,
          train.size(),
          groups.get().size()));
    }
  }

  /**
   * A dataset whose picture files, if it has some, were prepared as usual, and of no groups.
   *
   * @param name what it is called: {@code mnist}
   * @param train the images to train on (and to set validation images aside from, unless there are some)
   * @param validation the images to watch the training by, if the dataset has some of its own
   * @param test the images to measure the result by, and nothing else
   * @param sha256 identifies the data as they were stored, in hexadecimal digits
   * @param pictures the files that the images are from, in the order of the digest; empty if not every image
   *     is a file
   */
  public TrainTest(
      String name,
      Dataset train,
      Optional<Dataset> validation,
      Dataset test,
      String sha256,
      List<Picture> pictures) {
    this(name, train, validation, test, sha256, pictures, STANDARD, Optional.empty());
  }

  /**
   * {@return the same of picture files that were prepared in another way}
   *
   * @param preparation the name of that way, which models keep so that others are prepared alike
   */
  public TrainTest prepared(String preparation) {
    return new TrainTest(name, train, validation, test, sha256, pictures, preparation, groups);
  }

  /**
   * {@return the same with training images that belong together}
   *
   * @param groups which training images belong together
   * @throws IllegalArgumentException if there are not as many groups as training images
   */
  public TrainTest grouped(Groups groups) {
    return new TrainTest(
        name, train, validation, test, sha256, pictures, preparation, Optional.of(groups));
  }

  /**
   * A dataset without validation images, and not of image files.
   *
   * @param name what it is called: {@code mnist}
   * @param train the images to train on (and to set validation images aside from)
   * @param test the images to measure the result by, and nothing else
   * @param sha256 identifies the data as they were stored, in hexadecimal digits
   */
  public TrainTest(String name, Dataset train, Dataset test, String sha256) {
    this(name, train, Optional.empty(), test, sha256, List.of());
  }

  private static void requireSame(String name, String what, Dataset train, Dataset part) {
    if (!train.imageShape().equals(part.imageShape())
        || !train.classNames().equals(part.classNames())) {
      throw new IllegalArgumentException(
          "dataset '%s': training images are %s of the classes %s, %s images %s of %s"
              .formatted(
                  name,
                  train.imageShape(),
                  train.classNames(),
                  what,
                  part.imageShape(),
                  part.classNames()));
    }
  }

  /**
   * {@return the SHA-256, in hexadecimal digits, over the digests (see {@link Dataset#sha256}) of the
   * training, validation (if any) and test images, each in hexadecimal digits and with a line feed behind it}
   * It identifies what the images became: the same files give another one if they are decoded, scaled or
   * split in another way.
   */
  public String pixelsSha256() {
    String parts = Stream.of(Optional.of(train), validation, Optional.of(test))
        .flatMap(Optional::stream)
        .map(part -> part.sha256() + "\n")
        .collect(Collectors.joining());
    return Sha256.of(parts);
  }
}
