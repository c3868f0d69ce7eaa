package dev.plenum.api;

import dev.plenum.api.data.Dataset;
import dev.plenum.api.data.ImageTransform;
import dev.plenum.api.data.ImageWeights;
import dev.plenum.api.data.Mixup;
import dev.plenum.api.metric.Metric;
import dev.plenum.api.metric.MetricNames;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How to train, immutable.
 *
 * <pre>{@code
 * model.fit(train, Fit.epochs(40).batchSize(86).validation(validation));
 * }</pre>
 *
 * @param epochs the number of passes over the images, at least 1; those before {@code start} count
 * @param batchSize images per step, at least 1; the last batch of an epoch may be smaller
 * @param validation what to evaluate on after each epoch
 * @param augmentation changes every training image, each time it is seen, by random numbers of (seed,
 *     epoch, the image's index in the dataset); an augmented epoch has only whole batches, but at
 *     least one
 * @param mixup mixes every training image with another
 * @param plainEpochs how many of the last epochs have the images as they are, neither augmented nor mixed,
 *     at least 0; these too have only whole batches, where others are augmented
 * @param weights how much the training images count in the loss
 * @param metrics what is measured on the validation images beside loss and accuracy, see {@link
 *     Metric}
 * @param callbacks called in this order
 * @param start where to begin: {@link TrainingPosition#START}, or where another training stood
 */
public record Fit(
    int epochs,
    int batchSize,
    Optional<Dataset> validation,
    Optional<ImageTransform> augmentation,
    Optional<Mixup> mixup,
    int plainEpochs,
    Optional<ImageWeights> weights,
    List<Metric> metrics,
    List<Callback> callbacks,
    TrainingPosition start) {

  /** Keras's default. */
  private static final int DEFAULT_BATCH_SIZE = 32;

  /**
   * Checks the numbers and the metrics' names.
   *
   * @param epochs at least 1
   * @param batchSize images per step, at least 1
   * @param validation what to evaluate on after each epoch, if anything
   * @param augmentation changes every training image, if they are augmented
   * @param mixup mixes every training image with another, if they are mixed
   * @param plainEpochs how many of the last epochs have the images as they are, at least 0
   * @param weights how much the training images count in the loss; all the same if empty
   * @param metrics those beside loss and accuracy; may be none
   * @param callbacks called in this order; may be none
   * @param start where to begin
   * @throws IllegalArgumentException if epochs or the batch size are less than 1, plain epochs less than
   *     0, or the metrics' names are refused, see {@link MetricNames#requireUsable}
   */
  public Fit {
    if (epochs < 1) {
      throw new IllegalArgumentException(
          "the number of epochs must be at least 1, found " + epochs);
    }
    if (batchSize < 1) {
      throw new IllegalArgumentException("the batch size must be at least 1, found " + batchSize);
    }
    if (plainEpochs < 0) {
      throw new IllegalArgumentException(
          "the number of plain epochs must be at least 0, found " + plainEpochs);
    }
    metrics = List.copyOf(metrics);
    MetricNames.requireUsable(metrics);
    callbacks = List.copyOf(callbacks);
  }

  /**
   * {@return a fit in batches of 32, without validation, metrics or callbacks}
   *
   * @param epochs the number of passes over the images, at least 1
   */
  public static Fit epochs(int epochs) {
    return new Fit(
        epochs,
        DEFAULT_BATCH_SIZE,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        0,
        Optional.empty(),
        List.of(),
        List.of(),
        TrainingPosition.START);
  }

  private Fit with(Consumer<FitParts> change) {
    FitParts parts = new FitParts(this);
    change.accept(parts);
    return parts.fit();
  }

  /**
   * {@return the same with this batch size}
   *
   * @param batchSize images per step, at least 1
   */
  public Fit batchSize(int batchSize) {
    return with(parts -> parts.batchSize = batchSize);
  }

  /**
   * {@return the same with this validation data}
   *
   * @param validation what to evaluate on after each epoch
   */
  public Fit validation(Dataset validation) {
    return with(parts -> parts.validation = Optional.of(validation));
  }

  /**
   * {@return the same with this augmentation of the training images}
   *
   * @param augmentation changes every training image, each time it is seen
   */
  public Fit augmentation(ImageTransform augmentation) {
    return with(parts -> parts.augmentation = Optional.of(augmentation));
  }

  /**
   * {@return the same with every training image mixed with another}
   *
   * @param mixup draws the other image, and the shares of both
   */
  public Fit mixup(Mixup mixup) {
    return with(parts -> parts.mixup = Optional.of(mixup));
  }

  /**
   * {@return the same with the images as they are in so many of the last epochs}
   *
   * @param plainEpochs the number of these epochs, at least 0; by default 0
   * @throws IllegalArgumentException if the number is less than 0
   */
  public Fit plainEpochs(int plainEpochs) {
    return with(parts -> parts.plainEpochs = plainEpochs);
  }

  /**
   * {@return the same with these weights of classes or images}
   *
   * @param weights how much the training images count in the loss
   */
  public Fit weights(ImageWeights weights) {
    return with(parts -> parts.weights = Optional.of(weights));
  }

  /**
   * {@return the same with these metrics beside loss and accuracy}
   *
   * @param metrics measured on the validation images, in this order, instead of those before
   * @throws IllegalArgumentException if their names are refused, see {@link MetricNames#requireUsable}
   */
  public Fit metrics(Metric... metrics) {
    return with(parts -> parts.metrics = List.of(metrics));
  }

  /**
   * {@return the same with these callbacks instead of others}
   *
   * @param callbacks called in this order
   */
  public Fit callbacks(Callback... callbacks) {
    return with(parts -> parts.callbacks = List.of(callbacks));
  }

  /**
   * {@return the same from this point on; model, optimizer and callbacks must have been put there as well}
   *
   * @param start {@link TrainingPosition#START}, or where another training stood
   */
  public Fit start(TrainingPosition start) {
    return with(parts -> parts.start = start);
  }

  /**
   * {@return the number of steps of an epoch} As in Keras, augmented epochs have full batches only, if there
   * are images for one.
   *
   * @param images how many are trained on, at least 1
   */
  public int stepsPerEpoch(int images) {
    return augmentation.isPresent()
        ? Math.max(1, images / batchSize)
        : (images - 1) / batchSize + 1;
  }

  /** How the images of an epoch (from 0) are changed: not at all in the last ones, if these are plain. */
  Optional<ImageTransform> augmentationOf(int epoch) {
    return augmentation.filter(transform -> !isPlain(epoch));
  }

  /** How the images of an epoch (from 0) are mixed: not at all in the last ones, if these are plain. */
  Optional<Mixup> mixupOf(int epoch) {
    return mixup.filter(mixed -> !isPlain(epoch));
  }

  private boolean isPlain(int epoch) {
    return epoch >= epochs - plainEpochs;
  }

  /**
   * {@return how the training images are changed, if they are: what the augmentation says of itself, {@code
   * mixup_alpha} if there is mixup, and {@code plain_epochs} if there are some}
   */
  public Optional<Map<String, Object>> describeAugmentation() {
    Map<String, Object> description = new LinkedHashMap<>();
    augmentation.ifPresent(transform -> description.putAll(transform.describe()));
    mixup.ifPresent(mixed -> description.put("mixup_alpha", mixed.alpha()));
    if (description.isEmpty()) {
      return Optional.empty();
    }
    if (plainEpochs > 0) {
      description.put("plain_epochs", plainEpochs);
    }
    return Optional.of(description);
  }

  /** {@return the names of the metrics that the record of every epoch has, in their order there} */
  public List<String> metricNames() {
    return List.copyOf(EpochMetrics.of(this).higherIsBetter().keySet());
  }

  /**
   * {@return whether greater values of a metric are better; else smaller ones are}
   *
   * @param metric one of {@link #metricNames}
   * @throws IllegalArgumentException if it is none of them
   */
  public boolean isHigherBetter(String metric) {
    return EpochMetrics.of(this).isHigherBetter(metric);
  }
}
