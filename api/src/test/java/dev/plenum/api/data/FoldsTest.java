package dev.plenum.api.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.data.Folds.Fold;
import dev.plenum.api.network.Shape;
import dev.plenum.api.random.Seed;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Datasets in folds. */
class FoldsTest {
  /** 100 images of three classes; the pixel says which it is. */
  private static final Dataset IMAGES = images();

  private static Dataset images() {
    byte[] pixels = new byte[100];
    int[] labels = new int[100];
    for (int i = 0; i < 100; i++) {
      pixels[i] = (byte) i;
      labels[i] = i % 10 < 6 ? 0 : i % 10 < 9 ? 1 : 2;
    }
    return new Dataset(Shape.of(1, 1, 1), pixels, labels, List.of("a", "b", "c"));
  }

  private static List<Integer> pixels(Dataset some) {
    return IntStream.range(0, some.size()).mapToObj(i -> (int) some.image(i)[0]).toList();
  }

  @Test
  void everyImageIsLeftOutOnceAndEveryClassHasItsShare() {
    List<Fold> folds = Folds.of(IMAGES, Optional.empty(), 5, Seed.seed(1));
    assertEquals(
        IntStream.range(0, 100).boxed().toList(),
        folds.stream().flatMap(fold -> fold.indices().stream()).sorted().toList());
    for (Fold fold : folds) {
      assertEquals(fold.indices(), pixels(fold.leftOut()));
      assertEquals(
          IntStream.range(0, 100)
              .filter(i -> !fold.indices().contains(i))
              .boxed()
              .toList(),
          pixels(fold.others()));
      for (int label : List.of(0, 1, 2)) {
        long count =
            IntStream.range(0, 20).filter(i -> fold.leftOut().label(i) == label).count();
        assertEquals(List.of(12L, 6L, 2L).get(label), count);
      }
    }
  }

  @Test
  void theSeedChooses() {
    assertEquals(
        Folds.of(IMAGES, Optional.empty(), 3, Seed.seed(1)).get(0).indices(),
        Folds.of(IMAGES, Optional.empty(), 3, Seed.seed(1)).get(0).indices());
    assertTrue(!Folds.of(IMAGES, Optional.empty(), 3, Seed.seed(1))
        .get(0)
        .indices()
        .equals(Folds.of(IMAGES, Optional.empty(), 3, Seed.seed(2)).get(0).indices()));
  }

  @Test
  void groupsStayTogether() {
    Groups groups =
        Groups.of(IntStream.range(0, 100).mapToObj(i -> String.valueOf(i / 7)).toList());
    List<Fold> folds = Folds.of(IMAGES, Optional.of(groups), 4, Seed.seed(1));
    for (Fold fold : folds) {
      assertTrue(fold.indices().stream()
          .noneMatch(i -> pixels(fold.others()).stream().anyMatch(other -> other / 7 == i / 7)));
      assertEquals(fold.others().size(), fold.groups().orElseThrow().size());
      assertEquals(25, fold.leftOut().size(), 5);
    }
  }

  @Test
  void asManyFoldsAsThereCanBe() {
    assertEquals(100, Folds.of(IMAGES, Optional.empty(), 100, Seed.seed(1)).size());
    for (int count : List.of(-1, 0, 1, 101)) {
      assertThrows(
          IllegalArgumentException.class,
          () -> Folds.of(IMAGES, Optional.empty(), count, Seed.seed(1)));
    }
  }
}
