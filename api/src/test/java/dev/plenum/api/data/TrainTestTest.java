package dev.plenum.api.data;

import static dev.plenum.api.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plenum.api.network.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrainTestTest {
  private static final Dataset TRAIN = images(Shape.of(1, 2, 1), "a", "b");

  @Test
  void partsOfOneKindBelongTogether() {
    Dataset test = images(Shape.of(1, 2, 1), "a", "b");
    assertEquals(test, new TrainTest("letters", TRAIN, test, "00").test());
  }

  @Test
  void partsOfDifferentShapesOrClassesAreRefused() {
    assertRefused(
        () -> new TrainTest("letters", TRAIN, images(Shape.of(2, 1, 1), "a", "b"), "00"),
        "'letters'",
        "(1, 2, 1)",
        "(2, 1, 1)");
    assertRefused(
        () -> new TrainTest("letters", TRAIN, images(Shape.of(1, 2, 1), "b", "a"), "00"),
        "[a, b]",
        "[b, a]");
  }

  private static Dataset images(Shape shape, String... names) {
    return new Dataset(shape, new byte[2], new int[1], List.of(names));
  }
}
