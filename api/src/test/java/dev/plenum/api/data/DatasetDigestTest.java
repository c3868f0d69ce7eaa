package dev.plenum.api.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.plenum.api.network.Shape;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DatasetDigestTest {
  private static final Shape SHAPE = Shape.of(1, 2, 1);
  private static final List<String> NAMES = List.of("cat", "dög");

  /** The SHA-256 of "(1, 2, 1)\ncat\ndög\n" in UTF-8, then 00000001 0102 00000000 0304. */
  @Test
  void staysAsItIs() {
    assertEquals(
        "d4690fc033e1387d67a74aefcc6cfefb6f5e7fe4119c31be39896214a3432c54",
        digest(SHAPE, new byte[] {1, 2, 3, 4}, new int[] {1, 0}, NAMES));
  }

  @Test
  void everyByteLabelNameAndSizeCounts() {
    byte[] pixels = {1, 2, 3, 4};
    int[] labels = {1, 0};
    Set<String> digests = new HashSet<>();
    digests.add(digest(SHAPE, pixels, labels, NAMES));
    for (int i = 0; i < pixels.length; i++) {
      byte[] changed = pixels.clone();
      changed[i] ^= (byte) 0x80;
      digests.add(digest(SHAPE, changed, labels, NAMES));
    }
    digests.add(digest(SHAPE, pixels, new int[] {0, 0}, NAMES));
    digests.add(digest(SHAPE, pixels, new int[] {1, 1}, NAMES));
    digests.add(digest(SHAPE, pixels, labels, List.of("cat", "dog")));
    digests.add(digest(SHAPE, pixels, labels, List.of("dög", "cat")));
    digests.add(digest(SHAPE, pixels, labels, List.of("cat", "dög", "")));
    digests.add(digest(SHAPE, pixels, labels, List.of("catdög", "")));
    digests.add(digest(Shape.of(2, 1, 1), pixels, labels, NAMES));
    digests.add(digest(Shape.of(1, 1, 2), pixels, labels, NAMES));
    assertEquals(13, digests.size());
  }

  @Test
  void aPartHasTheDigestOfADatasetOfItsImages() {
    Dataset whole = NumberedImages.of(10);
    assertEquals(NumberedImages.of(4).sha256(), whole.first(4).sha256());
    assertNotEquals(whole.sha256(), whole.first(9).sha256());
  }

  private static String digest(Shape shape, byte[] pixels, int[] labels, List<String> names) {
    return new Dataset(shape, pixels, labels, names).sha256();
  }
}
