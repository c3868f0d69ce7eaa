package dev.plenum.api.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Which images scikit-learn's {@code train_test_split} sets aside, in its order: its {@code
 * ShuffleSplit} and {@code StratifiedShuffleSplit} with one split.
 */
final class SklearnSplit {
  private final int[] kept;
  private final int[] aside;

  private SklearnSplit(int[] kept, int[] aside) {
    this.kept = kept;
    this.aside = aside;
  }

  /** The indices of the images to train on. */
  IntStream kept() {
    return Arrays.stream(kept);
  }

  /** The indices of those that are set aside. */
  IntStream aside() {
    return Arrays.stream(aside);
  }

  /** {@code train_test_split(range(images), test_size=aside, random_state=seed)}. */
  static SklearnSplit plain(int images, int aside, long seed) {
    int[] order = new NumpyRandom(seed).permutation(images);
    return new SklearnSplit(Arrays.copyOfRange(order, aside, images), Arrays.copyOf(order, aside));
  }

  /**
   * The same with {@code stratify=labels}.
   *
   * @throws IllegalArgumentException if a class has one image only, or a part would have fewer images
   *     than there are classes
   */
  static SklearnSplit stratified(int[] labels, int aside, long seed) {
    List<int[]> classes = classes(labels);
    int[] counts = classes.stream().mapToInt(indices -> indices.length).toArray();
    requireEnough(counts, labels.length - aside, aside);
    NumpyRandom random = new NumpyRandom(seed);
    int[] kept = mode(counts, labels.length - aside, random);
    int[] left = IntStream.range(0, counts.length).map(i -> counts[i] - kept[i]).toArray();
    int[] apart = mode(left, aside, random);
    List<Integer> train = new ArrayList<>();
    List<Integer> test = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      int[] indices = classes.get(i);
      int[] order = random.permutation(counts[i]);
      Arrays.stream(order, 0, kept[i]).forEach(at -> train.add(indices[at]));
      Arrays.stream(order, kept[i], kept[i] + apart[i]).forEach(at -> test.add(indices[at]));
    }
    int[] shuffledTrain = random.permutation(array(train));
    return new SklearnSplit(shuffledTrain, random.permutation(array(test)));
  }

  private static int[] array(List<Integer> numbers) {
    return numbers.stream().mapToInt(Integer::intValue).toArray();
  }

  /** The images of each class that has any, in order. */
  private static List<int[]> classes(int[] labels) {
    return Arrays.stream(labels)
        .distinct()
        .sorted()
        .mapToObj(label ->
            IntStream.range(0, labels.length).filter(i -> labels[i] == label).toArray())
        .toList();
  }

  private static void requireEnough(int[] counts, int train, int test) {
    int smallest = Arrays.stream(counts).min().orElse(0);
    if (smallest < 2) {
      throw new IllegalArgumentException(
          "a stratified split needs two images of each class, but there is a class with one");
    }
    if (Math.min(train, test) < counts.length) {
      throw new IllegalArgumentException(String.format(
          Locale.ROOT,
          "a stratified split of %d classes needs as many images in each part, found %d and %d",
          counts.length,
          train,
          test));
    }
  }

  /**
   * How many of {@code draws} images each class gets, by its share: whole numbers, and then one more
   * for the greatest remainders, among equal ones by chance.
   */
  private static int[] mode(int[] counts, int draws, NumpyRandom random) {
    int sum = Arrays.stream(counts).sum();
    double[] shares =
        Arrays.stream(counts).mapToDouble(count -> count / (double) sum * draws).toArray();
    int[] whole = Arrays.stream(shares).mapToInt(share -> (int) share).toArray();
    double[] remainders =
        IntStream.range(0, counts.length).mapToDouble(i -> shares[i] - whole[i]).toArray();
    int missing = draws - Arrays.stream(whole).sum();
    List<Double> greatest =
        new ArrayList<>(DoubleStream.of(remainders).distinct().boxed().toList());
    greatest.sort(Collections.reverseOrder());
    for (double remainder : greatest) {
      if (missing == 0) {
        break;
      }
      int[] equal = IntStream.range(0, counts.length)
          .filter(i -> remainders[i] == remainder)
          .toArray();
      int now = Math.min(equal.length, missing);
      int[] order = random.permutation(equal.length);
      Arrays.stream(order, 0, now).forEach(at -> whole[equal[at]]++);
      missing -= now;
    }
    return whole;
  }
}
