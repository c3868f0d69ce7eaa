package dev.plenum.backend.purejava;

import static dev.plenum.api.network.Activation.RELU;
import static dev.plenum.api.network.Activation.SIGMOID;
import static dev.plenum.api.network.Activation.SOFTMAX;
import static dev.plenum.api.network.Activation.TANH;
import static dev.plenum.api.network.Padding.SAME;

import dev.plenum.api.Fit;
import dev.plenum.api.Model;
import dev.plenum.api.data.Dataset;
import dev.plenum.api.network.Conv2D;
import dev.plenum.api.network.Dense;
import dev.plenum.api.network.Dropout;
import dev.plenum.api.network.Flatten;
import dev.plenum.api.network.MaxPool2D;
import dev.plenum.api.network.Network;
import dev.plenum.api.network.Sequential;
import dev.plenum.api.network.Shape;
import dev.plenum.api.optimizer.Adam;
import dev.plenum.api.random.CounterRandom;
import dev.plenum.api.random.Purpose;
import dev.plenum.api.random.Seed;
import java.util.List;
import java.util.Map;

/**
 * A short training that uses every kind of layer and activation. Its weights' digest is known; run as
 * a program it prints the digest, so that tests can try other JVMs and flags.
 */
final class SampleTraining {
  /** What every JVM, processor, kernel and number of threads must come to. */
  static final String DIGEST = "ec2f270f4945e65646b68dd1f1b8d7ef82ddc35bf27cbd0ba3f84f9d1500a4f6";

  private static final Shape IMAGE = Shape.of(11, 13, 3);

  private SampleTraining() {}

  /** Arguments: threads, kernels. */
  public static void main(String[] args) {
    System.out.println(digest(args[0], args[1]));
  }

  static String digest(String threads, String kernels) {
    try (Model model = new PureJavaBackend()
        .withSettings(Map.of("threads", threads, "kernels", kernels))
        .compile(network(), Adam.defaults(), new Seed(7))) {
      model.fit(images(), Fit.epochs(2).batchSize(17));
      return model.weights().sha256();
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
