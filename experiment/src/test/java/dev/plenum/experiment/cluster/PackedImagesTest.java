package dev.plenum.experiment.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.plenum.api.data.Dataset;
import dev.plenum.api.data.Groups;
import dev.plenum.api.data.TrainTest;
import dev.plenum.api.network.Shape;
import dev.plenum.api.random.Seed;
import dev.plenum.experiment.TrainingData;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PackedImagesTest {
  private static final TrainTest WHOLE = new TrainTest(
          "drawn", part(6, 0), Optional.of(part(2, 50)), part(3, 100), "digest", List.of())
      .prepared("digit")
      .grouped(Groups.of(List.of("b", "b", "a", "a", "c", "c")));

  private static Dataset part(int images, int first) {
    byte[] pixels = new byte[images * 6];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) (first + 3 * i);
    }
    int[] labels = new int[images];
    Arrays.setAll(labels, i -> i % 2);
    return new Dataset(Shape.of(1, 2, 3), pixels, labels, List.of("Großes", "small"));
  }

  @Test
  void everythingThatATrainingDependsOnComesBack() throws IOException {
    TrainTest back = PackedImages.read(PackedImages.of(WHOLE));
    assertEquals(WHOLE.pixelsSha256(), back.pixelsSha256());
    assertEquals(WHOLE.sha256(), back.sha256());
    assertEquals(WHOLE.name(), back.name());
    assertEquals("digit", back.preparation());
    assertEquals(
        WHOLE.groups().orElseThrow().sha256(), back.groups().orElseThrow().sha256());
    assertEquals(data(WHOLE).record(), data(back).record());
  }

  @Test
  void imagesAreSetAsideByTheSameGroups() throws IOException {
    TrainTest grouped = new TrainTest("drawn", part(6, 0), part(3, 100), "digest")
        .grouped(WHOLE.groups().orElseThrow());
    TrainTest back = PackedImages.read(PackedImages.of(grouped));
    TrainingData before = TrainingData.of(grouped).validation(0.34, Seed.seed(3));
    TrainingData after = TrainingData.of(back).validation(0.34, Seed.seed(3));
    assertEquals(before.split(), after.split());
    assertEquals(before.train().sha256(), after.train().sha256());
  }

  private static TrainingData data(TrainTest whole) {
    return TrainingData.of(whole);
  }

  @Test
  void bytesThatEndEarlyAreRefused() {
    byte[] half = Arrays.copyOf(PackedImages.of(WHOLE), 80);
    assertThrows(EOFException.class, () -> PackedImages.read(half));
  }
}
