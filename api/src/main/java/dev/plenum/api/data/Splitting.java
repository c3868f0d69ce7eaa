package dev.plenum.api.data;

import dev.plenum.api.provenance.Described;
import dev.plenum.api.random.CounterRandom;
import dev.plenum.api.random.Purpose;
import dev.plenum.api.random.Seed;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How images are set aside from others. Immutable.
 *
 * @param method whose random numbers choose
 * @param seed what the choice follows from
 * @param isStratified whether every class has the same share in both parts, up to whole images
 */
public record Splitting(Method method, Seed seed, boolean isStratified) implements Described {

  /** Whose random numbers choose. */
  public enum Method {
    /** Our own; both parts keep the dataset's order. */
    RANDOM("random"),
    /** Those of scikit-learn's {@code train_test_split}, whose order both parts have. */
    SKLEARN("sklearn");

    private final String title;

    Method(String title) {
      this.title = title;
    }

    /** As settings and records have it. */
    @Override
    public String toString() {
      return title;
    }
  }

  /**
   * Checks the seed.
   *
   * @param method whose random numbers choose
   * @param seed what the choice follows from; for scikit-learn's, from 0 to 2³² − 1
   * @param isStratified whether every class has the same share in both parts, up to whole images
   * @throws IllegalArgumentException if scikit-learn takes none like it: from 0 to 2³² − 1
   */
  public Splitting {
    if (method == Method.SKLEARN) {
      NumpyRandom.requireSeed(seed.value());
    }
  }

  /**
   * {@return a choice of images, uniform, by our own random numbers; both parts keep the dataset's order}
   *
   * @param seed what the choice follows from
   */
  public static Splitting random(Seed seed) {
    return new Splitting(Method.RANDOM, seed, false);
  }

  /**
   * {@return the choice of scikit-learn's {@code train_test_split(…, test_size=share, random_state=seed)}}
   * Its test part is set aside, and both parts are in its order, whatever its version.
   *
   * @param seed from 0 to 2³² − 1
   * @throws IllegalArgumentException if the seed is not from 0 to 2³² − 1
   */
  public static Splitting sklearn(Seed seed) {
    return new Splitting(Method.SKLEARN, seed, false);
  }

  /**
   * {@return a choice by others' numbers}
   *
   * @param text as people write it: {@code sklearn:42}
   * @throws IllegalArgumentException if it is another text; the message says what can be given
   */
  public static Splitting parse(String text) {
    if (!text.matches("sklearn:[0-9]{1,10}")) {
      throw new IllegalArgumentException(
          "sklearn:N with scikit-learn's random_state, such as sklearn:42");
    }
    return sklearn(Seed.seed(Long.parseLong(text.substring(text.indexOf(':') + 1))));
  }

  /** {@return the same with every class in its share; for scikit-learn, with {@code stratify=labels}} */
  public Splitting stratified() {
    return new Splitting(method, seed, true);
  }

  /**
   * Sets images aside.
   *
   * @param images the dataset that is parted
   * @param share in (0, 1). Our own split rounds to whole images; scikit-learn rounds up
   * @return the images that stay, and those set aside
   * @throws IllegalArgumentException if a part would be empty, or a class is too small for a stratified
   *     split
   */
  public Split split(Dataset images, double share) {
    if (method == Method.SKLEARN) {
      return sklearn(images, share);
    }
    return isStratified ? ownStratified(images, share) : images.split(share, seed);
  }

  /**
   * Sets whole groups of images aside; both parts keep the dataset's order. For scikit-learn this is
   * {@code GroupShuffleSplit(n_splits=1, test_size=share, random_state=seed)}, whose share is one of the
   * groups; our own comes as close to the share of the images as groups allow, and to that of every class
   * if it is stratified.
   *
   * @param images the dataset that is parted
   * @param groups as many as images
   * @param share in (0, 1)
   * @return the images that stay, and those set aside, and the groups of the former
   * @throws IllegalArgumentException if a part would be empty, or scikit-learn's choice is to be
   *     stratified, which it has not for groups
   */
  public GroupSplit split(Dataset images, Groups groups, double share) {
    if (groups.size() != images.size()) {
      throw new IllegalArgumentException(String.format(
          Locale.ROOT, "%d images need as many groups, found %d", images.size(), groups.size()));
    }
    if (method == Method.SKLEARN) {
      if (isStratified) {
        throw new IllegalArgumentException(
            "scikit-learn has no split of groups that sets a share aside and is stratified; choose one of both, or our own split");
      }
      return GroupSplit.sklearn(images, groups, share, seed.value());
    }
    int[] labels = isStratified ? labels(images) : new int[images.size()];
    return GroupSplit.random(
        images, groups, share, seed, labels, images.classNames().size());
  }

  private Split sklearn(Dataset images, double share) {
    double aside = Math.ceil(share * images.size());
    if (!(share > 0) || aside >= images.size()) {
      throw new IllegalArgumentException(String.format(
          Locale.ROOT,
          "a share of %s of %d images cannot be set aside: each part needs an image",
          share,
          images.size()));
    }
    SklearnSplit split = isStratified
        ? SklearnSplit.stratified(labels(images), (int) aside, seed.value())
        : SklearnSplit.plain(images.size(), (int) aside, seed.value());
    return new Split(images.select(split.kept()), images.select(split.aside()));
  }

  private static int[] labels(Dataset images) {
    return IntStream.range(0, images.size()).map(images::label).toArray();
  }

  /** In the order of the plain choice, as many of each class as are its share. */
  private Split ownStratified(Dataset images, double share) {
    int[] left = quotas(labels(images), images.classNames().size(), images.imagesOf(share));
    boolean[] chosen = new boolean[images.size()];
    for (int i : CounterRandom.of(Purpose.SPLIT, seed).permutation(images.size())) {
      int label = images.label(i);
      if (left[label] > 0) {
        left[label]--;
        chosen[i] = true;
      }
    }
    return new Split(
        images.select(IntStream.range(0, images.size()).filter(i -> !chosen[i])),
        images.select(IntStream.range(0, images.size()).filter(i -> chosen[i])));
  }

  /** How many of each class: its share in whole images, and one more for the greatest remainders. */
  private static int[] quotas(int[] labels, int classes, int aside) {
    long[] products = new long[classes]; // images of the class · images set aside
    Arrays.stream(labels).forEach(label -> products[label] += aside);
    int[] quotas = Arrays.stream(products)
        .mapToInt(product -> (int) (product / labels.length))
        .toArray();
    int missing = aside - Arrays.stream(quotas).sum();
    IntStream.range(0, classes)
        .boxed()
        .sorted((a, b) -> Long.compare(products[b] % labels.length, products[a] % labels.length))
        .limit(missing)
        .forEach(label -> quotas[label]++);
    return quotas;
  }

  @Override
  public Map<String, Object> describe() {
    return Described.named(method.toString(), "seed", seed.value(), "stratified", isStratified);
  }

  /** {@return whether this is the plain choice by our own numbers, of which records have the seed only} */
  public boolean isPlain() {
    return method == Method.RANDOM && !isStratified;
  }

  /** As people write it: {@code 42}, {@code sklearn:42, stratified}. */
  @Override
  public String toString() {
    return (method == Method.RANDOM ? "" : method + ":")
        + seed.value()
        + (isStratified ? ", stratified" : "");
  }
}
