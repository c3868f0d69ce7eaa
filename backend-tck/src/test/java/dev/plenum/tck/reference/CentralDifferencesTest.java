package dev.plenum.tck.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.Loss;
import dev.plenum.api.network.Conv2D;
import dev.plenum.api.network.Dropout;
import dev.plenum.api.network.MaxPool2D;
import dev.plenum.api.network.Network;
import dev.plenum.api.network.Operation;
import dev.plenum.api.network.Window;
import dev.plenum.api.optimizer.Sgd;
import dev.plenum.api.random.CounterRandom;
import dev.plenum.api.random.Purpose;
import dev.plenum.api.random.Seed;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The reference's gradients against (loss(w + h) − loss(w − h)) / 2h. */
class CentralDifferencesTest {
  private static final int NETWORKS = 300;
  /**
   * Tiny, since a larger one crosses the kinks of ReLU and max-pooling; rounding of the loss at 1e-16
   * then leaves errors of some 1e-8, which batch normalisation of alike values makes larger.
   */
  private static final double H = 1e-8;

  private static final double ALLOWED = 2e-6;
  private static final double MARGIN = 1e-6;
  private static final int IMAGES = 3;
  private static final long STEP = 5;
  private static final int ELEMENTS_PER_PARAMETER = 20;

  @Test
  void gradientsOfManyLinearNetworksAreTheDifferenceQuotients() {
    assertGradients(RandomNetworks::linear);
  }

  @Test
  void gradientsOfManyNetworksOfAllKindsAreTheDifferenceQuotients() {
    assertGradients(RandomNetworks::draw);
  }

  /** Half of the layers are frozen. */
  @Test
  void gradientsOfManyPartlyFrozenNetworksAreTheDifferenceQuotients() {
    assertGradients(CentralDifferencesTest::partlyFrozen);
  }

  private static Network partlyFrozen(Seed seed) {
    Network network = RandomNetworks.draw(seed);
    CounterRandom random = CounterRandom.of(Purpose.GENERATION, seed, 80);
    return network.withFrozen(IntStream.range(0, network.placedLayers().size())
        .filter(i -> random.below(i, 2) == 0)
        .boxed()
        .collect(Collectors.toSet()));
  }

  private static void assertGradients(Function<Seed, Network> draw) {
    int checked = 0;
    for (long number = 0; number < NETWORKS; number++) {
      Seed seed = new Seed(number);
      checked += checkNetwork(draw.apply(seed), seed) ? 1 : 0;
    }
    assertTrue(checked > NETWORKS * 0.9, checked + " networks kept away from kinks");
  }

  private static boolean checkNetwork(Network network, Seed seed) {
    CounterRandom random = CounterRandom.of(Purpose.GENERATION, seed, 78);
    ReferenceNetwork reference =
        new ReferenceNetwork(network, Sgd.defaults(), new Loss(0.25 * (seed.value() % 3)), seed);
    // Random biases too: of zero ones, a mistake would not show.
    reference.parameterValues().forEach((name, values) -> {
      double low = name.endsWith("/moving_variance") ? 0.5 : -0.6;
      for (int i = 0; i < values.length; i++) {
        values[i] = random.at(name.hashCode()).uniform(i, low, low + 1.2);
      }
    });
    double[] images = new double[IMAGES * network.input().size()];
    Arrays.setAll(images, i -> random.at(1).uniform(i, 0, 1));
    int[] labels = new int[IMAGES];
    Arrays.setAll(labels, i -> random.at(2).below(i, network.classes()));
    ReferenceBatch batch = new ReferenceBatch(images, labels)
        .weighted(IntStream.range(0, IMAGES).mapToDouble(n -> 0.5 * n).toArray())
        .mixed(new int[] {0, 1, 0}, 0, 0.3, 0.7);
    if (reference.kinkMargin(batch, STEP) < MARGIN) {
      return false;
    }
    reference.gradients(batch, STEP).forEach((name, gradient) -> {
      double[] values = reference.parameterValues().getOrDefault(name, new double[0]);
      for (int i : sample(random, values.length)) {
        assertEquals(
            gradient[i],
            quotient(reference, values, i, batch),
            ALLOWED * Math.max(1, Math.abs(gradient[i])),
            () -> String.format(Locale.ROOT, "%s[%d] of %s, seed %s", name, i, network, seed));
      }
    });
    return true;
  }

  private static double quotient(
      ReferenceNetwork reference, double[] values, int i, ReferenceBatch batch) {
    double value = values[i];
    values[i] = value + H;
    double above = reference.loss(batch, STEP);
    values[i] = value - H;
    double below = reference.loss(batch, STEP);
    values[i] = value;
    return (above - below) / (2 * H);
  }

  private static int[] sample(CounterRandom random, int size) {
    return Arrays.stream(random.at(3).permutation(size))
        .limit(ELEMENTS_PER_PARAMETER)
        .toArray();
  }

  @Test
  void linearNetworksHaveEveryKindOfWindow() {
    Set<String> seen = new TreeSet<>();
    for (long seed = 0; seed < NETWORKS; seed++) {
      Network network = RandomNetworks.linear(new Seed(seed));
      seen.add(network.input().channels() + " channels");
      network.placedLayers().forEach(layer -> addFeatures(layer.spec(), seen));
    }
    for (int k = 1; k <= 7; k++) {
      assertSeen(seen, "kernel height " + k, "kernel width " + k);
    }
    for (int k = 1; k <= 4; k++) {
      assertSeen(seen, "pool height " + k, "pool width " + k);
    }
    for (String kind : new String[] {"kernel", "pool"}) {
      for (int y = 1; y <= 3; y++) {
        for (int x = 1; x <= 3; x++) {
          assertSeen(seen, kind + " strides " + y + " " + x + " same");
          assertSeen(seen, kind + " strides " + y + " " + x + " valid");
        }
      }
    }
    for (String layer : new String[] {"Conv2D", "Dense"}) {
      for (String activation : new String[] {"linear", "relu", "sigmoid", "tanh"}) {
        assertSeen(seen, layer + " " + activation);
      }
    }
    assertSeen(seen, "1 channels", "3 channels", "Dense softmax", "dropout");
  }

  private static void addFeatures(Operation layer, Set<String> seen) {
    seen.add(layer.type() + " " + layer.activation());
    if (layer instanceof Conv2D conv) {
      addFeatures("kernel", conv.window(), seen);
    } else if (layer instanceof MaxPool2D pool) {
      addFeatures("pool", pool.window(), seen);
    } else if (layer instanceof Dropout dropout && dropout.rate() > 0) {
      seen.add("dropout");
    }
  }

  private static void addFeatures(String kind, Window window, Set<String> seen) {
    seen.add(kind + " height " + window.height());
    seen.add(kind + " width " + window.width());
    seen.add(
        kind + " strides " + window.strideY() + " " + window.strideX() + " " + window.padding());
  }

  private static void assertSeen(Set<String> seen, String... features) {
    for (String feature : features) {
      assertTrue(seen.contains(feature), () -> "no network with " + feature);
    }
  }
}
