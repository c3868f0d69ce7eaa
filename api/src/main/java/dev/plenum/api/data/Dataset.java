package dev.plenum.api.data;

import dev.plenum.api.network.Shape;
import dev.plenum.api.random.CounterRandom;
import dev.plenum.api.random.Purpose;
import dev.plenum.api.random.Seed;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Labelled images of one shape, immutable. {@link Pixels} are kept as they came, one byte per channel,
 * in memory or in a file, and become floats batch by batch: in [0, 1], unless a network wants others,
 * see {@link #withPixelValues}. Parts of a dataset share its pixels.
 */
public final class Dataset {
  private static final float[] FLOAT_OF_BYTE = new float[256];

  static {
    for (int i = 0; i < 256; i++) {
      FLOAT_OF_BYTE[i] = i / 255f;
    }
  }

  /** For changes that are no matter of chance. */
  private static final CounterRandom NO_CHOICE =
      CounterRandom.of(Purpose.AUGMENTATION, new Seed(0));

  private final Shape imageShape;
  private final Pixels pixels;
  private final int[] labels;
  private final List<String> classNames;
  /** The images of {@link #pixels} that belong to this dataset, in its order. */
  private final int[] members;

  /** What each byte 0 … 255 becomes as a float. */
  private final float[] valueOfByte;

  /** Applied to every image that is handed out as floats. */
  private final @Nullable ImageTransform normalisation;

  /** Once it was asked for: to compute it takes long for many images. */
  private volatile @Nullable String sha256;

  /**
   * A dataset of all these images.
   *
   * @param imageShape (height, width, channels) of every image
   * @param pixels image after image, in h, w, c order; not copied, so it must not change any more
   * @param labels the class of each image, an index of {@code classNames}; not copied either
   * @param classNames the names of the classes, all different and without line breaks
   * @throws IllegalArgumentException if there are no images, the numbers of pixels and labels do not
   *     fit, a label is out of range, or a name has a line break or is there twice
   */
  public Dataset(Shape imageShape, byte[] pixels, int[] labels, List<String> classNames) {
    this(imageShape, new PixelsInMemory(pixels, imageShape.size()), labels, classNames);
  }

  /**
   * A dataset of all these images.
   *
   * @param imageShape (height, width, channels) of every image
   * @param pixels the images
   * @param labels the class of each image, an index of {@code classNames}; not copied, so it must not
   *     change any more
   * @param classNames the names of the classes, all different and without line breaks
   * @throws IllegalArgumentException if there are no images, the numbers of pixels and labels do not
   *     fit, a label is out of range, or a name has a line break or is there twice
   */
  public Dataset(Shape imageShape, Pixels pixels, int[] labels, List<String> classNames) {
    this(
        imageShape,
        pixels,
        labels,
        List.copyOf(classNames),
        IntStream.range(0, labels.length).toArray(),
        FLOAT_OF_BYTE,
        null);
    if (!imageShape.isImage()) {
      throw new IllegalArgumentException(
          "images must have the shape (height, width, channels), found " + imageShape);
    }
    if (labels.length == 0) {
      throw new IllegalArgumentException("a dataset needs at least one image");
    }
    if (pixels.imageBytes() != imageShape.size()
        || pixels.bytes() != (long) labels.length * imageShape.size()) {
      throw new IllegalArgumentException(String.format(
          Locale.ROOT,
          "%d labels need images of %d bytes in all, found %d bytes",
          labels.length,
          (long) labels.length * imageShape.size(),
          pixels.bytes()));
    }
    if (Set.copyOf(classNames).size() < classNames.size()) {
      throw new IllegalArgumentException(
          "the names of the classes must all be different, found " + classNames);
    }
    for (String name : classNames) {
      if (name.indexOf('\n') >= 0) { // it would make the digest ambiguous
        throw new IllegalArgumentException("the class name '" + name + "' has a line break");
      }
    }
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] < 0 || labels[i] >= classNames.size()) {
        throw new IllegalArgumentException(String.format(
            Locale.ROOT,
            "image %d has the label %d, but there are %d classes",
            i,
            labels[i],
            classNames.size()));
      }
    }
  }

  private Dataset(
      Shape imageShape,
      Pixels pixels,
      int[] labels,
      List<String> classNames,
      int[] members,
      float[] valueOfByte,
      @Nullable ImageTransform normalisation) {
    this.imageShape = imageShape;
    this.pixels = pixels;
    this.labels = labels;
    this.classNames = classNames;
    this.members = members;
    this.valueOfByte = valueOfByte;
    this.normalisation = normalisation;
  }

  /** {@return the number of images} */
  public int size() {
    return members.length;
  }

  /** {@return (height, width, channels) of every image} */
  public Shape imageShape() {
    return imageShape;
  }

  /** {@return the names of the classes; labels are its indices} */
  public List<String> classNames() {
    return classNames;
  }

  /**
   * {@return the class of an image}
   *
   * @param index that of the image in this dataset, from 0
   */
  public int label(int index) {
    return labels[members[index]];
  }

  /**
   * {@return a copy of an image's bytes in h, w, c order}
   *
   * @param index that of the image in this dataset, from 0
   */
  public byte[] image(int index) {
    byte[] bytes = new byte[imageShape.size()];
    pixels.copy(members[index], bytes, 0);
    return bytes;
  }

  /**
   * Writes an image's pixels as floats, and then normalised.
   *
   * @param index that of the image in this dataset, from 0
   * @param target gets the image in h, w, c order, from {@code offset} on
   * @param offset where in it
   */
  public void copyImage(int index, float[] target, int offset) {
    copyPixels(index, target, offset);
    normalise(target, offset);
  }

  /**
   * Writes an image's pixels as floats, augmented and then normalised.
   *
   * @param index that of the image in this dataset, from 0
   * @param augmentation changes the image, with the numbers of {@code random}
   * @param random the image's own numbers
   * @param scratch room for one image
   * @param target gets the image in h, w, c order, from {@code offset} on
   * @param offset where in it
   */
  public void copyImage(
      int index,
      ImageTransform augmentation,
      CounterRandom random,
      float[] scratch,
      float[] target,
      int offset) {
    copyPixels(index, scratch, 0);
    augmentation.apply(scratch, target, offset, imageShape, random);
    normalise(target, offset);
  }

  private void copyPixels(int index, float[] target, int offset) {
    pixels.copy(members[index], valueOfByte, target, offset);
  }

  private void normalise(float[] target, int offset) {
    if (normalisation != null) {
      float[] source = Arrays.copyOfRange(target, offset, offset + imageShape.size());
      normalisation.apply(source, target, offset, imageShape, NO_CHOICE);
    }
  }

  /**
   * {@return the same images, brought to one scale: every image that is handed out as floats is changed so}
   *
   * @param normalisation a change without chance; instead of another that was set before
   */
  public Dataset normalised(ImageTransform normalisation) {
    return new Dataset(imageShape, pixels, labels, classNames, members, valueOfByte, normalisation);
  }

  /**
   * {@return how all images are changed that are handed out as floats, if they are; see {@link #normalised}}
   */
  public Optional<ImageTransform> normalisation() {
    return Optional.ofNullable(normalisation);
  }

  /**
   * {@return the same images for a network that wants other values of pixels than from 0 to 1}
   *
   * @param valueOfByte what each byte 0 … 255 becomes, before augmentation and normalisation; copied
   * @throws IllegalArgumentException if there are not 256 values, or one is not finite
   */
  public Dataset withPixelValues(float[] valueOfByte) {
    if (valueOfByte.length != FLOAT_OF_BYTE.length) {
      throw new IllegalArgumentException(String.format(
          Locale.ROOT, "256 values of pixels are needed, found %d", valueOfByte.length));
    }
    for (int i = 0; i < valueOfByte.length; i++) {
      if (!Float.isFinite(valueOfByte[i])) {
        throw new IllegalArgumentException(String.format(
            Locale.ROOT, "the value of pixel %d must be finite, found %s", i, valueOfByte[i]));
      }
    }
    return new Dataset(
        imageShape, pixels, labels, classNames, members, valueOfByte.clone(), normalisation);
  }

  /**
   * {@return what a byte of a pixel becomes, before augmentation and normalisation}
   *
   * @param pixel the byte, from 0 to 255
   */
  public float valueOfPixel(int pixel) {
    return valueOfByte[pixel];
  }

  /**
   * {@return the first images}
   *
   * @param count how many, at least 1
   * @throws IllegalArgumentException if {@code count} is not in 1 … size
   */
  public Dataset first(int count) {
    if (count < 1 || count > size()) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "the first %d of %d images were asked for", count, size()));
    }
    return part(0, count);
  }

  /**
   * {@return the same images with the classes of a model that may know others: classes are matched by name,
   * whatever their order, and images' labels become those of the model}
   *
   * @param names the model's classes; may have some that no image is of
   * @throws IllegalArgumentException if there are images of a class that is not among them; the message
   *     has the names of all such
   */
  public Dataset withClasses(List<String> names) {
    int[] targets = classNames.stream().mapToInt(names::indexOf).toArray();
    List<String> unknown = Arrays.stream(members)
        .map(member -> labels[member])
        .distinct()
        .filter(label -> targets[label] < 0)
        .sorted()
        .mapToObj(classNames::get)
        .toList();
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(
          "there are images of %s, the classes are %s".formatted(unknown, names));
    }
    int[] relabelled = Arrays.stream(labels).map(label -> targets[label]).toArray();
    return new Dataset(
        imageShape, pixels, relabelled, List.copyOf(names), members, valueOfByte, normalisation);
  }

  /**
   * Sets images aside for validation, chosen uniformly at random. Both parts keep the order of this
   * dataset.
   *
   * @param fraction the share to set aside, in (0, 1); rounded to whole images
   * @param seed what the choice follows from
   * @return the images that stay, and those set aside
   * @throws IllegalArgumentException if a part would be empty
   */
  public Split split(double fraction, Seed seed) {
    int aside = imagesOf(fraction);
    int[] order = CounterRandom.of(Purpose.SPLIT, seed).permutation(size());
    boolean[] chosen = new boolean[size()];
    Arrays.stream(order, 0, aside).forEach(i -> chosen[i] = true);
    return new Split(
        select(IntStream.range(0, size()).filter(i -> !chosen[i])),
        select(IntStream.range(0, size()).filter(i -> chosen[i])));
  }

  /**
   * Sets the last images aside, as Keras's {@code validation_split} does.
   *
   * @param fraction the share to set aside, in (0, 1); rounded to whole images
   * @return the images that stay, and those set aside
   * @throws IllegalArgumentException if a part would be empty
   */
  public Split splitLast(double fraction) {
    int kept = size() - imagesOf(fraction);
    return new Split(part(0, kept), part(kept, size()));
  }

  int imagesOf(double fraction) {
    long images = Math.round(fraction * size());
    if (!(fraction > 0 && fraction < 1) || images < 1 || images >= size()) {
      throw new IllegalArgumentException(String.format(
          Locale.ROOT,
          "a share of %s of %d images cannot be set aside: each part needs an image",
          fraction,
          size()));
    }
    return (int) images;
  }

  private Dataset part(int from, int to) {
    return select(IntStream.range(from, to));
  }

  Dataset select(IntStream indices) {
    return new Dataset(
        imageShape,
        pixels,
        labels,
        classNames,
        indices.map(i -> members[i]).toArray(),
        valueOfByte,
        normalisation);
  }

  /** {@return the SHA-256 over shape, class names, labels and pixels, in hexadecimal digits} */
  public String sha256() {
    String known = sha256;
    if (known == null) {
      known = digest();
      sha256 = known;
    }
    return known;
  }

  private String digest() {
    MessageDigest digest = Sha256.newDigest();
    String head = imageShape + "\n" + String.join("\n", classNames) + "\n";
    digest.update(head.getBytes(StandardCharsets.UTF_8));
    byte[] label = new byte[Integer.BYTES];
    byte[] image = new byte[imageShape.size()];
    for (int i = 0; i < size(); i++) {
      ByteBuffer.wrap(label).putInt(label(i));
      pixels.copy(members[i], image, 0);
      digest.update(label);
      digest.update(image);
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
