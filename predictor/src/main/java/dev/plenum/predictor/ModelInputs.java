package dev.plenum.predictor;

import dev.plenum.api.data.Dataset;
import dev.plenum.api.data.ImageTransform;
import dev.plenum.api.network.Shape;
import dev.plenum.api.random.CounterRandom;
import dev.plenum.api.random.Purpose;
import dev.plenum.api.random.Seed;
import dev.plenum.augmentation.ImageNormalisation;
import dev.plenum.datasets.DecodedImage;
import dev.plenum.datasets.ImageFiles;
import dev.plenum.datasets.ImageFolder;
import dev.plenum.datasets.picture.Fit;
import dev.plenum.datasets.picture.InkWindow;
import dev.plenum.datasets.picture.Preparation;
import dev.plenum.persistence.JsonObject;
import dev.plenum.persistence.Preprocessing;
import dev.plenum.persistence.SavedNormalisation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Makes a model's input of pictures and datasets, as its file says; immutable.
 *
 * <pre>{@code
 * SavedModel saved = ModelFile.read(file);
 * ModelInputs inputs = ModelInputs.of(saved.preprocessing());
 * try (Model model = saved.restore(Backends.get("purejava"), seed(0))) {
 *   model.evaluate(inputs.of(mnist.test()));
 *   model.predict(inputs.of(inputs.read(picture)), 1, probabilities);
 * }
 * }</pre>
 */
public final class ModelInputs {
  /** A normalisation is no matter of chance. */
  private static final CounterRandom NO_CHOICE =
      CounterRandom.of(Purpose.AUGMENTATION, new Seed(0));

  private final Preprocessing preprocessing;
  private final Optional<InkWindow> window;
  private final Optional<ImageNormalisation> normalisation;
  private final Preparation preparation;
  private final float[] valueOfByte;

  private ModelInputs(
      Preprocessing preprocessing,
      Preparation preparation,
      Optional<ImageNormalisation> normalisation) {
    this.preprocessing = preprocessing;
    Shape input = preprocessing.inputShape();
    this.window =
        preprocessing.windowOf().map(pictures -> new InkWindow(input.height(), input.width()));
    this.preparation = preparation;
    this.normalisation = normalisation;
    this.valueOfByte = preprocessing.valueOfByte();
  }

  /**
   * {@return the inputs of a model, by what its file says}
   *
   * @param preprocessing of the model's file
   * @throws IllegalArgumentException if pictures are to be scaled or normalised in a way that is not
   *     known here, or the statistics of the normalisation do not fit
   */
  public static ModelInputs of(Preprocessing preprocessing) {
    return of(preprocessing, Map.of());
  }

  /**
   * {@return the same for a model whose normalisation may begin with a function of one's own}
   *
   * @param preprocessing of the model's file
   * @param functions those that are known here, by the names by which {@link
   *     ImageNormalisation#preprocessing} was given them
   * @throws IllegalArgumentException if pictures are to be scaled or normalised in a way that is not
   *     known here, or the statistics of the normalisation do not fit
   */
  public static ModelInputs of(Preprocessing preprocessing, Map<String, ImageTransform> functions) {
    Preparation preparation = preparation(preprocessing);
    Optional<ImageNormalisation> normalisation = preprocessing
        .normalisation()
        .map(saved -> ImageNormalisation.of(saved.parameters().toMap(), functions)
            .fitted(saved.statistics()));
    normalisation.ifPresent(fitted -> fitted.requireFit(preprocessing.inputShape()));
    return new ModelInputs(preprocessing, preparation, normalisation);
  }

  private static Preparation preparation(Preprocessing preprocessing) {
    try {
      return Preparation.named(preprocessing.resize());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "the model wants pictures scaled by the method '%s', which this version does not know: %s"
              .formatted(preprocessing.resize(), e.getMessage()),
          e);
    }
  }

  /**
   * {@return the inputs of a training}
   *
   * @param plain how its pictures became its images; a normalisation of theirs is left aside
   * @param normalisation fitted to its images
   */
  public static ModelInputs of(Preprocessing plain, Optional<ImageNormalisation> normalisation) {
    return new ModelInputs(
        normalisation.map(fitted -> plain.normalised(saved(fitted))).orElse(plain),
        preparation(plain),
        normalisation);
  }

  /**
   * {@return the same for pictures that are prepared in another way than the model's file says}
   *
   * @param other how they are brought to the model's size and colours
   */
  public ModelInputs preparedAs(Preparation other) {
    return new ModelInputs(preprocessing, other, normalisation);
  }

  /**
   * Checks that dark and light can be exchanged in what pictures become.
   *
   * @throws IllegalArgumentException if they become digits, which are light on dark whatever they were
   */
  public void requireInvertible() {
    if (preparation.fit() == Fit.DIGIT) {
      throw new IllegalArgumentException(
          "pictures are prepared as digits, light on dark whatever the paper is: leave the inversion out");
    }
  }

  private static SavedNormalisation saved(ImageNormalisation fitted) {
    return new SavedNormalisation(JsonObject.of(fitted.describe()), fitted.statistics());
  }

  /** {@return what a model's file says of it} */
  public Preprocessing preprocessing() {
    return preprocessing;
  }

  /** {@return how pictures are brought to the model's size and colours} */
  public Preparation preparation() {
    return preparation;
  }

  /**
   * {@return the pixels that the model sees of images: themselves, or windows that are cut out of them}
   *
   * @param images those of another shape than the model's pictures are left as they are
   */
  public Dataset seen(Dataset images) {
    return window
        .filter(cut -> images.imageShape().equals(preprocessing.pictureShape()))
        .map(cut -> cut.of(images))
        .orElse(images);
  }

  /**
   * {@return the same of an image's pixels; the array itself if nothing is cut out}
   *
   * @param pixels in h, w, c order; not changed
   */
  public byte[] seen(byte[] pixels) {
    Shape pictures = preprocessing.pictureShape();
    return window
        .filter(cut -> pixels.length == pictures.size())
        .map(cut -> cut.of(pixels, pictures))
        .orElse(pixels);
  }

  /**
   * {@return the images with the values that the model takes}
   *
   * @param images as they are, or as they are {@link #seen}; a normalisation of theirs is left aside
   */
  public Dataset of(Dataset images) {
    Dataset seen = seen(images);
    Dataset valued = preprocessing.isToUnit() ? seen : seen.withPixelValues(valueOfByte);
    return normalisation.map(valued::normalised).orElse(valued);
  }

  /**
   * {@return the values that the model takes, in h, w, c order}
   *
   * @param picture the pixels of one image in h, w, c order, as they are or as they are {@link #seen}
   */
  public float[] of(byte[] picture) {
    byte[] pixels = seen(picture);
    float[] values = new float[pixels.length];
    for (int i = 0; i < pixels.length; i++) {
      values[i] = valueOfByte[pixels[i] & 0xff];
    }
    if (normalisation.isEmpty()) {
      return values;
    }
    float[] normalised = new float[pixels.length];
    normalisation.get().apply(values, normalised, 0, preprocessing.inputShape(), NO_CHOICE);
    return normalised;
  }

  /**
   * {@return a folder whose pictures are read in the size and colours of the model's, and prepared as it
   * wants}
   *
   * @param folder has the pictures; its own size, colours and preparation make no difference
   */
  public ImageFolder of(ImageFolder folder) {
    Shape pictures = preprocessing.pictureShape();
    return folder
        .channels(pictures.channels())
        .imageSize(pictures.height(), pictures.width())
        .preparation(preparation);
  }

  /**
   * {@return the pixels of an image, in the size and colours of the model's pictures}
   *
   * @param image of whatever size and colours
   */
  public byte[] prepared(DecodedImage image) {
    return image.prepared(preprocessing.pictureShape(), preparation);
  }

  /**
   * {@return the pixels of a picture, in the size and colours of the model's pictures}
   *
   * @param file of one of the formats of {@link ImageFiles}
   * @throws IOException if it cannot be read or is no complete image; the message names it
   */
  public byte[] read(Path file) throws IOException {
    return ImageFiles.read(file, preprocessing.pictureShape(), preparation);
  }

  /**
   * {@return the same of a picture that comes from elsewhere}
   *
   * @param shownAs what messages call it
   * @param in is read to its end
   * @throws IOException if it cannot be read or is no complete image; the message names it
   */
  public byte[] read(Path shownAs, InputStream in) throws IOException {
    return ImageFiles.read(shownAs, in, preprocessing.pictureShape(), preparation);
  }
}
