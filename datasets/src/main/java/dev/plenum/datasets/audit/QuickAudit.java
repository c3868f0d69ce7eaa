package dev.plenum.datasets.audit;

import dev.plenum.api.data.Dataset;
import dev.plenum.api.data.TrainTest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What can be seen of a dataset in no time: whether test images are training images too, and whether
 * classes are of very different sizes.
 *
 * @param leaked how many test images have the pixels of a training image
 * @param tested how many test images there are
 * @param largest the training images of the most frequent class
 * @param smallest those of the rarest class
 * @param rarest the name of that class
 */
public record QuickAudit(int leaked, int tested, int largest, int smallest, String rarest) {
  /** From here on the classes' sizes are very different. */
  private static final int VERY_DIFFERENT = 10;

  /** More bytes take their time. */
  private static final long MOST_BYTES = 1L << 30;

  /**
   * {@return the quick audit of a dataset} In more than 1 GiB of pixels no copies are looked for.
   *
   * @param data its training and test images are looked at
   */
  public static QuickAudit of(TrainTest data) {
    Dataset train = data.train();
    int[] counts = new int[train.classNames().size()];
    IntStream.range(0, train.size()).forEach(i -> counts[train.label(i)]++);
    int rarest = IntStream.range(0, counts.length)
        .reduce((a, b) -> counts[b] < counts[a] ? b : a)
        .orElseThrow();
    long bytes = (long) (train.size() + data.test().size()) * train.imageShape().size();
    return new QuickAudit(
        bytes > MOST_BYTES ? 0 : leaked(train, data.test()),
        data.test().size(),
        Arrays.stream(counts).max().orElseThrow(),
        counts[rarest],
        train.classNames().get(rarest));
  }

  private static int leaked(Dataset train, Dataset test) {
    Map<Integer, List<Integer>> byHash = new HashMap<>();
    for (int i = 0; i < test.size(); i++) {
      byHash
          .computeIfAbsent(Arrays.hashCode(test.image(i)), hash -> new ArrayList<>())
          .add(i);
    }
    boolean[] found = new boolean[test.size()];
    for (int i = 0; i < train.size(); i++) {
      byte[] image = train.image(i);
      for (int other : byHash.getOrDefault(Arrays.hashCode(image), List.of())) {
        found[other] |= Arrays.equals(image, test.image(other));
      }
    }
    return (int) IntStream.range(0, found.length).filter(i -> found[i]).count();
  }

  /** {@return whether the classes are of very different sizes: by a factor of ten and more} */
  public boolean isImbalanced() {
    return largest >= (long) VERY_DIFFERENT * smallest;
  }

  /** {@return what is to be warned of, in one line; empty if there is nothing} */
  public Optional<String> warning() {
    List<String> sentences = new ArrayList<>();
    if (leaked > 0) {
      sentences.add(String.format(
          Locale.ROOT,
          "%,d of %,d test images are training images too, so that the result of the test is too good",
          leaked,
          tested));
    }
    if (isImbalanced()) {
      sentences.add(String.format(
          Locale.ROOT,
          "the largest class has %,d training images, the class '%s' has %,d",
          largest,
          rarest,
          smallest));
    }
    return sentences.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", sentences));
  }
}
