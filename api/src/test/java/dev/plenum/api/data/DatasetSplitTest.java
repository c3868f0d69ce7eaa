package dev.plenum.api.data;

import static dev.plenum.api.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.random.Seed;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatasetSplitTest {
  private static final Seed SEED = Seed.seed(42);

  @Test
  void aSixthOfMnistIsTenThousandImages() {
    Split split = NumberedImages.of(60_000).split(1.0 / 6, SEED);
    assertEquals(50_000, split.train().size());
    assertEquals(10_000, split.validation().size());
  }

  @Test
  void everyImageGoesIntoExactlyOnePartAndTheOrderIsKept() {
    Split split = NumberedImages.of(1000).split(0.3, SEED);
    List<Integer> train = NumberedImages.numbers(split.train());
    List<Integer> validation = NumberedImages.numbers(split.validation());
    List<Integer> all = new ArrayList<>(train);
    all.addAll(validation);
    assertEquals(range(0, 1000), all.stream().sorted().toList());
    assertEquals(train.stream().sorted().toList(), train);
    assertEquals(validation.stream().sorted().toList(), validation);
    assertEquals(300, validation.size());
  }

  @Test
  void labelsStayWithTheirImages() {
    Dataset validation = NumberedImages.of(1000).split(0.3, SEED).validation();
    List<Integer> numbers = NumberedImages.numbers(validation);
    for (int i = 0; i < validation.size(); i++) {
      assertEquals(numbers.get(i) % NumberedImages.CLASSES, validation.label(i));
    }
  }

  @Test
  void theSameSeedSetsTheSameImagesAside() {
    assertEquals(aside(SEED), aside(SEED));
    assertNotEquals(aside(SEED), aside(new Seed(43)));
  }

  @Test
  void imagesAreSetAsideUniformly() {
    int[] times = new int[20];
    for (int seed = 0; seed < 2000; seed++) {
      Split split = NumberedImages.of(20).split(0.25, new Seed(seed));
      NumberedImages.numbers(split.validation()).forEach(i -> times[i]++);
    }
    for (int count : times) {
      assertEquals(500, count, 4 * Math.sqrt(2000 * 0.25 * 0.75));
    }
  }

  @Test
  void aPartCanBeSplitAgain() {
    Split outer = NumberedImages.of(100).split(0.5, SEED);
    Split inner = outer.train().split(0.2, SEED);
    assertEquals(40, inner.train().size());
    assertTrue(NumberedImages.numbers(outer.train())
        .containsAll(NumberedImages.numbers(inner.validation())));
  }

  @Test
  void splitLastSetsTheEndAside() {
    Split split = NumberedImages.of(10).splitLast(0.2);
    assertEquals(range(0, 8), NumberedImages.numbers(split.train()));
    assertEquals(range(8, 10), NumberedImages.numbers(split.validation()));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.9})
  void aPartMayBeASingleImage(double fraction) {
    Dataset dataset = NumberedImages.of(10);
    int aside = (int) Math.round(10 * fraction);
    assertEquals(aside, dataset.split(fraction, SEED).validation().size());
    assertEquals(10 - aside, dataset.splitLast(fraction).train().size());
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, -0.5, 1.5, 0.01, 0.99, Double.NaN})
  void aSplitThatLeavesAPartEmptyIsRefused(double fraction) {
    Dataset dataset = NumberedImages.of(10);
    assertRefused(() -> dataset.split(fraction, SEED), String.valueOf(fraction), "10 images");
    assertRefused(() -> dataset.splitLast(fraction), String.valueOf(fraction), "10 images");
  }

  private static List<Integer> aside(Seed seed) {
    return NumberedImages.numbers(NumberedImages.of(1000).split(0.3, seed).validation());
  }

  private static List<Integer> range(int from, int to) {
    return IntStream.range(from, to).boxed().toList();
  }
}
