package dev.plenum.tck.reference;

import static dev.plenum.api.network.Activation.RELU;
import static dev.plenum.api.network.Activation.SIGMOID;
import static dev.plenum.api.network.Activation.TANH;
import static dev.plenum.api.network.Padding.SAME;
import static dev.plenum.api.network.Padding.VALID;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plenum.api.network.Conv2D;
import dev.plenum.api.network.Dense;
import dev.plenum.api.network.Flatten;
import dev.plenum.api.network.MaxPool2D;
import dev.plenum.api.network.Network;
import dev.plenum.api.network.Sequential;
import dev.plenum.api.network.Shape;
import dev.plenum.api.network.Window;
import dev.plenum.api.optimizer.Sgd;
import dev.plenum.api.random.Seed;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Numbers that Keras 3.15.1 (on JAX, float64) gave for the same networks. Element i of parameter k = 1, 2, …
 * is ((7 i + 3 k) mod 11 − 5) / 10, pixel i is ((5 i + 1) mod 13) / 13; two images, labels 2 and 0.
 */
class KerasNetworkTest {
  private static final double PRECISION = 1e-12;

  /** Σ g_i and Σ (i + 1) · g_i of a parameter's gradient. */
  private record Sums(double plain, double weighted) {}

  @Test
  void evenKernelUnequalStridesAndAPaddedOverlappingPool() {
    Network network = Sequential.of(
        Shape.of(7, 8, 2),
        Conv2D.of(3, 4, 3).strides(2, 3).padding(SAME),
        new MaxPool2D(new Window(3, 2, 2, 2, SAME)),
        Flatten.instance(),
        Dense.of(3));
    assertKeras(
        network,
        new double[] {
          0.08307692307692294, -0.05846153846153862, -0.18307692307692322,
          0.08615384615384603, -0.17384615384615382, -0.002307692307692316
        },
        1.1114929569888534,
        List.of(
            new Sums(2.3460327203877265, 68.749609251839),
            new Sums(0.024043960904508888, -0.2910000922222843),
            new Sums(0, -0.5630415126018269),
            new Sums(0, -0.06010990226127222)));
  }

  @Test
  void rectangularValidKernelOverlappingPoolAndTwoDenseLayers() {
    Network network = Sequential.of(
        Shape.of(6, 7, 1),
        Conv2D.of(2, 2, 5).activation(TANH),
        new MaxPool2D(new Window(2, 2, 1, 1, VALID)),
        Flatten.instance(),
        Dense.of(4).activation(RELU),
        Dense.of(3));
    assertKeras(
        network,
        new double[] {
          0.0742124421431738, 0.1144688946420655, 0.5628937789284131,
          0.06759654486203348, 0.1310086378449163, 0.5662017275689832
        },
        1.0616949246328973,
        List.of(
            new Sums(-0.5287528280429343, -6.9971024940462865),
            new Sums(-0.13165797479837493, -0.3497169413181953),
            new Sums(0.5605615114427333, 16.652717717537865),
            new Sums(0.18285476515650564, 0.3657095303130113),
            new Sums(0, 0.12816296609556643),
            new Sums(0, 0.17289919378599491)));
  }

  @Test
  void evenSameKernelThenAStridedOne() {
    Network network = Sequential.of(
        Shape.of(5, 4, 3),
        Conv2D.of(2, 2).padding(SAME).activation(SIGMOID),
        Conv2D.of(2, 3).strides(2).padding(SAME),
        Flatten.instance(),
        Dense.of(3));
    assertKeras(
        network,
        new double[] {
          0.20437972988562453, 0.06004340386846874, 0.35327379313941754,
          0.37087662825788215, 0.009281463864396267, 0.3308541124890329
        },
        0.9678593281234594,
        List.of(
            new Sums(-0.2025020297427989, -2.6294259101060637),
            new Sums(-0.012613031245565988, -0.07507231262232841),
            new Sums(-0.3878983103301982, 18.142434766444687),
            new Sums(-0.14787451834756263, -0.15170357136537155),
            new Sums(0, 0.08305159009421303),
            new Sums(0, 0.01914526508904446)));
  }

  private static void assertKeras(
      Network network, double[] logits, double loss, List<Sums> gradients) {
    ReferenceNetwork reference = new ReferenceNetwork(network, Sgd.defaults(), new Seed(1));
    int k = 1;
    for (double[] values : reference.parameterValues().values()) {
      for (int i = 0; i < values.length; i++) {
        values[i] = ((7 * i + 3 * k) % 11 - 5) / 10.0;
      }
      k++;
    }
    double[] images = new double[2 * network.input().size()];
    for (int i = 0; i < images.length; i++) {
      images[i] = (5 * i + 1) % 13 / 13.0;
    }
    assertArrayEquals(logits, reference.logits(images, 2), PRECISION);
    ReferenceBatch batch = new ReferenceBatch(images, 2, 0);
    assertEquals(loss, reference.loss(batch, 0), PRECISION);
    assertGradients(gradients, reference.gradients(batch, 0));
  }

  private static void assertGradients(List<Sums> expected, Map<String, double[]> actual) {
    assertEquals(expected.size(), actual.size());
    int k = 0;
    for (Map.Entry<String, double[]> entry : actual.entrySet()) {
      double plain = 0;
      double weighted = 0;
      for (int i = 0; i < entry.getValue().length; i++) {
        plain += entry.getValue()[i];
        weighted += (i + 1) * entry.getValue()[i];
      }
      assertEquals(expected.get(k).plain(), plain, PRECISION, entry.getKey());
      assertEquals(expected.get(k).weighted(), weighted, 100 * PRECISION, entry.getKey());
      k++;
    }
  }
}
