package dev.plenum.datasets.internal;

import dev.plenum.api.data.Dataset;
import dev.plenum.api.data.GroupSplit;
import dev.plenum.api.data.Groups;
import dev.plenum.api.data.Picture;
import dev.plenum.api.data.Split;
import dev.plenum.api.data.Splitting;
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
 * @param groups which training images belong together, if it is known
 */
public record PartedData(
    Path place,
    Map<Part, Dataset> parts,
    String sha256,
    List<Picture> pictures,
    Optional<Groups> groups) {
  private static final double TEST_SHARE = 0.1;
  private static final Seed TEST_SEED = Seed.seed(42);

  /** Of images of which none belong together. */
  public PartedData(Path place, Map<Part, Dataset> parts, String sha256, List<Picture> pictures) {
    this(place, parts, sha256, pictures, Optional.empty());
  }

  /** The same with what is known of images that belong together. */
  public PartedData grouped(Optional<Groups> others) {
    return new PartedData(place, parts, sha256, pictures, others);
  }

  /**
   * To train on and to measure by. Without a test part the validation part is the test; without both,
   * a tenth of the training images, chosen at random with the seed 42; of images that belong
   * together, by whole groups.
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
      return withTenth(name, train);
    }
    requireSameShapes(train);
    TrainTest data = new TrainTest(
        name,
        train,
        test.isPresent() ? validation : Optional.empty(),
        test.or(() -> validation).orElseThrow(),
        sha256,
        pictures);
    return groups.map(data::grouped).orElse(data);
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

  private TrainTest withTenth(String name, Dataset all) throws InvalidFileException {
    requireTenth(all);
    Optional<GroupSplit> grouped =
        groups.isPresent() ? Optional.of(split(all, groups.get())) : Optional.empty();
    Split split = grouped.map(GroupSplit::images).orElseGet(() -> all.split(TEST_SHARE, TEST_SEED));
    TrainTest data =
        new TrainTest(name, split.train(), Optional.empty(), split.validation(), sha256, pictures);
    return grouped.map(GroupSplit::train).map(data::grouped).orElse(data);
  }

  private GroupSplit split(Dataset all, Groups groups) throws InvalidFileException {
    try {
      return Splitting.random(TEST_SEED).split(all, groups, TEST_SHARE);
    } catch (IllegalArgumentException e) {
      throw new InvalidFileException(place, "a tenth is to be the test set: " + e.getMessage());
    }
  }

  private void requireTenth(Dataset all) throws InvalidFileException {
    if (Math.round(TEST_SHARE * all.size()) < 1) {
      throw new InvalidFileException(
          place,
          String.format(
              Locale.ROOT,
              "a tenth of its %d images is to be the test set, which is less than one image; add images, or make parts for training and for the test",
              all.size()));
    }
  }
}
