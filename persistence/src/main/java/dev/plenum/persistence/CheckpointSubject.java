package dev.plenum.persistence;

import dev.plenum.api.Callback;
import dev.plenum.api.Fit;
import dev.plenum.api.Model;
import dev.plenum.api.data.Dataset;
import java.util.List;
import java.util.function.Predicate;

/**
 * What the weights of a training follow from, besides network and optimizer. As JSON {@code
 * {seed,batch_size,sha256,start_weights,normalization,augmentation,image_weights,label_smoothing,
 * validation{sha256,normalization},callbacks[…],epochs}};
 * what there is none of is left out, and the number of epochs where nothing depends on it.
 *
 * @param seed the model's
 * @param batchSize images per step
 * @param sha256 of the training images
 * @param descriptions of all that changes images or steers the training, by name; {@link #UNKNOWN} in
 *     checkpoints of versions that did not keep them
 */
record CheckpointSubject(long seed, int batchSize, String sha256, JsonObject descriptions) {
  /** Whatever it is, it is not refused. */
  static final JsonObject UNKNOWN = JsonObject.empty();

  private static final String SEED = "seed";
  private static final String BATCH_SIZE = "batch_size";
  private static final String SHA256 = "sha256";
  private static final String START_WEIGHTS = "start_weights";
  private static final String NORMALIZATION = "normalization";
  private static final String AUGMENTATION = "augmentation";
  private static final String IMAGE_WEIGHTS = "image_weights";
  private static final String LABEL_SMOOTHING = "label_smoothing";
  private static final String VALIDATION = "validation";
  private static final String CALLBACKS = "callbacks";
  private static final String EPOCHS = "epochs";

  /** That of a training which is about to begin; callbacks that only watch are left out. */
  static CheckpointSubject of(Model model, Dataset train, Fit fit) {
    JsonObject descriptions =
        normalised(JsonObject.empty().with(START_WEIGHTS, model.weights().sha256()), train);
    if (fit.describeAugmentation().isPresent()) {
      descriptions = descriptions.with(
          AUGMENTATION, JsonObject.of(fit.describeAugmentation().orElseThrow()));
    }
    if (fit.weights().isPresent()) {
      descriptions =
          descriptions.with(IMAGE_WEIGHTS, JsonObject.of(fit.weights().get().describe()));
    }
    if (model.loss().labelSmoothing() != 0) {
      descriptions = descriptions.with(LABEL_SMOOTHING, model.loss().labelSmoothing());
    }
    if (fit.validation().isPresent()) {
      Dataset validation = fit.validation().get();
      descriptions = descriptions.with(
          VALIDATION, normalised(JsonObject.empty().with(SHA256, validation.sha256()), validation));
    }
    List<Callback> steering =
        fit.callbacks().stream().filter(Predicate.not(Callback::onlyWatches)).toList();
    descriptions = descriptions.with(
        CALLBACKS,
        steering.stream().map(callback -> JsonObject.of(callback.describe())).toList());
    if (fit.plainEpochs() > 0 || steering.stream().anyMatch(Callback::dependsOnLength)) {
      descriptions = descriptions.with(EPOCHS, fit.epochs());
    }
    return new CheckpointSubject(
        model.seed().value(), fit.batchSize(), train.sha256(), descriptions);
  }

  private static JsonObject normalised(JsonObject description, Dataset images) {
    return images
        .normalisation()
        .map(normalisation ->
            description.with(NORMALIZATION, JsonObject.of(normalisation.describe())))
        .orElse(description);
  }

  /** Reads it. */
  static CheckpointSubject read(JsonValue subject) {
    subject.object(
        SEED,
        BATCH_SIZE,
        SHA256,
        START_WEIGHTS,
        NORMALIZATION,
        AUGMENTATION,
        IMAGE_WEIGHTS,
        LABEL_SMOOTHING,
        VALIDATION,
        CALLBACKS,
        EPOCHS);
    return new CheckpointSubject(
        subject.required(SEED).longValue(),
        subject.required(BATCH_SIZE).intValue(),
        subject.required(SHA256).text(),
        JsonObject.of(subject).without(SEED, BATCH_SIZE, SHA256));
  }

  JsonObject toJson() {
    return JsonObject.empty()
        .with(SEED, seed)
        .with(BATCH_SIZE, batchSize)
        .with(SHA256, sha256)
        .withAll(descriptions);
  }

  /**
   * Checks that another training is the same.
   *
   * @throws IllegalArgumentException if something is another one; the message names it
   */
  void requireSame(CheckpointSubject other) {
    Checkpoint.requireSame("seed", seed, other.seed);
    Checkpoint.requireSame("batch size", batchSize, other.batchSize);
    Checkpoint.requireSame("digest of the training images", sha256, other.sha256);
    if (!descriptions.equals(UNKNOWN)) {
      requireSame("normalisation", NORMALIZATION, other);
      requireSame("augmentation", AUGMENTATION, other);
      requireSame("image weights", IMAGE_WEIGHTS, other);
      requireSame("label smoothing", LABEL_SMOOTHING, other);
      requireSame("validation data", VALIDATION, other);
      requireSame("list of callbacks", CALLBACKS, other);
      requireSameIfKept("number of epochs", EPOCHS, other);
    }
  }

  /**
   * Checks that another training of the same network begins with the same weights.
   *
   * @throws IllegalArgumentException if it does not
   */
  void requireSameStart(CheckpointSubject other) {
    requireSameIfKept("digest of the weights before training", START_WEIGHTS, other);
  }

  /** Checkpoints of versions that did not keep it are not refused. */
  private void requireSameIfKept(String what, String key, CheckpointSubject other) {
    if (descriptions.asValue(key).optional(key).isPresent()) {
      requireSame(what, key, other);
    }
  }

  private void requireSame(String what, String key, CheckpointSubject other) {
    Checkpoint.requireSame(what, line(key), other.line(key));
  }

  private String line(String key) {
    return descriptions.asValue(key).optional(key).map(JsonValue::toString).orElse("none");
  }
}
