package dev.plenum.api.data;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Which images belong together, such as all photos of one patient, so that a split must not part them.
 * Immutable.
 */
public final class Groups {
  private static final Comparator<String> BY_CODE_POINTS =
      Comparator.comparing(name -> name.codePoints().toArray(), Arrays::compare);

  /** Of each image. */
  private final int[] numbers;

  private Groups(int[] numbers) {
    this.numbers = numbers;
  }

  /**
   * {@return groups by their names} They are in the order of the names by code points, or of the numbers if
   * all are whole numbers: what a split chooses follows from it.
   *
   * @param names the group of each image
   */
  public static Groups of(List<String> names) {
    boolean areNumbers = names.stream().allMatch(name -> name.matches("0|-?[1-9][0-9]{0,17}"));
    Map<String, Integer> order = new HashMap<>();
    names.stream()
        .distinct()
        .sorted(areNumbers ? Comparator.comparing(Long::valueOf) : BY_CODE_POINTS)
        .forEach(name -> order.put(name, order.size()));
    return new Groups(
        names.stream().mapToInt(name -> order.getOrDefault(name, 0)).toArray());
  }

  /** {@return the number of images} */
  public int size() {
    return numbers.length;
  }

  /** {@return the number of groups that there are images of} */
  public int count() {
    return (int) Arrays.stream(numbers).distinct().count();
  }

  /**
   * {@return the group of an image, by its place in the order of the groups, from 0}
   *
   * @param image its index in the dataset
   */
  public int number(int image) {
    return numbers[image];
  }

  /**
   * {@return the groups of the first images}
   *
   * @param images how many, at most {@link #size}
   */
  public Groups first(int images) {
    return new Groups(Arrays.copyOf(numbers, images));
  }

  /** Those of some of the images, in their order. */
  Groups select(IntStream images) {
    return new Groups(images.map(i -> numbers[i]).toArray());
  }

  /** The images of each group, in the order of the groups. */
  List<int[]> images() {
    Map<Integer, IntStream.Builder> images = new LinkedHashMap<>();
    Arrays.stream(numbers)
        .distinct()
        .sorted()
        .forEach(group -> images.put(group, IntStream.builder()));
    for (int i = 0; i < numbers.length; i++) {
      images.computeIfAbsent(numbers[i], none -> IntStream.builder()).add(i);
    }
    return images.values().stream().map(builder -> builder.build().toArray()).toList();
  }

  /**
   * {@return the SHA-256, in hexadecimal digits, over their numbers, a line for each image} It identifies
   * them.
   */
  public String sha256() {
    StringBuilder lines = new StringBuilder();
    Arrays.stream(numbers).forEach(number -> lines.append(number).append('\n'));
    return Sha256.of(lines.toString());
  }
}
