package dev.plenum.experiment;

import dev.plenum.api.Callback;
import dev.plenum.api.Fit;
import dev.plenum.api.Loss;
import dev.plenum.api.data.ImageTransform;
import dev.plenum.api.data.ImageWeights;
import dev.plenum.api.data.Mixup;
import dev.plenum.api.metric.Metric;
import dev.plenum.api.network.InvalidNetworkException;
import dev.plenum.api.network.Network;
import dev.plenum.api.network.Shape;
import dev.plenum.api.optimizer.Adam;
import dev.plenum.api.optimizer.OptimizerSpec;
import dev.plenum.augmentation.ImageNormalisation;
import dev.plenum.datasets.picture.InkWindow;
import dev.plenum.persistence.JsonObject;
import dev.plenum.persistence.Preprocessing;
import dev.plenum.persistence.RunRecord.Setup;
import dev.plenum.persistence.SavedNormalisation;
import dev.plenum.predictor.ModelInputs;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How one network is trained: all that the trained weights follow from, but for the images.
 *
 * <pre>{@code
 * Recipe.of(BuiltInNetwork.SIMPLE_CONV)
 *     .augmentation(ImageAugmentation.none().rotation(10))
 *     .normalisation(ImageNormalisation.none().featurewiseStd())
 *     .callbacks(EarlyStopping.monitor("val_loss").patience(5))
 *     .epochs(40).batchSize(86).seed(1)
 * }</pre>
 *
 * @param network what is trained
 * @param optimizer how it learns
 * @param loss what is made small
 * @param imageWeights how much the training images count in the loss
 * @param augmentation how the training images are changed at random, if they are
 * @param mixup how each is mixed with another one, if it is
 * @param plainEpochs how many of the last epochs show the training images as they are, at least 0
 * @param window what is cut out of all images first, if it is not the whole of them
 * @param normalisation how all images are then brought to one scale, if they are; each training fits it
 *     to its own training images, whatever it was fitted to before; a network that says itself how its
 *     images are normalised, see {@link NetworkSource#preprocessing}, needs none and takes no other
 * @param metrics what is measured beside loss and accuracy: on the validation images after each epoch, and
 *     on the test images
 * @param callbacks what steers the training; each training gets its own, see {@link
 *     Callback#forTraining}
 * @param epochs how many passes over the images, at least 1
 * @param batchSize images per step, at least 1
 * @param seed what weights, order, augmentation and dropout follow from
 * @param configuration the settings that all this was made from, by name, for the run's record; may be
 *     empty
 */
public record Recipe(
    NetworkSource network,
    OptimizerSpec optimizer,
    Loss loss,
    Optional<ImageWeights> imageWeights,
    Optional<ImageTransform> augmentation,
    Optional<Mixup> mixup,
    int plainEpochs,
    Optional<InkWindow> window,
    Optional<ImageNormalisation> normalisation,
    List<Metric> metrics,
    List<Callback> callbacks,
    int epochs,
    int batchSize,
    long seed,
    Map<String, String> configuration) {

  private static final String SEED = "seed";
  private static final String EPOCHS = "epochs";

  /**
   * Checks the numbers and the metrics' names; copies the collections.
   *
   * @param network what is trained
   * @param optimizer how it learns
   * @param loss what is made small
   * @param imageWeights how much the training images count in the loss; empty if all count alike
   * @param augmentation how the training images are changed at random, if they are
   * @param mixup how each is mixed with another one, if it is
   * @param plainEpochs how many of the last epochs show the training images as they are, at least 0
   * @param window what is cut out of all images first, if it is not the whole of them
   * @param normalisation how all images are then brought to one scale, if they are
   * @param metrics what is measured beside loss and accuracy; may be empty
   * @param callbacks what steers the training; may be empty
   * @param epochs how many passes over the images, at least 1
   * @param batchSize images per step, at least 1
   * @param seed what weights, order, augmentation and dropout follow from
   * @param configuration the settings that all this was made from, by name; may be empty
   * @throws IllegalArgumentException if epochs or the batch size are less than 1, plain epochs less than
   *     0, or two metrics have one
   *     name, or one has a name that cannot be
   */
  public Recipe {
    metrics = List.copyOf(metrics);
    callbacks = List.copyOf(callbacks);
    configuration = Collections.unmodifiableMap(new LinkedHashMap<>(configuration));
    Fit.epochs(epochs) // refuses what is out of range
        .batchSize(batchSize)
        .plainEpochs(plainEpochs)
        .metrics(metrics.toArray(Metric[]::new));
  }

  /**
   * {@return one epoch of Keras's Adam in batches of 32, seed 1, without anything else}
   *
   * @param network what is trained
   */
  public static Recipe of(NetworkSource network) {
    Fit defaults = Fit.epochs(1);
    return new Recipe(
        network,
        Adam.defaults(),
        Loss.SPARSE_CATEGORICAL_CROSSENTROPY,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        defaults.plainEpochs(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        defaults.epochs(),
        defaults.batchSize(),
        1,
        Map.of());
  }

  /**
   * {@return the same for a network that is there already}
   *
   * @param network what is trained; it takes images of its own shape and number of classes alone
   */
  public static Recipe of(Network network) {
    return of(new FixedNetwork("network", network));
  }

  private Recipe with(Consumer<RecipeParts> change) {
    RecipeParts parts = new RecipeParts(this);
    change.accept(parts);
    return parts.recipe();
  }

  /**
   * {@return the same with this optimizer}
   *
   * @param other how the network learns; Keras's Adam by default
   */
  public Recipe optimizer(OptimizerSpec other) {
    return with(parts -> parts.optimizer = other);
  }

  /**
   * {@return the same with this loss}
   *
   * @param other what is made small; the sparse categorical cross-entropy by default
   */
  public Recipe loss(Loss other) {
    return with(parts -> parts.loss = other);
  }

  /**
   * {@return the same with these weights of classes or of training images}
   *
   * @param other how much each image counts in the loss; by default all count alike
   */
  public Recipe imageWeights(ImageWeights other) {
    return with(parts -> parts.imageWeights = Optional.of(other));
  }

  /**
   * {@return the same with this augmentation of the training images}
   *
   * @param other changes them at random; by default they are not changed
   */
  public Recipe augmentation(ImageTransform other) {
    return with(parts -> parts.augmentation = Optional.of(other));
  }

  /**
   * {@return the same with every training image mixed with another}
   *
   * @param other how they are mixed; by default they are not
   */
  public Recipe mixup(Mixup other) {
    return with(parts -> parts.mixup = Optional.of(other));
  }

  /**
   * {@return the same with the training images as they are in so many of the last epochs}
   *
   * @param other how many, at least 0; 0 by default
   * @throws IllegalArgumentException if the number is less than 0
   */
  public Recipe plainEpochs(int other) {
    return with(parts -> parts.plainEpochs = other);
  }

  /**
   * {@return the same with this window of all images instead of the whole of them}
   *
   * @param other what is cut out of each image, before anything else is done with it
   */
  public Recipe window(InkWindow other) {
    return with(parts -> parts.window = Optional.of(other));
  }

  /**
   * {@return the same with this normalisation of all images}
   *
   * @param other brings them to one scale; each training fits it to its own training images
   */
  public Recipe normalisation(ImageNormalisation other) {
    return with(parts -> parts.normalisation = Optional.of(other));
  }

  /**
   * {@return the same with these metrics beside loss and accuracy}
   *
   * @param others what is measured on the validation images after each epoch, and on the test images
   */
  public Recipe metrics(Metric... others) {
    return with(parts -> parts.metrics = List.of(others));
  }

  /**
   * {@return the same with these callbacks instead of others}
   *
   * @param others what steers the training; each training gets its own
   */
  public Recipe callbacks(Callback... others) {
    return with(parts -> parts.callbacks = List.of(others));
  }

  /**
   * {@return the same with so many epochs}
   *
   * @param other how many, at least 1; they replace those of the configuration if it has some
   */
  public Recipe epochs(int other) {
    return with(parts -> {
      parts.epochs = other;
      parts.configuration = changed(EPOCHS, String.valueOf(other));
    });
  }

  /**
   * {@return the same with this batch size}
   *
   * @param other images per step, at least 1; 32 by default
   */
  public Recipe batchSize(int other) {
    return with(parts -> parts.batchSize = other);
  }

  /**
   * {@return the same with another seed}
   *
   * @param other what weights, order, augmentation and dropout follow from; replaces the configuration's, if
   *     any
   */
  public Recipe seed(long other) {
    return with(parts -> {
      parts.seed = other;
      parts.configuration = changed(SEED, String.valueOf(other));
    });
  }

  private Map<String, String> changed(String setting, String value) {
    Map<String, String> changed = new LinkedHashMap<>(configuration);
    changed.replace(setting, value);
    return changed;
  }

  /**
   * {@return the same with this configuration}
   *
   * @param other the settings that the recipe was made from, by name, for the run's record
   */
  public Recipe configuration(Map<String, String> other) {
    return with(parts -> parts.configuration = other);
  }

  /**
   * {@return the network for these images}
   *
   * @param data gives the shape of the images and the number of classes
   * @throws IllegalArgumentException if it does not fit them, or was trained on images that were
   *     normalised in another way
   */
  public Network networkFor(TrainingData data) {
    requireUsualNormalisation();
    return network.network(
        plainPreprocessing(data).inputShape(), data.classNames().size());
  }

  /** Features that were trained on other values would get what they have never seen. */
  private void requireUsualNormalisation() {
    Optional<JsonObject> own = normalisation.map(one -> JsonObject.of(one.describe()));
    if (network.preprocessing().isPresent()
        && own.isPresent()
        && !own.equals(usualNormalisation().map(SavedNormalisation::parameters))) {
      throw new InvalidNetworkException(
          "%s was trained on images %s, and goes on with such images; they cannot be normalised by %s: leave the normalisation out"
              .formatted(
                  network.displayName(),
                  usualNormalisation()
                      .map(usual -> "normalised by " + usual.parameters().toLine())
                      .orElse("with other pixel values than 0 to 1, which were not normalised"),
                  own.get().toLine()));
    }
  }

  /** That of the images on which the weights were trained from which the training starts. */
  private Optional<SavedNormalisation> usualNormalisation() {
    return network.preprocessing().flatMap(Preprocessing::normalisation);
  }

  /** How pictures become the network's input before they are normalised. */
  private Preprocessing plainPreprocessing(TrainingData data) {
    Shape pictures = data.train().imageShape();
    String preparation = data.whole().preparation();
    Preprocessing toUnit = window
        .map(cut -> Preprocessing.of(cut.shape(pictures), preparation).windowOf(pictures))
        .orElseGet(() -> Preprocessing.of(pictures, preparation));
    return network
        .preprocessing()
        .map(usual -> toUnit.rescaled(usual.rescale(), usual.offset()))
        .orElse(toUnit);
  }

  /**
   * How pictures become the network's input, with a normalisation that is fitted to the training images, or
   * was fitted to those of an earlier training.
   */
  ModelInputs inputs(TrainingData data) {
    Preprocessing plain = plainPreprocessing(data);
    if (usualNormalisation().isPresent()) {
      return ModelInputs.of(plain.normalised(usualNormalisation().get()));
    }
    ModelInputs seen = ModelInputs.of(plain, Optional.empty());
    return ModelInputs.of(plain, normalisation.map(one -> one.fit(seen.seen(data.train()))));
  }

  /**
   * {@return whether what is done in an epoch depends on how many there are} So it does with plain last
   * epochs, or a learning rate that falls to nothing at the end; see {@link Callback#dependsOnLength}.
   */
  public boolean dependsOnLength() {
    return plainEpochs > 0
        || callbacks.stream()
            .anyMatch(callback -> !callback.onlyWatches() && callback.dependsOnLength());
  }

  /** How its network is fitted, without validation images and callbacks. */
  Fit fit() {
    Fit fit = Fit.epochs(epochs)
        .batchSize(batchSize)
        .plainEpochs(plainEpochs)
        .metrics(metrics.toArray(Metric[]::new));
    fit = augmentation.map(this::ofValues).map(fit::augmentation).orElse(fit);
    fit = mixup.map(fit::mixup).orElse(fit);
    return imageWeights.map(fit::weights).orElse(fit);
  }

  private ImageTransform ofValues(ImageTransform change) {
    return network
        .preprocessing()
        .map(usual -> AugmentedValues.of(change, usual))
        .orElse(change);
  }

  /** Refuses images that are too few for what the callbacks do, such as a long warm-up. */
  void requireEnough(TrainingData data) {
    int stepsPerEpoch = fit().stepsPerEpoch(data.train().size());
    callbacks.forEach(callback -> callback.requireSteps((long) epochs * stepsPerEpoch));
  }

  /**
   * {@return what a run's record says of a training with these images}
   *
   * @param data gives the network its shape and classes, and the record how validation images were set aside
   */
  public Setup setup(TrainingData data) {
    return new Setup(
        configuration,
        seed,
        data.splitSeed(),
        data.split(),
        networkFor(data),
        optimizer,
        loss,
        epochs,
        batchSize,
        network.start().map(start -> JsonObject.of(start.describe())).map(this::withPixelValues),
        imageWeights.map(weights -> JsonObject.of(weights.describe())),
        fit().describeAugmentation().map(JsonObject::of),
        window.map(cut -> JsonObject.of(cut.describe())),
        usualNormalisation()
            .map(SavedNormalisation::parameters)
            .or(() -> normalisation.map(transform -> JsonObject.of(transform.describe()))),
        callbacks.stream().map(Callback::describe).map(JsonObject::of).toList(),
        metrics.stream().map(Metric::describe).map(JsonObject::of).toList());
  }

  private JsonObject withPixelValues(JsonObject start) {
    return network
        .preprocessing()
        .map(usual -> start.with("rescale", usual.rescale()).with("offset", usual.offset()))
        .orElse(start);
  }
}
