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
 * pixels of the result to positions in the source, which an elastic distortion displaces; there it is
 * sampled once. Then come channel shift, flips, brightness and cutout. Every number is drawn uniformly, from a place of its own among the image's
 * random numbers: switching one change on or off leaves the others as they are.
 */
public final class ImageAugmentation implements ImageTransform {
  private static final ImageAugmentation NONE = new ImageAugmentation(
      Geometry.NONE, RandomIntensity.NONE, new RandomFlip(false, false), Cutout.NONE);

  private final Geometry geometry;
  private final RandomIntensity intensity;
  private final RandomFlip flip;
  private final Cutout cutout;

  private ImageAugmentation(
      Geometry geometry, RandomIntensity intensity, RandomFlip flip, Cutout cutout) {
    this.geometry = geometry;
    this.intensity = intensity;
    this.flip = flip;
    this.cutout = cutout;
  }

  /** {@return no changes: every image stays as it is, bit for bit} */
  public static ImageAugmentation none() {
    return NONE;
  }

  /** {@return the reference experiment's: rotation ±10°, zoom, width and height shift ±0.1} */
  public static ImageAugmentation referenceExperiment() {
    return none().rotation(10).zoom(0.1).widthShift(0.1).heightShift(0.1);
  }

  /**
   * Turns images.
   *
   * @param degrees the greatest angle in either direction, from 0 to 360
   * @return the same with this rotation
   * @throws IllegalArgumentException if it is not
   */
  public ImageAugmentation rotation(double degrees) {
    return with(geometry.affine().withRotation(degrees));
  }

  /**
   * Moves images to the left or right.
   *
   * @param range the farthest: a share of the width if less than 1, else pixels; at least 0
   * @return the same with this shift
   * @throws IllegalArgumentException if it is negative, or more than a million pixels
   */
  public ImageAugmentation widthShift(double range) {
    return with(geometry.affine().withWidthShift(range));
  }

  /**
   * Moves images up or down.
   *
   * @param range the farthest: a share of the height if less than 1, else pixels; at least 0
   * @return the same with this shift
   * @throws IllegalArgumentException if it is negative, or more than a million pixels
   */
  public ImageAugmentation heightShift(double range) {
    return with(geometry.affine().withHeightShift(range));
  }

  /**
   * Slants images: lower rows are moved sideways against upper ones.
   *
   * @param degrees the greatest angle in either direction, from 0 to 89
   * @return the same with this shear
   * @throws IllegalArgumentException if it is not
   */
  public ImageAugmentation shear(double degrees) {
    return with(geometry.affine().withShear(degrees));
  }

  /**
   * Makes images narrower or wider and, independently, lower or higher.
   *
   * @param range how far either factor may be from 1; at least 0, less than 1
   * @return the same with this zoom
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
   * {@return the same with factors of {@link #zoom(double) zoom} between these two; above 1 they make the
   * picture smaller}
   *
   * @param low greater than 0
   * @param high at least {@code low}, at most 1000
   * @throws IllegalArgumentException if they are not
   */
  public ImageAugmentation zoom(double low, double high) {
    return with(geometry.affine().withZoom(new Range(low, high)));
  }

  /**
   * Distorts images smoothly: the points of a grid, of 4 × 4 unless
   * {@link #elasticGrid} says otherwise, are displaced at random, and what is between
   * them by the cubic B-spline of their displacements, together with the other movements.
   *
   * @param pixels the farthest displacement of a point along x and along y, from 0 to 1000
   * @return the same with this distortion
   * @throws IllegalArgumentException if it is not
   */
  public ImageAugmentation elastic(double pixels) {
    return with(geometry.with(new RandomElastic(pixels, geometry.elastic().grid())));
  }

  /**
   * The grid of an {@link #elastic elastic} distortion: the more points it has, the smaller are the parts
   * that move together.
   *
   * @param points along each side, from 2 to 64
   * @return the same with this grid
   * @throws IllegalArgumentException if they are not
   */
  public ImageAugmentation elasticGrid(int points) {
    return with(geometry.with(new RandomElastic(geometry.elastic().pixels(), points)));
  }

  /**
   * {@return the same with this fill mode}
   *
   * @param mode what is seen where the source is left: {@link FillMode#NEAREST} if nothing else is said
   */
  public ImageAugmentation fillMode(FillMode mode) {
    return with(geometry.with(new Border(mode, geometry.border().value())));
  }

  /**
   * The value that {@link FillMode#CONSTANT} fills in: 0 if nothing else is said.
   *
   * @param value from 0 to 1
   * @return the same with this value
   * @throws IllegalArgumentException if it is not
   */
  public ImageAugmentation fillValue(double value) {
    return with(geometry.with(new Border(geometry.border().mode(), value)));
  }

  /**
   * {@return the same with this interpolation}
   *
   * @param interpolation how values between pixels are found: {@link Interpolation#BILINEAR} if nothing else
   *     is said
   */
  public ImageAugmentation interpolation(Interpolation interpolation) {
    return with(geometry.with(interpolation));
  }

  /**
   * Adds the same amount to all pixels and channels, but leaves none beyond the image's own least and
   * greatest value.
   *
   * @param range the greatest amount in either direction, from 0 to 1
   * @return the same with this shift
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
   * @return the same with this brightness
   * @throws IllegalArgumentException if they are not
   */
  public ImageAugmentation brightness(double low, double high) {
    return with(new RandomIntensity(intensity.channelShift(), new Range(low, high)));
  }

  /**
   * {@return the same with or without this flip}
   *
   * @param flips whether one image in two has left and right exchanged
   */
  public ImageAugmentation horizontalFlip(boolean flips) {
    return with(new RandomFlip(flips, flip.vertical()));
  }

  /**
   * {@return the same with or without this flip}
   *
   * @param flips whether one image in two has top and bottom exchanged
   */
  public ImageAugmentation verticalFlip(boolean flips) {
    return with(new RandomFlip(flip.horizontal(), flips));
  }

  /**
   * Covers a square of each image, after all other changes. Its centre is any pixel, each as likely, so
   * that a part of it may lie outside.
   *
   * @param size the square's side in pixels, at least 0
   * @return the same with this cutout
   * @throws IllegalArgumentException if it is negative, or more than a million
   */
  public ImageAugmentation cutout(int size) {
    return with(new Cutout(size, cutout.probability(), cutout.value()));
  }

  /**
   * The share of images that a {@link #cutout(int) cutout} is made of: 1 if nothing else is said.
   *
   * @param probability from 0 to 1
   * @return the same with this probability
   * @throws IllegalArgumentException if it is not
   */
  public ImageAugmentation cutoutProbability(double probability) {
    return with(new Cutout(cutout.size(), probability, cutout.value()));
  }

  /**
   * What covers the square of a {@link #cutout(int) cutout}: 0 if nothing else is said.
   *
   * @param value from 0 to 1
   * @return the same with this value
   * @throws IllegalArgumentException if it is not
   */
  public ImageAugmentation cutoutValue(double value) {
    return with(new Cutout(cutout.size(), cutout.probability(), value));
  }

  private ImageAugmentation with(RandomAffine affine) {
    return with(geometry.with(affine));
  }

  private ImageAugmentation with(Geometry other) {
    return new ImageAugmentation(other, intensity, flip, cutout);
  }

  private ImageAugmentation with(RandomIntensity other) {
    return new ImageAugmentation(geometry, other, flip, cutout);
  }

  private ImageAugmentation with(RandomFlip other) {
    return new ImageAugmentation(geometry, intensity, other, cutout);
  }

  private ImageAugmentation with(Cutout other) {
    return new ImageAugmentation(geometry, intensity, flip, other);
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
    geometry.apply(source, target, targetOffset, shape, random);
    intensity.shiftChannels(target, targetOffset, size, random);
    flip.apply(target, targetOffset, shape, random);
    intensity.brighten(target, targetOffset, size, random);
    cutout.apply(target, targetOffset, shape, random);
  }

  /**
   * All parameters by Keras's names, in a fixed order: numbers, truth values, strings, and lists of two
   * numbers for ranges from one to the other. Behind them, {@code elastic_range} and {@code elastic_grid},
   * and {@code cutout_size}, {@code cutout_probability} and {@code cutout_value}, each only if it is set.
   */
  @Override
  public Map<String, Object> describe() {
    Map<String, Object> parameters = new LinkedHashMap<>();
    RandomAffine affine = geometry.affine();
    Border border = geometry.border();
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
    parameters.put("interpolation_order", geometry.interpolation().order());
    geometry.elastic().describe(parameters);
    cutout.describe(parameters);
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
