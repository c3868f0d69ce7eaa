package dev.plenum.api.data;

import static dev.plenum.api.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.network.Shape;
import dev.plenum.api.random.Seed;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

class GroupSplitTest {
  private static final Seed SEED = Seed.seed(42);

  /** Images whose pixels are their numbers. */
  private static Dataset images(int count, int classes) {
    byte[] pixels = new byte[2 * count];
    for (int i = 0; i < count; i++) {
      pixels[2 * i] = (byte) i;
      pixels[2 * i + 1] = (byte) (i >>> 8);
    }
    List<String> names = IntStream.range(0, classes).mapToObj(String::valueOf).toList();
    int[] labels = IntStream.range(0, count).map(i -> i * 7 % 31 % classes).toArray();
    return new Dataset(Shape.of(1, 2, 1), pixels, labels, names);
  }

  private static List<Integer> numbers(Dataset images) {
    return IntStream.range(0, images.size())
        .mapToObj(images::image)
        .map(pixels -> (pixels[0] & 0xff) | (pixels[1] & 0xff) << 8)
        .toList();
  }

  /** Those of the script that asked scikit-learn. */
  private static String group(int image, int groups) {
    return String.valueOf((long) image * image / 5 % groups);
  }

  private static Groups groups(int images, int count) {
    return Groups.of(IntStream.range(0, images).mapToObj(i -> group(i, count)).toList());
  }

  private static Set<String> groupsOf(Dataset images, int count) {
    return numbers(images).stream().map(i -> group(i, count)).collect(Collectors.toSet());
  }

  private static String joined(Dataset images) {
    return numbers(images).stream().map(String::valueOf).collect(Collectors.joining(","));
  }

  @ParameterizedTest
  @CsvFileSource(resources = "group-splits.csv", numLinesToSkip = 1)
  void everySplitIsThatOfScikitLearnsGroupShuffleSplit(
      int images, int groups, double share, long seed, int train, int aside, String sha256)
      throws Exception {
    GroupSplit split =
        Splitting.sklearn(Seed.seed(seed)).split(images(images, 3), groups(images, groups), share);

    assertEquals(train, split.images().train().size());
    assertEquals(aside, split.images().validation().size());
    String text = joined(split.images().train()) + ";" + joined(split.images().validation());
    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
    assertEquals(sha256, HexFormat.of().formatHex(digest));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 1.0 / 6, 0.5, 0.8})
  void ourSplitPartsNoGroupAndComesCloseToTheShare(double share) {
    for (boolean isStratified : new boolean[] {false, true}) {
      Splitting ours = Splitting.random(SEED);
      Splitting splitting = isStratified ? ours.stratified() : ours;
      Dataset all = images(3000, 5);

      GroupSplit split = splitting.split(all, groups(3000, 150), share);

      Set<String> kept = groupsOf(split.images().train(), 150);
      Set<String> aside = groupsOf(split.images().validation(), 150);
      assertTrue(kept.stream().noneMatch(aside::contains));
      assertEquals(kept.size(), split.train().count());
      assertEquals(split.images().train().size(), split.train().size());
      int images = split.images().validation().size();
      assertEquals(3000, images + split.images().train().size());
      assertTrue(Math.abs(images - share * 3000) < 60, images + " images");
      List<Integer> order = numbers(split.images().validation());
      assertEquals(order.stream().sorted().toList(), order);
      assertEquals(
          order, numbers(splitting.split(all, groups(3000, 150), share).images().validation()));
      assertNotEquals(
          order,
          numbers(new Splitting(Splitting.Method.RANDOM, new Seed(43), isStratified)
              .split(all, groups(3000, 150), share)
              .images()
              .validation()));
    }
  }

  @Test
  void aStratifiedSplitOfGroupsKeepsTheSharesOfClassesBetterThanAPlainOne() {
    Dataset all = images(3000, 5);
    // Groups of twelve images, most of which are of one class.
    Groups groups = Groups.of(IntStream.range(0, 3000)
        .mapToObj(i -> all.label(i) + "-" + (i % 10 == 0 ? 0 : i / 60))
        .toList());

    double plain = largestError(all, Splitting.random(SEED), groups);
    double stratified = largestError(all, Splitting.random(SEED).stratified(), groups);

    assertTrue(stratified < plain, stratified + " against " + plain);
    assertTrue(stratified < 0.02, stratified + " of a class");
  }

  /** How far the share of a class is from a fifth. */
  private static double largestError(Dataset all, Splitting splitting, Groups groups) {
    Dataset aside = splitting.split(all, groups, 0.2).images().validation();
    return IntStream.range(0, 5)
        .mapToDouble(label -> Math.abs(count(aside, label) / (double) count(all, label) - 0.2))
        .max()
        .orElseThrow();
  }

  private static long count(Dataset images, int label) {
    return IntStream.range(0, images.size())
        .filter(i -> images.label(i) == label)
        .count();
  }

  @Test
  void numbersAreOrderedAsNumbersAndNamesAsTexts() {
    assertEquals(
        Groups.of(List.of("a", "b", "c")).sha256(),
        Groups.of(List.of("2", "9", "10")).sha256());
    assertEquals(
        Groups.of(List.of("a", "b", "c")).sha256(),
        Groups.of(List.of("10", "2", "x")).sha256());
    assertEquals(2, Groups.of(List.of("x", "y", "x", "z")).first(3).count());
  }

  @Test
  void whatCannotBeSplitIsRefused() {
    Dataset all = images(20, 2);
    Groups one = Groups.of(Collections.nCopies(20, "same"));
    assertRefused(
        () -> Splitting.random(SEED).split(all, one, 0.2), "20 images in 1 groups cannot be set");
    assertRefused(
        () -> Splitting.sklearn(SEED).split(all, groups(20, 4), 0.9), "each part needs a group");
    assertRefused(
        () -> Splitting.sklearn(SEED).stratified().split(all, groups(20, 4), 0.5),
        "choose one of both");
    assertRefused(() -> Splitting.random(SEED).split(all, groups(19, 4), 0.5), "found 19");
  }
}
