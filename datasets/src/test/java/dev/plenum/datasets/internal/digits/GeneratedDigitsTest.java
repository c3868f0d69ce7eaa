package dev.plenum.datasets.internal.digits;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.data.Dataset;
import dev.plenum.api.data.TrainTest;
import dev.plenum.api.network.Shape;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class GeneratedDigitsTest {
  /** Changes only when the digits are meant to change; results on them cannot be compared then. */
  private static final String FIRST_HUNDRED =
      "bef4deb0ccefcff56eac09ec8bc471e9ddd3b1d3c1388982b5e4fcea49c33f1a";

  private static TrainTest digits;

  @BeforeAll
  static void generate() {
    digits = GeneratedDigits.generate();
  }

  @Test
  void theFirstHundredImagesAreTheSameForEver() {
    assertEquals(FIRST_HUNDRED, digits.train().first(100).sha256());
  }

  @Test
  void anyNumberOfThreadsDrawsTheSameImages() throws Exception {
    for (int threads : List.of(1, 2, 5)) {
      ForkJoinPool pool = new ForkJoinPool(threads);
      try {
        Dataset drawn = pool.submit(() -> GeneratedDigits.part(GeneratedDigits.TRAINING, 300))
            .get();
        assertEquals(digits.train().first(300).sha256(), drawn.sha256(), threads + " threads");
      } finally {
        pool.shutdown();
      }
    }
  }

  @Test
  void anImageDoesNotDependOnHowManyAreDrawn() {
    Dataset few = GeneratedDigits.part(GeneratedDigits.TEST, 7);
    for (int i = 0; i < few.size(); i++) {
      assertArrayEquals(digits.test().image(i), few.image(i));
      assertEquals(digits.test().label(i), few.label(i));
    }
  }

  @Test
  void thereAreTenThousandTrainingAndTwoThousandTestImages() {
    assertEquals("digits", digits.name());
    assertEquals(10_000, digits.train().size());
    assertEquals(2_000, digits.test().size());
    assertEquals(Shape.of(28, 28, 1), digits.train().imageShape());
    assertEquals(
        List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9"),
        digits.train().classNames());
  }

  @Test
  void theDigestIsOverTheDigestsOfBothParts() throws Exception {
    String both = digits.train().sha256() + digits.test().sha256();
    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest(both.getBytes(StandardCharsets.US_ASCII));
    assertEquals(HexFormat.of().formatHex(digest), digits.sha256());
  }

  @Test
  void everyClassIsDrawnAboutAsOften() {
    assertBalanced(digits.train(), 0.09, 0.11);
    assertBalanced(digits.test(), 0.08, 0.12);
  }

  private static void assertBalanced(Dataset images, double least, double most) {
    int[] counts = new int[10];
    for (int i = 0; i < images.size(); i++) {
      counts[images.label(i)]++;
    }
    for (int digit = 0; digit < 10; digit++) {
      double share = (double) counts[digit] / images.size();
      assertTrue(share > least && share < most, digit + " has a share of " + share);
    }
  }

  @Test
  void noTwoImagesAreIdenticalNeitherInAPartNorAcrossParts() {
    Set<ByteBuffer> different = new HashSet<>();
    for (Dataset part : List.of(digits.train(), digits.test())) {
      for (int i = 0; i < part.size(); i++) {
        different.add(ByteBuffer.wrap(part.image(i)));
      }
    }
    assertEquals(12_000, different.size());
  }
}
