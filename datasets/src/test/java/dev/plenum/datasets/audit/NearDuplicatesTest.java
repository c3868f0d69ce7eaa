package dev.plenum.datasets.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.datasets.Datasets;
import dev.plenum.datasets.support.Pictures;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.RescaleOp;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures that were changed as people and programs change them, among others of their kind. */
class NearDuplicatesTest {
  private static final int PICTURES = 30;
  private static final int HEIGHT = 90;
  private static final int WIDTH = 120;

  @TempDir
  Path folder;

  /** Soft spots of any colour on a ground that gets lighter. */
  private static BufferedImage photo(int seed) {
    int state = seed * 0x9e3779b9 + 1;
    int[] random = new int[50];
    for (int i = 0; i < random.length; i++) {
      state ^= state << 13;
      state ^= state >>> 17;
      state ^= state << 5;
      random[i] = state >>> 8;
    }
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        double[] colour = {40 + y, 40 + x / 2.0, 60};
        for (int spot = 0; spot < 10; spot++) {
          double dy = y - random[5 * spot] % HEIGHT;
          double dx = x - random[5 * spot + 1] % WIDTH;
          double radius = 6 + random[5 * spot + 2] % 20;
          double weight = Math.max(0, 1 - (dy * dy + dx * dx) / (radius * radius));
          for (int c = 0; c < 3; c++) {
            int of = (random[5 * spot + 3] >> (4 * c)) & 0xff;
            colour[c] += weight * (of - colour[c]);
          }
        }
        image.setRGB(x, y, (int) colour[0] << 16 | (int) colour[1] << 8 | (int) colour[2]);
      }
    }
    return image;
  }

  private static BufferedImage drawn(BufferedImage image, int height, int width, int down) {
    BufferedImage drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = drawn.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.drawImage(image, 0, down, width, height, null);
    graphics.dispose();
    return drawn;
  }

  /** Each picture in the training part, and changed in the test part. */
  private DatasetAudit audit(String ending, UnaryOperator<BufferedImage> change)
      throws IOException {
    for (int i = 0; i < PICTURES; i++) {
      String className = i % 2 == 0 ? "cat" : "dog";
      BufferedImage photo = photo(i);
      Pictures.write(folder.resolve("train/%s/%s.png".formatted(className, i)), photo);
      Pictures.write(
          folder.resolve("test/%s/changed-%s.%s".formatted(className, i, ending)),
          change.apply(photo));
    }
    return Datasets.folder(folder).audit();
  }

  private static void assertAllAreFoundAndNoOthers(DatasetAudit audit) {
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < PICTURES; i++) {
      expected.add(String.valueOf(i));
    }
    List<String> found = new ArrayList<>();
    for (ImageGroup group : audit.nearDuplicates()) {
      assertEquals(2, group.images().size(), group.toString());
      assertTrue(group.isAcrossParts(), group.toString());
      List<String> numbers = group.images().stream()
          .map(image -> image.name().replaceAll("[^0-9]", ""))
          .distinct()
          .toList();
      assertEquals(1, numbers.size(), group.toString());
      found.addAll(numbers);
    }
    assertEquals(expected.stream().sorted().toList(), found.stream().sorted().toList());
    assertEquals(PICTURES, audit.nearlyLeaked());
    assertTrue(audit.duplicates().isEmpty());
    assertEquals(0, audit.notCompared());
  }

  @Test
  void compressedAgain() throws IOException {
    assertAllAreFoundAndNoOthers(audit("jpg", photo -> photo));
  }

  @Test
  void ofAnotherSize() throws IOException {
    assertAllAreFoundAndNoOthers(
        audit("png", photo -> drawn(photo, HEIGHT * 2 / 3, WIDTH * 2 / 3, 0)));
  }

  @Test
  void brighter() throws IOException {
    assertAllAreFoundAndNoOthers(
        audit("png", photo -> new RescaleOp(1.1f, 15, null).filter(photo, null)));
  }

  @Test
  void movedByAPixel() throws IOException {
    assertAllAreFoundAndNoOthers(audit("png", photo -> drawn(photo, HEIGHT, WIDTH, 1)));
  }
}
