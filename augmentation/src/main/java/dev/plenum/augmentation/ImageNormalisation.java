package dev.plenum.augmentation;

import dev.plenum.api.data.Dataset;
import dev.plenum.api.data.ImageTransform;
import dev.plenum.api.network.Shape;
import dev.plenum.api.random.CounterRandom;
import dev.plenum.api.tensor.NamedTensors;
import dev.plenum.api.tensor.Tensor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Brings images to one scale, by the parameters of Keras's {@code ImageDataGenerator}; immutable. For
 * training, validation and test images alike:
 *
 * <pre>{@code
 * ImageNormalisation normalisation =
 *     ImageNormalisation.none().featurewiseCenter().featurewiseStd().fit(train);
 * model.fit(train.normalised(normalisation), Fit.epochs(5));
 * model.evaluate(test.normalised(normalisation));
 * }</pre>
 *
 * <p>The order is Keras's: preprocessing function, rescaling, samplewise and featurewise
 * normalisation, ZCA whitening. Images come with pixels from 0 to 1.
 */
public final class ImageNormalisation implements ImageTransform {
  /** Keras's ε of ZCA whitening. */
  public static final double DEFAULT_ZCA_EPSILON = 1e-6;

  private static final ImageNormalisation NONE =
      new ImageNormalisation(PixelSteps.NONE, false, false, OptionalDouble.empty(), null, null);

  private final PixelSteps pixelSteps;
  private final boolean featurewiseCenter;
  private final boolean featurewiseStd;
  private final OptionalDouble zcaEpsilon;
  private final @Nullable ChannelScaling channels;
  private final @Nullable ZcaWhitening whitening;

  private ImageNormalisation(
      PixelSteps pixelSteps,
      boolean featurewiseCenter,
      boolean featurewiseStd,
      OptionalDouble zcaEpsilon,
      @Nullable ChannelScaling channels,
      @Nullable ZcaWhitening whitening) {
    this.pixelSteps = pixelSteps;
    this.featurewiseCenter = featurewiseCenter;
    this.featurewiseStd = featurewiseStd;
    this.zcaEpsilon = zcaEpsilon;
    this.channels = channels;
    this.whitening = whitening;
  }

  /** {@return a normalisation that changes nothing} */
  public static ImageNormalisation none() {
    return NONE;
  }

  /**
   * {@return what described itself so, without statistics} See {@link #fitted}.
   *
   * @param description as {@link #describe} gives it; what is absent is not done
   * @throws IllegalArgumentException if a parameter is unknown or out of range, or there is a
   *     preprocessing function
   */
  public static ImageNormalisation of(Map<String, ?> description) {
    return of(description, Map.of());
  }

  /**
   * {@return the same of one that may have a preprocessing function}
   *
   * @param description as {@link #describe} gives it; what is absent is not done
   * @param functions those that are known here, by their names
   * @throws IllegalArgumentException if a parameter is unknown or out of range, or the preprocessing
   *     function is not among those
   */
  public static ImageNormalisation of(
      Map<String, ?> description, Map<String, ImageTransform> functions) {
    return new NormalisationDescription(description).normalisation(functions);
  }

  /**
   * Applies a function of one's own to every image before all else. Unlike the other parameters it
   * cannot be saved; its name is.
   *
   * @param name says which function it is
   * @param function a change without chance
   * @return the same with this function
   * @throws IllegalArgumentException if the name is blank
   */
  public ImageNormalisation preprocessing(String name, ImageTransform function) {
    return with(pixelSteps.withPreprocessing(new PixelSteps.Preprocessing(name, function)));
  }

  /**
   * Multiplies all values. Bytes are divided by 255 already when images come here.
   *
   * @param factor greater than 0
   * @return the same with this factor
   * @throws IllegalArgumentException if it is not
   */
  public ImageNormalisation rescale(double factor) {
    return with(pixelSteps.withRescale(factor));
  }

  /**
   * Subtracts from each image its own mean.
   *
   * @return the same with this step
   */
  public ImageNormalisation samplewiseCenter() {
    return with(pixelSteps.withCenter());
  }

  /**
   * Subtracts from each image its own mean, and divides it by its own standard deviation.
   *
   * @return the same with this step
   */
  public ImageNormalisation samplewiseStd() {
    return with(pixelSteps.withStd());
  }

  /**
   * Subtracts from each channel its mean over the training images.
   *
   * @return the same with this step
   */
  public ImageNormalisation featurewiseCenter() {
    return unfitted(pixelSteps, true, featurewiseStd, zcaEpsilon);
  }

  /**
   * Subtracts from each channel its mean, and divides it by its standard deviation, over the training images.
   *
   * @return the same with this step
   */
  public ImageNormalisation featurewiseStd() {
    return unfitted(pixelSteps, true, true, zcaEpsilon);
  }

  /** {@return the same with ZCA whitening by Keras's ε} */
  public ImageNormalisation zca() {
    return zca(DEFAULT_ZCA_EPSILON);
  }

  /**
   * ZCA whitening: over the training images, all values get mean 0 and variance 1, and no two are
   * correlated. Unlike Keras, which centres by channel only, this subtracts the mean image first,
   * without which that would not be so. For images of at most 4096 values, with which the fit takes
   * about a gigabyte.
   *
   * @param epsilon added to the singular values of the training images, at least 0. Values that hardly
   *     vary among them are multiplied by up to √images / ε
   * @return the same with this step
   * @throws IllegalArgumentException if it is not
   */
  public ImageNormalisation zca(double epsilon) {
    if (!(epsilon >= 0 && epsilon < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("ZCA's epsilon must be at least 0, found " + epsilon);
    }
    return unfitted(pixelSteps, featurewiseCenter, featurewiseStd, OptionalDouble.of(epsilon));
  }

  private ImageNormalisation with(PixelSteps steps) {
    return unfitted(steps, featurewiseCenter, featurewiseStd, zcaEpsilon);
  }

  private static ImageNormalisation unfitted(
      PixelSteps pixelSteps, boolean center, boolean std, OptionalDouble zcaEpsilon) {
    return new ImageNormalisation(pixelSteps, center, std, zcaEpsilon, null, null);
  }

  private ImageNormalisation fitted(
      @Nullable ChannelScaling channels, @Nullable ZcaWhitening whitening) {
    return new ImageNormalisation(
        pixelSteps, featurewiseCenter, featurewiseStd, zcaEpsilon, channels, whitening);
  }

  /** {@return whether it needs statistics of the training images: featurewise normalisation and ZCA do} */
  public boolean needsFit() {
    return featurewiseCenter || zcaEpsilon.isPresent();
  }

  /** {@return whether it can be applied: it has the statistics that it needs} */
  public boolean isFitted() {
    return (!featurewiseCenter || channels != null) && (zcaEpsilon.isEmpty() || whitening != null);
  }

  /**
   * {@return the same with the statistics of these images; any change of its parameters loses them again}
   *
   * @param training the images to train on; a normalisation of theirs is left aside
   * @throws IllegalArgumentException if the images are too large for ZCA whitening, or become numbers
   *     that are not finite
   */
  public ImageNormalisation fit(Dataset training) {
    if (zcaEpsilon.isPresent()) {
      ZcaWhitening.requireSize(training.imageShape());
    }
    ChannelScaling scaling = featurewiseCenter
        ? ChannelScaling.fit(training.normalised(pixelSteps::apply), featurewiseStd)
        : null;
    if (zcaEpsilon.isEmpty()) {
      return fitted(scaling, null);
    }
    ImageNormalisation before = fitted(scaling, null);
    return fitted(
        scaling, ZcaWhitening.fit(training.normalised(before::scale), zcaEpsilon.getAsDouble()));
  }

  /**
   * {@return the same with statistics that were saved}
   *
   * @param statistics what {@link #statistics} gave for the same parameters
   * @throws IllegalArgumentException if they are others, have shapes that do not fit together, or
   *     values that cannot be
   */
  public ImageNormalisation fitted(NamedTensors statistics) {
    SavedStatistics saved = new SavedStatistics(statistics);
    saved.requireNames(statisticNames());
    return fitted(
        featurewiseCenter ? saved.channelScaling(featurewiseStd) : null,
        zcaEpsilon.isPresent() ? saved.whitening() : null);
  }

  private List<String> statisticNames() {
    List<String> names = new ArrayList<>();
    if (featurewiseCenter) {
      names.add(ChannelScaling.MEAN);
    }
    if (featurewiseStd) {
      names.add(ChannelScaling.STD);
    }
    if (zcaEpsilon.isPresent()) {
      names.addAll(List.of(ZcaWhitening.MEAN, ZcaWhitening.MATRIX));
    }
    return names;
  }

  /**
   * {@return what was fitted: {@code featurewise/mean} and {@code featurewise/std} of shape (channels),
   * {@code zca/mean} of the images' shape, {@code zca/matrix} with a row and a column for each of an image's
   * values; only what the parameters need}
   *
   * @throws IllegalStateException if nothing has been fitted though it must be
   */
  public NamedTensors statistics() {
    requireFitted();
    Map<String, Tensor> statistics = new LinkedHashMap<>();
    if (channels != null) {
      channels.describe(statistics);
    }
    if (whitening != null) {
      whitening.describe(statistics);
    }
    return new NamedTensors(statistics);
  }

  /**
   * Checks that it can be applied to images of a shape.
   *
   * @param image the shape of each image
   * @throws IllegalStateException if it has not been fitted though it must be
   * @throws IllegalArgumentException if it was fitted to images of another shape
   */
  public void requireFit(Shape image) {
    requireFitted();
    if (channels != null) {
      channels.requireFit(image);
    }
    if (whitening != null) {
      whitening.requireFit(image);
    }
  }

  /**
   * Writes the normalised image; draws no random numbers, but hands them to the preprocessing function.
   *
   * @throws IllegalStateException if it has not been fitted though it must be
   * @throws IllegalArgumentException if the shape is not that of the images it was fitted to, or an
   *     array is too short
   */
  @Override
  public void apply(
      float[] source, float[] target, int targetOffset, Shape shape, CounterRandom random) {
    TransformArguments.arrays(source, target, targetOffset, shape);
    requireFitted();
    scale(source, target, targetOffset, shape, random);
    if (whitening != null) {
      whitening.requireFit(shape);
      System.arraycopy(target, targetOffset, source, 0, shape.size());
      whitening.apply(source, target, targetOffset);
    }
  }

  /** All but the whitening. */
  private void scale(
      float[] source, float[] target, int targetOffset, Shape shape, CounterRandom random) {
    pixelSteps.apply(source, target, targetOffset, shape, random);
    if (channels != null) {
      channels.requireFit(shape);
      channels.apply(target, targetOffset, shape.size());
    }
  }

  private void requireFitted() {
    if (!isFitted()) {
      throw new IllegalStateException(
          "%s needs statistics of the training images: call fit(dataset) first, or fitted(statistics) with saved ones"
              .formatted(featurewiseCenter ? "featurewise normalisation" : "ZCA whitening"));
    }
  }

  /**
   * All parameters by Keras's names, in a fixed order: numbers, truth values, and the name of the
   * preprocessing function, empty if there is none.
   */
  @Override
  public Map<String, Object> describe() {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put(
        NormalisationDescription.PREPROCESSING,
        pixelSteps.preprocessing().map(PixelSteps.Preprocessing::name).orElse(""));
    parameters.put(NormalisationDescription.RESCALE, pixelSteps.rescale());
    parameters.put(NormalisationDescription.SAMPLEWISE_CENTER, pixelSteps.center());
    parameters.put(NormalisationDescription.SAMPLEWISE_STD, pixelSteps.std());
    parameters.put(NormalisationDescription.FEATUREWISE_CENTER, featurewiseCenter);
    parameters.put(NormalisationDescription.FEATUREWISE_STD, featurewiseStd);
    parameters.put(NormalisationDescription.ZCA, zcaEpsilon.isPresent());
    parameters.put(NormalisationDescription.ZCA_EPSILON, zcaEpsilon.orElse(DEFAULT_ZCA_EPSILON));
    return Collections.unmodifiableMap(parameters);
  }

  /** The parameters. */
  @Override
  public String toString() {
    return "ImageNormalisation" + describe();
  }
}
