package dev.plenum.backend.purejava;

import static dev.plenum.api.network.Activation.RELU;
import static dev.plenum.api.network.Activation.SOFTMAX;
import static dev.plenum.api.network.Padding.SAME;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import dev.plenum.api.Fit;
import dev.plenum.api.Model;
import dev.plenum.api.data.Dataset;
import dev.plenum.api.network.Conv2D;
import dev.plenum.api.network.Dense;
import dev.plenum.api.network.Flatten;
import dev.plenum.api.network.Network;
import dev.plenum.api.network.Sequential;
import dev.plenum.api.network.Shape;
import dev.plenum.api.optimizer.Sgd;
import dev.plenum.api.random.Seed;
import dev.plenum.api.tensor.NamedTensors;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Kernels so large that a batch is cut into fewer slots, here 12 instead of 16. */
class LargeKernelTest {
  private static final Shape IMAGE = Shape.of(4, 4, 1);
  private static final byte[] PIXELS = {0, 9, 99, -1, 3, 50, 20, 7, -9, -99, 1, 0, 80, 40, -20, 5};
  private static final int COPIES = 20;

  private static final Network NETWORK = Sequential.of(
      IMAGE,
      Conv2D.of(384, 3).padding(SAME).activation(RELU),
      Conv2D.of(384, 3).padding(SAME).activation(RELU),
      Flatten.instance(),
      Dense.of(3).activation(SOFTMAX));

  @Test
  void theMeanGradientOfCopiesIsThatOfTheImage() {
    NamedTensors one = weightsAfterTwoSteps(1);
    NamedTensors copies = weightsAfterTwoSteps(COPIES);
    for (String name : one.names()) {
      assertArrayEquals(one.get(name).toArray(), copies.get(name).toArray(), 1e-5f, name);
    }
  }

  private static NamedTensors weightsAfterTwoSteps(int copies) {
    byte[] pixels = new byte[copies * PIXELS.length];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = PIXELS[i % PIXELS.length];
    }
    Dataset images = new Dataset(IMAGE, pixels, new int[copies], List.of("a", "b", "c"));
    try (Model model = new PureJavaBackend()
        .withSettings(Map.of("threads", "2"))
        .compile(NETWORK, Sgd.defaults(), new Seed(7))) {
      model.fit(images, Fit.epochs(2).batchSize(COPIES));
      return model.weights();
    }
  }
}
