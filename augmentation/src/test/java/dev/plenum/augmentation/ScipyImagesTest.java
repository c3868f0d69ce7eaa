package dev.plenum.augmentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.plenum.api.network.Shape;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Images that SciPy made of the same maps. */
class ScipyImagesTest {
  private static final Shape SHAPE = Shape.of(5, 7, 1);

  private static List<String> lines() throws IOException {
    try (InputStream in = ScipyImagesTest.class.getResourceAsStream("scipy-images.txt")) {
      assertNotNull(in);
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .toList();
    }
  }

  private static float[] image() {
    float[] image = new float[SHAPE.size()];
    for (int i = 0; i < image.length; i++) {
      image[i] = (37 * i + 11) % 256 / 255f;
    }
    return image;
  }

  private static double[] numbers(String text) {
    return Arrays.stream(text.trim().split(" ", -1))
        .mapToDouble(Double::parseDouble)
        .toArray();
  }

  @Test
  void agreeInEveryModeAndInterpolation() throws IOException {
    List<String> lines = lines();
    assertEquals(3 * 2 * 4 * (1 + SHAPE.height()), lines.size());
    for (int at = 0; at < lines.size(); at += 1 + SHAPE.height()) {
      String[] head = lines.get(at).split(": ", 2);
      float[] sampled = sample(head[0].split(" ", 3), numbers(head[1]));
      for (int y = 0; y < SHAPE.height(); y++) {
        double[] row = numbers(lines.get(at + 1 + y));
        for (int x = 0; x < row.length; x++) {
          assertEquals(row[x], sampled[y * SHAPE.width() + x], 1e-6, head[0] + " " + x + " " + y);
        }
      }
    }
  }

  private static float[] sample(String[] names, double[] p) {
    AffineMap map =
        AffineMap.about(SHAPE.width(), SHAPE.height(), p[0], p[1], p[2], p[3], p[4], p[5]);
    Interpolation interpolation = Interpolation.valueOf(names[1].toUpperCase(Locale.ROOT));
    FillMode mode = FillMode.valueOf(names[2].toUpperCase(Locale.ROOT));
    return Images.sample(image(), SHAPE, map, interpolation, new Border(mode, 0.25));
  }
}
