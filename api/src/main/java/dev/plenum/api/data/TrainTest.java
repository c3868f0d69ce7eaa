package dev.plenum.api.data;

/**
 * A whole dataset as it is published.
 *
 * @param name {@code mnist}
 * @param train the images to train on (and to set validation images aside from)
 * @param test the images to measure the result by, and nothing else
 * @param sha256 identifies the data, in hexadecimal digits
 */
public record TrainTest(String name, Dataset train, Dataset test, String sha256) {

  /**
   * Checks that both parts are of one kind.
   *
   * @throws IllegalArgumentException if their image shapes or classes differ
   */
  public TrainTest {
    if (!train.imageShape().equals(test.imageShape())
        || !train.classNames().equals(test.classNames())) {
      throw new IllegalArgumentException(
          "dataset '%s': training images are %s of the classes %s, test images %s of %s"
              .formatted(
                  name,
                  train.imageShape(),
                  train.classNames(),
                  test.imageShape(),
                  test.classNames()));
    }
  }
}
