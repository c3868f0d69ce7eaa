package dev.plenum.backend.purejava;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import dev.plenum.api.Model;
import dev.plenum.api.network.Shape;
import dev.plenum.api.optimizer.Adam;
import dev.plenum.api.random.Seed;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PredictionTest {
  private static final Shape IMAGE = Shape.of(11, 13, 3);
  private static final int CLASSES = 4;
  /** More than are predicted at a time. */
  private static final int COUNT = 150;

  /** In the sample, values before the first dense layer are read before it, behind it, and both. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5})
  void anImageAloneIsPredictedAsInABatchThatSeveralThreadsShare(int threads) {
    float[] images = new float[COUNT * IMAGE.size()];
    Random random = new Random(3);
    for (int i = 0; i < images.length; i++) {
      images[i] = random.nextFloat();
    }
    float[] together = new float[COUNT * CLASSES];
    try (Model model = model(threads)) {
      model.logits(images, COUNT, together);
    }
    try (Model model = model(1)) {
      float[] alone = new float[CLASSES];
      for (int image = 0; image < COUNT; image++) {
        int start = image * IMAGE.size();
        model.logits(Arrays.copyOfRange(images, start, start + IMAGE.size()), 1, alone);
        assertArrayEquals(
            alone,
            Arrays.copyOfRange(together, image * CLASSES, (image + 1) * CLASSES),
            "image " + image);
      }
    }
  }

  private static Model model(int threads) {
    return new PureJavaBackend()
        .withSettings(Map.of("threads", String.valueOf(threads)))
        .compile(GraphSample.network(IMAGE), Adam.defaults(), new Seed(7));
  }
}
