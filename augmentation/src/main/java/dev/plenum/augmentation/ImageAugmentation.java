package dev.plenum.augmentation;

import dev.plenum.api.data.ImageTransform;
import dev.plenum.api.network.Shape;
import dev.plenum.api.random.CounterRandom;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Random changes of training images, by the parameters of Keras's {@code ImageDataGenerator};
 * immutable. Pixels are taken and left in the range 0 to 1.
 *
 * <pre>{@code
 * ImageAugmentation.none().rotation(10).zoom(0.1).widthShift(0.1).heightShift(0.1)
 * }</pre>
 *
 * <p>Each image gets one affine map, rotation · translation · shear · zoom about its centre, from the
 * pixels of the result to positions in the source, where it is sampled once. Then come channel shift,
 * flips and brightness. Every number is drawn uniformly, from a place of its own among the image's
 * random numbers: switching one change on or off leaves the others as they are.
 */
public final class ImageAugmentation implements ImageTransform {
  private static final ImageAugmentation NONE = new ImageAugmentation(
      RandomAffine.NONE,
      Interpolation.BILINEAR,
      new Border(FillMode.NEAREST, 0),
      RandomIntensity.NONE,
      new RandomFlip(false, false));

  private final RandomAffine affine;
  private final Interpolation interpolation;
  private final Border border;
  private final RandomIntensity intensity;
  private final RandomFlip flip;

  private ImageAugmentation(
      RandomAffine affine,
      Interpolation interpolation,
      Border border,
      RandomIntensity intensity,
      RandomFlip flip) {
    this.affine = affine;
    this.interpolation = interpolation;
    this.border = border;
    this.intensity = intensity;
    this.flip = flip;
  }

  /** No changes: every image stays as it is, bit for bit. */
  public static ImageAugmentation none() {
    return NONE;
  }

  /** The reference experiment's: rotation ±10°, zoom, width and height shift ±0.1. */
  public static ImageAugmentation referenceExperiment() {
    return none().rotation(10).zoom(0.1).widthShift(0.1).heightShift(0.1);
  }

  /**
   * Turns images.
   *
   * @param degrees the greatest angle in either direction, from 0 to 360
   * @throws IllegalArgumentException if it is not
   */
  public ImageAugmentation rotation(double degrees) {
    return with(affine.withRotation(degrees));
  }

  /**
   * Moves images to the left or right.
   *
   * @param range the farthest: a share of the width if less than 1, else pixels; at least 0
   * @throws IllegalArgumentException if it is negative, or more than a million pixels
   */
  public ImageAugmentation widthShift(double range) {
    return with(affine.withWidthShift(range));
  }

  /**
   * Moves images up or down.
   *
   * @param range the farthest: a share of the height if less than 1, else pixels; at least 0
   * @throws IllegalArgumentException if it is negative, or more than a million pixels
   */
  public ImageAugmentation heightShift(double range) {
    return with(affine.withHeightShift(range));
  }

  /**
   * Slants images: lower rows are moved sideways against upper ones.
   *
   * @param degrees the greatest angle in either direction, from 0 to 89
   * @throws IllegalArgumentException if it is not
   */
  public ImageAugmentation shear(double degrees) {
    return with(affine.withShear(degrees));
  }

  /**
   * Makes images narrower or wider and, independently, lower or higher.
   *
   * @param range how far either factor may be from 1; at least 0, less than 1
   * @throws IllegalArgumentException if it is not
   */
  public ImageAugmentation zoom(double range) {
    if (!(range >= 0 && range < 1)) {
      throw new IllegalArgumentException(
          "the zoom range must be at least 0 and less than 1, found " + range);
    }
    return zoom(1 - range, 1 + range);
  }

  /**
   * The same with factors between these two; above 1 they make the picture smaller.
   *
   * @param low greater than 0
   * @param high at least {@code low}, at most 1000
   * @throws IllegalArgumentException if they are not
   */
  public ImageAugmentation zoom(double low, double high) {
    return with(affine.withZoom(new Range(low, high)));
  }

  /** What is seen where the source is left: {@link FillMode#NEAREST} if nothing else is said. */
  public ImageAugmentation fillMode(FillMode mode) {
    return new ImageAugmentation(
        affine, interpolation, new Border(mode, border.value()), intensity, flip);
  }

  /**
   * The value that {@link FillMode#CONSTANT} fills in: 0 if nothing else is said.
   *
   * @param value from 0 to 1
   * @throws IllegalArgumentException if it is not
   */
  public ImageAugmentation fillValue(double value) {
    return new ImageAugmentation(
        affine, interpolation, new Border(border.mode(), value), intensity, flip);
  }

  /** How values between pixels are found: {@link Interpolation#BILINEAR} if nothing else is said. */
  public ImageAugmentation interpolation(Interpolation interpolation) {
    return new ImageAugmentation(affine, interpolation, border, intensity, flip);
  }

  /**
   * Adds the same amount to all pixels and channels, but leaves none beyond the image's own least and
   * greatest value.
   *
   * @param range the greatest amount in either direction, from 0 to 1
   * @throws IllegalArgumentException if it is not
   */
  public ImageAugmentation channelShift(double range) {
    return with(new RandomIntensity(range, intensity.brightness()));
  }

  /**
   * Multiplies all pixels by a factor, and cuts off what is then above 1.
   *
   * @param low the least factor, at least 0
   * @param high the greatest, at least {@code low}
   * @throws IllegalArgumentException if they are not
   */
  public ImageAugmentation brightness(double low, double high) {
    return with(new RandomIntensity(intensity.channelShift(), new Range(low, high)));
  }

  /** Whether one image in two has left and right exchanged. */
  public ImageAugmentation horizontalFlip(boolean flips) {
    return with(new RandomFlip(flips, flip.vertical()));
  }

  /** Whether one image in two has top and bottom exchanged. */
  public ImageAugmentation verticalFlip(boolean flips) {
    return with(new RandomFlip(flip.horizontal(), flips));
  }

  private ImageAugmentation with(RandomAffine affine) {
    return new ImageAugmentation(affine, interpolation, border, intensity, flip);
  }

  private ImageAugmentation with(RandomIntensity intensity) {
    return new ImageAugmentation(affine, interpolation, border, intensity, flip);
  }

  private ImageAugmentation with(RandomFlip flip) {
    return new ImageAugmentation(affine, interpolation, border, intensity, flip);
  }

  /**
   * Writes the changed image.
   *
   * @throws IllegalArgumentException if the shape is not an image's, or an array is too short
   */
  @Override
  public void apply(
      float[] source, float[] target, int targetOffset, Shape shape, CounterRandom random) {
    TransformArguments.arrays(source, target, targetOffset, shape);
    int size = shape.size();
    if (affine.isIdentity()) {
      System.arraycopy(source, 0, target, targetOffset, size);
    } else {
      sample(source, shape, affine.draw(shape, random), target, targetOffset);
    }
    intensity.shiftChannels(target, targetOffset, size, random);
    flip.apply(target, targetOffset, shape, random);
    intensity.brighten(target, targetOffset, size, random);
  }

  private void sample(float[] source, Shape shape, AffineMap map, float[] target, int offset) {
    switch (interpolation) {
      case NEAREST -> NearestSampler.sample(source, shape, map, border, target, offset);
      case BILINEAR -> BilinearSampler.sample(source, shape, map, border, target, offset);
    }
  }

  /**
   * All parameters by Keras's names, in a fixed order: numbers, truth values, strings, and lists of two
   * numbers for ranges from one to the other.
   */
  @Override
  public Map<String, Object> describe() {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("rotation_range", affine.rotation());
    parameters.put("width_shift_range", affine.widthShift());
    parameters.put("height_shift_range", affine.heightShift());
    parameters.put("brightness_range", intensity.brightness().toList());
    parameters.put("shear_range", affine.shear());
    parameters.put("zoom_range", affine.zoom().toList());
    parameters.put("channel_shift_range", intensity.channelShift());
    parameters.put("fill_mode", border.mode().toString());
    parameters.put("cval", border.value());
    parameters.put("horizontal_flip", flip.horizontal());
    parameters.put("vertical_flip", flip.vertical());
    parameters.put("interpolation_order", interpolation.order());
    return Collections.unmodifiableMap(parameters);
  }

  /** Whether the other has the same parameters. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ImageAugmentation augmentation
        && describe().equals(augmentation.describe());
  }

  @Override
  public int hashCode() {
    return describe().hashCode();
  }

  /** The parameters. */
  @Override
  public String toString() {
    return "ImageAugmentation" + describe();
  }
}
