package dev.plenum.backend.purejava;

import static dev.plenum.api.network.Activation.RELU;
import static dev.plenum.api.network.Activation.SOFTMAX;
import static dev.plenum.api.network.Activation.TANH;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import dev.plenum.api.Model;
import dev.plenum.api.network.Add;
import dev.plenum.api.network.Concatenate;
import dev.plenum.api.network.Conv2D;
import dev.plenum.api.network.Dense;
import dev.plenum.api.network.GlobalAveragePooling2D;
import dev.plenum.api.network.Graph;
import dev.plenum.api.network.Network;
import dev.plenum.api.network.Shape;
import dev.plenum.api.network.Value;
import dev.plenum.api.optimizer.Adam;
import dev.plenum.api.random.Seed;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PredictionTest {
  private static final Shape IMAGE = Shape.of(11, 13, 3);
  private static final int CLASSES = 4;
  /** More than are predicted at a time. */
  private static final int COUNT = 150;

  private static Stream<Network> networks() {
    return Stream.of(
        SampleTraining.network(), GraphSample.network(IMAGE), vectorsOfSeveralReaders());
  }

  /** One vector is read before the first dense layer, by it, and behind it. */
  private static Network vectorsOfSeveralReaders() {
    return Graph.of(IMAGE, images -> {
      Value features =
          images.then(Conv2D.of(9, 3).activation(RELU), GlobalAveragePooling2D.instance());
      Value before = features.then(TANH.layer());
      Value behind = Add.of(features, features.then(Dense.of(9).activation(RELU)));
      return Concatenate.of(before, behind).then(Dense.of(CLASSES).activation(SOFTMAX));
    });
  }

  @ParameterizedTest
  @MethodSource("networks")
  void anImageAloneIsPredictedAsInABatchThatSeveralThreadsShare(Network network) {
    float[] images = new float[COUNT * IMAGE.size()];
    Random random = new Random(3);
    for (int i = 0; i < images.length; i++) {
      images[i] = random.nextFloat();
    }
    float[] together = new float[COUNT * CLASSES];
    try (Model model = model(network, 5)) {
      model.logits(images, COUNT, together);
    }
    try (Model model = model(network, 1)) {
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

  private static Model model(Network network, int threads) {
    return new PureJavaBackend()
        .withSettings(Map.of("threads", String.valueOf(threads)))
        .compile(network, Adam.defaults(), new Seed(7));
  }
}
