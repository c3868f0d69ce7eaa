package dev.plenum.api.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class PictureListTest {
  @Test
  void eachPictureHasItsTwoDigests() {
    byte[] digests = new byte[128];
    for (int i = 0; i < digests.length; i++) {
      digests[i] = (byte) (i / 32 + 0x10);
    }
    List<Picture> pictures = new PictureList(List.of("cat/1.png", "dog/1.png"), digests);

    assertEquals(
        List.of(
            new Picture("cat/1.png", "10".repeat(32), "11".repeat(32)),
            new Picture("dog/1.png", "12".repeat(32), "13".repeat(32))),
        pictures);
  }

  @Test
  void theNumbersMustFit() {
    assertThrows(IllegalArgumentException.class, () -> new PictureList(List.of("a"), new byte[32]));
  }
}
