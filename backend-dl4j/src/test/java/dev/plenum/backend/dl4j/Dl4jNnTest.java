package dev.plenum.backend.dl4j;

import static dev.plenum.api.network.Activation.RELU;
import static dev.plenum.api.network.Activation.SOFTMAX;
import static dev.plenum.api.network.Padding.SAME;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.Backend;
import dev.plenum.api.Model;
import dev.plenum.api.UnsupportedLayerException;
import dev.plenum.api.data.Batch;
import dev.plenum.api.data.Dataset;
import dev.plenum.api.network.Conv2D;
import dev.plenum.api.network.Dense;
import dev.plenum.api.network.DepthwiseConv2D;
import dev.plenum.api.network.Flatten;
import dev.plenum.api.network.GlobalAveragePooling2D;
import dev.plenum.api.network.LayerSpec;
import dev.plenum.api.network.Network;
import dev.plenum.api.network.SeparableConv2D;
import dev.plenum.api.network.Sequential;
import dev.plenum.api.network.Shape;
import dev.plenum.api.optimizer.Sgd;
import dev.plenum.api.random.Seed;
import dev.plenum.backend.purejava.PureJavaBackend;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the kit leaves out for {@code dl4j-nn}, and what is its own. */
class Dl4jNnTest {
  private static final int IMAGES = 20;
  private static final int STEPS = 5;

  private static Network network(LayerSpec... layers) {
    List<LayerSpec> all = new ArrayList<>(List.of(layers));
    all.add(Flatten.instance());
    all.add(Dense.of(10).activation(SOFTMAX));
    return new Sequential(Shape.of(28, 28, 1), all);
  }

  /** The kit skips them for the sake of depthwise ones. */
  @Test
  void dilatedConvolutionsTrainAsInPureJava() throws IOException {
    Network network = network(
        Conv2D.of(4, 3).padding(SAME).dilation(2).activation(RELU),
        Conv2D.of(3, 3).dilation(3).activation(RELU));
    assertArrayEquals(
        logits(new PureJavaBackend(), network), logits(new Dl4jNnBackend(), network), 1e-4f);
  }

  private static float[] logits(Backend backend, Network network) throws IOException {
    Dataset images = Networks.trainingImages(IMAGES);
    Batch batch = new Batch(images.imageShape(), IMAGES);
    batch.load(images, IntStream.range(0, IMAGES).toArray(), 0, IMAGES);
    float[] logits = new float[10 * IMAGES];
    try (Model model = backend.compile(network, new Sgd(0.05, 0, false), new Seed(3))) {
      for (int step = 0; step < STEPS; step++) {
        model.trainOnBatch(batch, step);
      }
      model.logits(batch.images(), IMAGES, logits);
    }
    return logits;
  }

  static List<LayerSpec> dilated() {
    SeparableConv2D separable = SeparableConv2D.of(4, 3);
    return List.of(
        DepthwiseConv2D.of(3).dilation(2),
        new SeparableConv2D(
            4, separable.window().dilation(1, 2), 1, separable.activation(), separable.kernel()));
  }

  @ParameterizedTest
  @MethodSource("dilated")
  void dilatedDepthwiseConvolutionsAreRefusedByName(LayerSpec layer) {
    Network network = network(layer, GlobalAveragePooling2D.instance());
    UnsupportedLayerException thrown = assertThrows(
        UnsupportedLayerException.class,
        () -> new Dl4jNnBackend().compile(network, Sgd.defaults(), new Seed(1)));
    assertTrue(thrown.toString().contains(layer.namePrefix()), thrown::toString);
    assertTrue(thrown.toString().contains("dl4j-nn"), thrown::toString);
  }

  /** Workspaces belong to it. */
  @Test
  void threadOfAModelEndsWithTheModel() throws InterruptedException {
    List<Thread> before = modelThreads();
    try (Model model =
        new Dl4jNnBackend().compile(Networks.SIMPLE_CONV, Sgd.defaults(), new Seed(1))) {
      assertEquals(before.size() + 1, modelThreads().size());
      assertEquals(10, model.classes());
    }
    List<Thread> after = modelThreads();
    after.removeAll(before);
    for (Thread thread : after) {
      thread.join(10_000);
      assertTrue(!thread.isAlive(), "the thread of a closed model still runs");
    }
  }

  private static List<Thread> modelThreads() {
    return new ArrayList<>(Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("plenum-dl4j-nn"))
        .toList());
  }
}
