package dev.plenum.api.data;

import static dev.plenum.api.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.plenum.api.network.Shape;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
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

  @Test
  void validationImagesOfAnotherShapeAreRefused() {
    Optional<Dataset> validation = Optional.of(images(Shape.of(2, 1, 1), "a", "b"));
    assertRefused(
        () -> new TrainTest("letters", TRAIN, validation, TRAIN, "00", List.of()),
        "validation images (2, 1, 1)");
  }

  @Test
  void theDigestOfThePixelsIsOverTheDigestsOfTheParts() throws NoSuchAlgorithmException {
    Dataset other =
        new Dataset(Shape.of(1, 2, 1), new byte[] {1, 2}, new int[1], List.of("a", "b"));
    String parts = TRAIN.sha256() + "\n" + other.sha256() + "\n";
    MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
    assertEquals(
        HexFormat.of().formatHex(sha256.digest(parts.getBytes(StandardCharsets.US_ASCII))),
        new TrainTest("letters", TRAIN, other, "00").pixelsSha256());
    assertNotEquals(
        new TrainTest("letters", TRAIN, other, "00").pixelsSha256(),
        new TrainTest("letters", TRAIN, Optional.of(other), other, "00", List.of()).pixelsSha256());
  }

  private static Dataset images(Shape shape, String... names) {
    return new Dataset(shape, new byte[2], new int[1], List.of(names));
  }
}
