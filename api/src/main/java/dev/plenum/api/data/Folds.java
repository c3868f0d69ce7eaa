package dev.plenum.api.data;

import dev.plenum.api.random.CounterRandom;
import dev.plenum.api.random.Purpose;
import dev.plenum.api.random.Seed;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A dataset in several parts of about the same size, each of which is left out once: for predictions of
 * images that a network has not been trained on.
 */
public final class Folds {
  private Folds() {}

  /**
   * One of the parts, and all others.
   *
   * @param others all images that are not in it, in the dataset's order
   * @param groups of the others, if images belong together
   * @param leftOut its own, in the dataset's order
   * @param indices where these are in the dataset, ascending
   */
  public record Fold(
      Dataset others, Optional<Groups> groups, Dataset leftOut, List<Integer> indices) {
    /**
     * Copies the list.
     *
     * @param others all images that are not in the part, in the dataset's order
     * @param groups of the others, if images belong together
     * @param leftOut the part's own, in the dataset's order
     * @param indices where these are in the dataset, ascending
     */
    public Fold {
      indices = List.copyOf(indices);
    }
  }

  /**
   * {@return parts by chance} Every class has about the same share in each; where images belong together, no
   * group is in two of them instead.
   *
   * @param images the dataset that is parted
   * @param groups which belong together, if some do
   * @param count how many parts, from 2 to the number of images, or of groups
   * @param seed what the choice follows from
   * @throws IllegalArgumentException if the count is out of range, or there are not as many groups as images
   */
  public static List<Fold> of(Dataset images, Optional<Groups> groups, int count, Seed seed) {
    int largest = groups.map(Groups::count).orElse(images.size());
    if (count < 2 || count > largest) {
      throw new IllegalArgumentException(String.format(
          Locale.ROOT, "the number of folds must be from 2 to %,d here, found %d", largest, count));
    }
    if (groups.isPresent() && groups.get().size() != images.size()) {
      throw new IllegalArgumentException(String.format(
          Locale.ROOT,
          "%d images need as many groups, found %d",
          images.size(),
          groups.get().size()));
    }
    int[] foldOf = groups
        .map(some -> byGroup(some, images.size(), count, seed))
        .orElseGet(() -> byClass(images, count, seed));
    return IntStream.range(0, count)
        .mapToObj(fold -> fold(images, groups, foldOf, fold))
        .toList();
  }

  private static Fold fold(Dataset images, Optional<Groups> groups, int[] foldOf, int fold) {
    int[] others =
        IntStream.range(0, foldOf.length).filter(i -> foldOf[i] != fold).toArray();
    int[] leftOut =
        IntStream.range(0, foldOf.length).filter(i -> foldOf[i] == fold).toArray();
    return new Fold(
        images.select(Arrays.stream(others)),
        groups.map(some -> some.select(Arrays.stream(others))),
        images.select(Arrays.stream(leftOut)),
        Arrays.stream(leftOut).boxed().toList());
  }

  /** The images of one class after another are dealt out like cards. */
  private static int[] byClass(Dataset images, int count, Seed seed) {
    int[] order = CounterRandom.of(Purpose.SPLIT, seed).permutation(images.size());
    int[] sorted = Arrays.stream(order)
        .boxed()
        .sorted(Comparator.comparingInt(images::label)) // stable
        .mapToInt(i -> i)
        .toArray();
    int[] foldOf = new int[images.size()];
    for (int i = 0; i < sorted.length; i++) {
      foldOf[sorted[i]] = i % count;
    }
    return foldOf;
  }

  /** Groups in random order, the large ones first, each to the fold that has the fewest images. */
  private static int[] byGroup(Groups groups, int images, int count, Seed seed) {
    List<int[]> members = groups.images();
    int[] order = CounterRandom.of(Purpose.SPLIT, seed).permutation(members.size());
    int[] sizes = new int[count];
    int[] foldOf = new int[images];
    Arrays.stream(order)
        .mapToObj(members::get)
        .sorted(Comparator.comparingInt((int[] group) -> -group.length)) // stable
        .forEach(group -> {
          int smallest = IntStream.range(0, count)
              .reduce(0, (best, fold) -> sizes[fold] < sizes[best] ? fold : best);
          sizes[smallest] += group.length;
          Arrays.stream(group).forEach(i -> foldOf[i] = smallest);
        });
    return foldOf;
  }
}
