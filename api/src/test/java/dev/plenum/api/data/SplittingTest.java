package dev.plenum.api.data;

import static dev.plenum.api.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.network.Shape;
import dev.plenum.api.random.Seed;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

class SplittingTest {
  private static final Seed SEED = Seed.seed(42);

  /** Images whose pixels are their numbers. */
  private static Dataset images(int count, int classes) {
    byte[] pixels = new byte[4 * count];
    for (int i = 0; i < count; i++) {
      for (int b = 0; b < 4; b++) {
        pixels[4 * i + b] = (byte) (i >>> (8 * b));
      }
    }
    List<String> names = IntStream.range(0, classes).mapToObj(String::valueOf).toList();
    return new Dataset(Shape.of(2, 2, 1), pixels, labels(count, classes), names);
  }

  /** Those of the script that asked scikit-learn. */
  private static int[] labels(int count, int classes) {
    return IntStream.range(0, count)
        .map(i -> (int) ((long) i * i / 3 % classes))
        .toArray();
  }

  private static List<Integer> numbers(Dataset images) {
    return IntStream.range(0, images.size())
        .map(i -> {
          byte[] pixels = images.image(i);
          return (pixels[0] & 0xff) | (pixels[1] & 0xff) << 8 | (pixels[2] & 0xff) << 16;
        })
        .boxed()
        .toList();
  }

  private static String joined(Dataset images) {
    return numbers(images).stream().map(String::valueOf).collect(Collectors.joining(","));
  }

  @Test
  void theSplitOfTheReferenceNotebookIsScikitLearns() {
    Split split = Splitting.sklearn(SEED).split(images(60_000, 10), 1.0 / 6);

    List<Integer> train = numbers(split.train());
    assertEquals(List.of(11210, 17024, 43389, 30050, 34665), train.subList(0, 5));
    assertEquals(List.of(860, 15795, 56422), train.subList(49_997, 50_000));
    List<Integer> aside = numbers(split.validation());
    assertEquals(List.of(12628, 37730, 39991, 8525, 8279), aside.subList(0, 5));
    assertEquals(10_000, aside.size());
  }

  @ParameterizedTest
  @CsvFileSource(resources = "splits.csv", numLinesToSkip = 1)
  void everySplitIsThatOfScikitLearn(
      int images,
      int classes,
      double share,
      long seed,
      boolean stratified,
      int train,
      int aside,
      String sha256)
      throws Exception {
    Splitting plain = Splitting.sklearn(Seed.seed(seed));
    Split split = (stratified ? plain.stratified() : plain).split(images(images, classes), share);

    assertEquals(train, split.train().size());
    assertEquals(aside, split.validation().size());
    String text = joined(split.train()) + ";" + joined(split.validation());
    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
    assertEquals(sha256, HexFormat.of().formatHex(digest));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 1.0 / 6, 0.5, 0.77})
  void ourStratifiedSplitHasTheShareOfEveryClassToOneImage(double share) {
    Dataset all = images(1003, 10);

    Split split = Splitting.random(SEED).stratified().split(all, share);

    assertEquals(Math.round(share * 1003), split.validation().size());
    assertEquals(1003, split.train().size() + split.validation().size());
    for (int label = 0; label < 10; label++) {
      double exact = share * count(all, label);
      assertTrue(Math.abs(count(split.validation(), label) - exact) < 1, "class " + label);
    }
    List<Integer> aside = numbers(split.validation());
    assertEquals(aside.stream().sorted().toList(), aside);
    assertNotEquals(
        aside,
        numbers(Splitting.random(new Seed(43)).stratified().split(all, share).validation()));
  }

  private static long count(Dataset images, int label) {
    return IntStream.range(0, images.size())
        .filter(i -> images.label(i) == label)
        .count();
  }

  @Test
  void ourPlainSplitIsTheOneThatItWas() {
    Dataset all = images(600, 10);
    assertEquals(
        numbers(all.split(1.0 / 6, SEED).train()),
        numbers(Splitting.random(SEED).split(all, 1.0 / 6).train()));
  }

  @Test
  void whatScikitLearnRefusesIsRefused() {
    Dataset all = images(20, 10);
    assertRefused(() -> Splitting.sklearn(SEED).split(all, 0.99), "each part needs an image");
    assertRefused(() -> Splitting.sklearn(SEED).split(all, 0), "each part needs an image");
    assertRefused(
        () -> Splitting.sklearn(SEED).stratified().split(images(40, 10), 0.1),
        "as many images in each part, found 36 and 4");
    Dataset single =
        new Dataset(Shape.of(1, 1, 1), new byte[3], new int[] {0, 1, 1}, List.of("a", "b"));
    assertRefused(
        () -> Splitting.sklearn(SEED).stratified().split(single, 0.5), "a class with one");
    assertRefused(() -> Splitting.sklearn(new Seed(-1)), "from 0 to 4294967295, found -1");
  }

  @Test
  void itIsWrittenAndDescribed() {
    assertEquals(Splitting.sklearn(SEED), Splitting.parse("sklearn:42"));
    assertRefused(() -> Splitting.parse("sklearn"), "such as sklearn:42");
    assertRefused(() -> Splitting.parse("sklearn:4294967296"), "from 0 to 4294967295");
    assertEquals(
        "{name=sklearn, seed=42, stratified=true}",
        Splitting.sklearn(SEED).stratified().describe().toString());
    assertEquals(
        List.of("42", "42, stratified", "sklearn:42"),
        Arrays.asList(
            Splitting.random(SEED).toString(),
            Splitting.random(SEED).stratified().toString(),
            Splitting.sklearn(SEED).toString()));
  }
}
