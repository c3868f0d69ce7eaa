package dev.plenum.datasets.internal;

import dev.plenum.api.data.Dataset;
import dev.plenum.api.data.Picture;
import dev.plenum.api.data.Split;
import dev.plenum.api.data.TestImages;
import dev.plenum.api.data.TrainTest;
import dev.plenum.api.random.Seed;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A dataset as its files have it: with whatever parts there are.
 *
 * @param place the file or folder, for messages
 * @param parts at least one
 * @param sha256 identifies the data as they are stored
 * @param pictures the files that the images are from, if each is a file
 */
public record PartedData(
    Path place, Map<Part, Dataset> parts, String sha256, List<Picture> pictures) {
  private static final double TEST_SHARE = 0.1;
  private static final Seed TEST_SEED = Seed.seed(42);

  /**
   * To train on and to measure by. Without a test part the validation part is the test; without both,
   * a tenth of the training images, chosen at random with the seed 42.
   *
   * @throws InvalidFileException if there is no training part, a tenth of it is less than one image, or
   *     the images of the parts have different shapes
   */
  public TrainTest trainTest(String name) throws InvalidFileException {
    Dataset train = part(Part.TRAIN)
        .orElseThrow(() -> new InvalidFileException(
            place, "there are no training images, only those of the parts " + parts.keySet()));
    Optional<Dataset> test = part(Part.TEST);
    Optional<Dataset> validation = part(Part.VALIDATION);
    if (test.isEmpty() && validation.isEmpty()) {
      Split split = split(train);
      return new TrainTest(
          name, split.train(), Optional.empty(), split.validation(), sha256, pictures);
    }
    requireSameShapes(train);
    return new TrainTest(
        name,
        train,
        test.isPresent() ? validation : Optional.empty(),
        test.or(() -> validation).orElseThrow(),
        sha256,
        pictures);
  }

  /** To measure a model by: the part test, else validation, else train. */
  public TestImages testImages(String name) {
    Dataset images = Stream.of(Part.TEST, Part.VALIDATION, Part.TRAIN)
        .flatMap(part -> part(part).stream())
        .findFirst()
        .orElseThrow();
    return new TestImages(name, images, sha256);
  }

  private Optional<Dataset> part(Part part) {
    return Optional.ofNullable(parts.get(part));
  }

  private void requireSameShapes(Dataset train) throws InvalidFileException {
    for (Map.Entry<Part, Dataset> part : parts.entrySet()) {
      if (!part.getValue().imageShape().equals(train.imageShape())) {
        throw new InvalidFileException(
            place,
            "the images of the part %s have the shape %s, but training images have %s"
                .formatted(part.getKey(), part.getValue().imageShape(), train.imageShape()));
      }
    }
  }

  private Split split(Dataset all) throws InvalidFileException {
    if (Math.round(TEST_SHARE * all.size()) < 1) {
      throw new InvalidFileException(
          place,
          String.format(
              Locale.ROOT,
              "a tenth of its %d images is to be the test set, which is less than one image; add images, or make parts for training and for the test",
              all.size()));
    }
    return all.split(TEST_SHARE, TEST_SEED);
  }
}
