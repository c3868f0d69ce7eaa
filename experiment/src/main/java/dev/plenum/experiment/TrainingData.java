package dev.plenum.experiment;

import dev.plenum.api.data.Dataset;
import dev.plenum.api.data.Folds.Fold;
import dev.plenum.api.data.Split;
import dev.plenum.api.data.Splitting;
import dev.plenum.api.data.TrainTest;
import dev.plenum.api.random.Seed;
import dev.plenum.persistence.JsonObject;
import dev.plenum.persistence.RunRecord.Data;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The images of a training.
 *
 * <pre>{@code
 * TrainingData.of(mnist).first(10_000).validation(1.0 / 6, seed(42))
 * }</pre>
 *
 * @param whole where they are from
 * @param train to train on
 * @param validation to watch the training by: the dataset's own, else set aside from the training images;
 *     empty for none
 * @param splitting how those set aside are chosen
 */
public record TrainingData(
    TrainTest whole, Dataset train, Optional<Dataset> validation, Splitting splitting) {

  /** The design's: members and repetitions with other seeds share one split. */
  private static final Splitting DEFAULT = Splitting.random(Seed.seed(42));

  /**
   * {@return all training images; the dataset's own validation images, if it has any}
   *
   * @param whole where they are from
   */
  public static TrainingData of(TrainTest whole) {
    return new TrainingData(whole, whole.train(), whole.validation(), DEFAULT);
  }

  /**
   * {@return the training images outside of one part of them, which takes the place of the test images} So
   * the test images can have no part in it.
   *
   * @param whole where they are from; its own validation images are kept
   * @param fold the part, and the images outside of it
   */
  public static TrainingData of(TrainTest whole, Fold fold) {
    return of(new TrainTest(
        whole.name(),
        fold.others(),
        whole.validation(),
        fold.leftOut(),
        whole.sha256(),
        whole.pictures(),
        whole.preparation(),
        fold.groups()));
  }

  /**
   * {@return the same with the first training images only} Called before {@link #validation(double, Seed)}.
   *
   * @param images how many
   * @throws IllegalArgumentException if there are not so many
   */
  public TrainingData first(int images) {
    if (images > train.size()) {
      throw new IllegalArgumentException(String.format(
          Locale.ROOT,
          "the first %d images were asked for, but '%s' has %d training images",
          images,
          whole.name(),
          train.size()));
    }
    return new TrainingData(whole, train.first(images), validation, splitting);
  }

  /**
   * {@return the same with validation images, chosen at random by our own numbers} See
   * {@link #validation(double, Splitting)}.
   *
   * @param share of the training images, in [0, 1); 0 for no validation at all
   * @param seed what the choice follows from
   */
  public TrainingData validation(double share, Seed seed) {
    return validation(share, Splitting.random(seed));
  }

  /**
   * {@return the same with validation images, set aside from the training images unless the dataset has some}
   *
   * @param share of the training images, in [0, 1); 0 for no validation at all
   * @param splitting how they are chosen
   * @throws IllegalArgumentException if the share is out of range, one of the parts would be empty, or a
   *     class is too small for a stratified choice
   */
  public TrainingData validation(double share, Splitting splitting) {
    if (share == 0) {
      return new TrainingData(whole, train, Optional.empty(), splitting);
    }
    if (whole.validation().isPresent()) {
      return new TrainingData(whole, train, whole.validation(), splitting);
    }
    Split split = split(splitting, share);
    return new TrainingData(whole, split.train(), Optional.of(split.validation()), splitting);
  }

  /**
   * {@return the same without test images: the validation images take their place, so that nothing can be
   * chosen by the test images} The digest of the pixels is another one.
   *
   * @throws IllegalArgumentException if there are no validation images
   */
  public TrainingData withoutTest() {
    Dataset images = validation.orElseThrow(
        () -> new IllegalArgumentException("there are no validation images to judge by"));
    TrainTest without = new TrainTest(
        whole.name(),
        whole.train(),
        whole.validation(),
        images,
        whole.sha256(),
        whole.pictures(),
        whole.preparation(),
        whole.groups());
    return new TrainingData(without, train, validation, splitting);
  }

  private Split split(Splitting splitting, double share) {
    return whole
        .groups()
        .map(groups -> splitting.split(train, groups.first(train.size()), share).images())
        .orElseGet(() -> splitting.split(train, share));
  }

  /** {@return what the choice of those set aside follows from} */
  public long splitSeed() {
    return splitting.seed().value();
  }

  /**
   * {@return how those set aside are chosen, for records, with the number and digest of the groups, if there
   * are some; empty if plainly, by our own numbers}
   */
  public Optional<JsonObject> split() {
    boolean isChosen = validation.isPresent() && !hasOwnValidation();
    boolean hasGroups = isChosen && whole.groups().isPresent();
    if (splitting.isPlain() && !hasGroups) {
      return Optional.empty();
    }
    Map<String, Object> description = new LinkedHashMap<>(splitting.describe());
    whole.groups().filter(groups -> hasGroups).ifPresent(groups -> {
      description.put("groups", groups.count());
      description.put("groupsSha256", groups.sha256());
    });
    return Optional.of(JsonObject.of(description));
  }

  /** {@return the images to measure the result by} */
  public Dataset test() {
    return whole.test();
  }

  /** {@return the classes' names} */
  public List<String> classNames() {
    return train.classNames();
  }

  /** {@return the number of validation images, perhaps 0} */
  public int validationSize() {
    return validation.map(Dataset::size).orElse(0);
  }

  private boolean hasOwnValidation() {
    return validation.isPresent() && validation.equals(whole.validation());
  }

  /** {@return how many of the training images are used, those set aside included, if not all} */
  public OptionalInt limit() {
    int used = train.size() + (hasOwnValidation() ? 0 : validationSize());
    return used < whole.train().size() ? OptionalInt.of(used) : OptionalInt.empty();
  }

  /** {@return what a run's record says of them} */
  public Data record() {
    return new Data(
        whole.name(),
        whole.sha256(),
        Optional.of(whole.pixelsSha256()),
        train.size(),
        validationSize(),
        hasOwnValidation(),
        test().size());
  }
}
