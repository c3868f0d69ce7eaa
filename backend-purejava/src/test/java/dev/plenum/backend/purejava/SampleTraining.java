package dev.plenum.backend.purejava;

import static dev.plenum.api.network.Activation.RELU;
import static dev.plenum.api.network.Activation.SIGMOID;
import static dev.plenum.api.network.Activation.SOFTMAX;
import static dev.plenum.api.network.Activation.TANH;
import static dev.plenum.api.network.Padding.SAME;

import dev.plenum.api.Fit;
import dev.plenum.api.Model;
import dev.plenum.api.data.Dataset;
import dev.plenum.api.data.Mixup;
import dev.plenum.api.network.Conv2D;
import dev.plenum.api.network.Dense;
import dev.plenum.api.network.Dropout;
import dev.plenum.api.network.Flatten;
import dev.plenum.api.network.MaxPool2D;
import dev.plenum.api.network.Network;
import dev.plenum.api.network.Sequential;
import dev.plenum.api.network.Shape;
import dev.plenum.api.optimizer.Adam;
import dev.plenum.api.optimizer.AdamW;
import dev.plenum.api.optimizer.Clipping;
import dev.plenum.api.optimizer.OptimizerSpec;
import dev.plenum.api.optimizer.UpdateOptions;
import dev.plenum.api.random.CounterRandom;
import dev.plenum.api.random.Purpose;
import dev.plenum.api.random.Seed;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Three short trainings: of layers in a line, of a {@link GraphSample}, and of mixed images. The digests of their weights are
 * known, and the hash codes of what they then predict; run as a program it prints them, so that tests can
 * try other JVMs and flags.
 */
final class SampleTraining {
  /** What every JVM, processor, kernel and number of threads must come to. */
  static final String DIGEST =
      "904739324762cb6f34d0ec725f67fd34b36a8475c7ead9d421fabc4b6c9d9c4d/d4d0e7b8"
          + " 8ab46e31d8bf9277538d370fdd8e1a3b4ae2ccd2d948790a063e6ef4f360cd9c/af3c7de2"
          + " 384366e0c1b5cec53ff82ba40a9dde350be6d53e65e0c88d0a10d0fa37fc464c/a0d2ef5b";

  private static final Shape IMAGE = Shape.of(11, 13, 3);

  private SampleTraining() {}

  /** Arguments: threads, kernels. */
  public static void main(String[] args) {
    System.out.println(digest(args[0], args[1]));
  }

  static String digest(String threads, String kernels) {
    OptimizerSpec withOptions = AdamW.defaults()
        .options(UpdateOptions.NONE
            .weightDecay(0.01, "bias")
            .clipping(Clipping.Kind.GLOBAL_NORM, 0.5)
            .ema(0.9));
    Fit fit = Fit.epochs(2).batchSize(17);
    return digest(network(), Adam.defaults(), fit, threads, kernels)
        + " "
        + digest(GraphSample.network(IMAGE), withOptions, fit, threads, kernels)
        + " "
        + digest(network(), Adam.defaults(), fit.mixup(new Mixup(0.4)), threads, kernels);
  }

  static String digest(
      Network network, OptimizerSpec optimizer, Fit fit, String threads, String kernels) {
    try (Model model = new PureJavaBackend()
        .withSettings(Map.of("threads", threads, "kernels", kernels))
        .compile(network, optimizer, new Seed(7))) {
      model.fit(images(), fit);
      float[] logits = new float[images().size() * 4];
      float[] images = new float[images().size() * IMAGE.size()];
      for (int i = 0; i < images().size(); i++) {
        images().copyImage(i, images, i * IMAGE.size());
      }
      model.logits(images, images().size(), logits);
      return model.weights().sha256() + "/" + Integer.toHexString(Arrays.hashCode(logits));
    }
  }

  static Network network() {
    return Sequential.of(
        IMAGE,
        Conv2D.of(18, 5).padding(SAME).activation(RELU),
        Conv2D.of(20, 5).padding(SAME).activation(RELU),
        MaxPool2D.of(3).strides(2).padding(SAME),
        Conv2D.of(17, 3).activation(TANH),
        Conv2D.of(33, 3, 2).strides(2, 1).activation(TANH),
        MaxPool2D.of(2).strides(1).padding(SAME),
        Dropout.of(0.25),
        Conv2D.of(7, 2).strides(2).padding(SAME).activation(SIGMOID),
        Flatten.instance(),
        Dense.of(65).activation(RELU),
        Dropout.of(0.5),
        Dense.of(4).activation(SOFTMAX));
  }

  static Dataset images() {
    int count = 60;
    CounterRandom random = CounterRandom.of(Purpose.GENERATION, new Seed(1));
    byte[] pixels = new byte[count * IMAGE.size()];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) random.bits(i);
    }
    int[] labels = new int[count];
    for (int i = 0; i < count; i++) {
      labels[i] = i % 4;
    }
    return new Dataset(IMAGE, pixels, labels, List.of("a", "b", "c", "d"));
  }
}
