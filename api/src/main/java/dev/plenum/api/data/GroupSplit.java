package dev.plenum.api.data;

import dev.plenum.api.random.CounterRandom;
import dev.plenum.api.random.Purpose;
import dev.plenum.api.random.Seed;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * A dataset in two parts that share no group.
 *
 * @param images the parts, each in the dataset's order
 * @param train the groups of those to train on
 */
public record GroupSplit(Split images, Groups train) {

  /** The chosen groups are set aside. */
  private static GroupSplit of(Dataset images, Groups groups, List<int[]> chosen, double share) {
    boolean[] aside = new boolean[images.size()];
    chosen.forEach(group -> Arrays.stream(group).forEach(i -> aside[i] = true));
    int count = chosen.stream().mapToInt(group -> group.length).sum();
    if (count == 0 || count == images.size()) {
      throw new IllegalArgumentException(String.format(
          Locale.ROOT,
          "a share of %s of %d images in %d groups cannot be set aside: each part needs a group",
          share,
          images.size(),
          groups.count()));
    }
    int[] kept = IntStream.range(0, aside.length).filter(i -> !aside[i]).toArray();
    Split split = new Split(
        images.select(Arrays.stream(kept)),
        images.select(IntStream.range(0, aside.length).filter(i -> aside[i])));
    return new GroupSplit(split, groups.select(Arrays.stream(kept)));
  }

  /**
   * By our own numbers: of the groups in an order by chance, each is set aside that brings the number of
   * images (or of each class) closer to the share.
   *
   * @param labels that keep their share in both parts; all the same for none
   */
  static GroupSplit random(
      Dataset images, Groups groups, double share, Seed seed, int[] labels, int classes) {
    List<int[]> all = groups.images();
    int aside = images.imagesOf(share);
    // How many images of each class are missing, times the number of all images, to stay whole.
    long[] missing = new long[classes];
    Arrays.stream(labels).forEach(label -> missing[label] += aside);
    int[] order = CounterRandom.of(Purpose.SPLIT, seed).permutation(all.size());
    List<int[]> chosen = Arrays.stream(order)
        .mapToObj(all::get)
        .filter(group -> takesCloser(missing, group, labels))
        .toList();
    return of(images, groups, chosen, share);
  }

  /** Whether a group makes what is missing less, in squares; then it is no longer missing. */
  private static boolean takesCloser(long[] missing, int[] group, int[] labels) {
    long[] after = missing.clone();
    Arrays.stream(group).forEach(i -> after[labels[i]] -= labels.length);
    boolean isCloser = squares(after) < squares(missing);
    if (isCloser) {
      System.arraycopy(after, 0, missing, 0, missing.length);
    }
    return isCloser;
  }

  private static double squares(long[] numbers) {
    return Arrays.stream(numbers).mapToDouble(x -> (double) x * x).sum();
  }

  /**
   * {@code GroupShuffleSplit(n_splits=1, test_size=share, random_state=seed)}, whose share is one of the
   * groups.
   */
  static GroupSplit sklearn(Dataset images, Groups groups, double share, long seed) {
    List<int[]> all = groups.images();
    int aside = (int) Math.min(all.size(), Math.max(0, Math.ceil(share * all.size())));
    int[] order = new NumpyRandom(seed).permutation(all.size());
    return of(images, groups, Arrays.stream(order, 0, aside).mapToObj(all::get).toList(), share);
  }
}
