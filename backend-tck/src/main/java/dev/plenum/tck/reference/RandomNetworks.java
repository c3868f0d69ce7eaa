package dev.plenum.tck.reference;

import dev.plenum.api.network.Activation;
import dev.plenum.api.network.Conv2D;
import dev.plenum.api.network.Dense;
import dev.plenum.api.network.Dropout;
import dev.plenum.api.network.Flatten;
import dev.plenum.api.network.LayerSpec;
import dev.plenum.api.network.MaxPool2D;
import dev.plenum.api.network.Padding;
import dev.plenum.api.network.Network;
import dev.plenum.api.network.Sequential;
import dev.plenum.api.network.Shape;
import dev.plenum.api.network.Window;
import dev.plenum.api.random.CounterRandom;
import dev.plenum.api.random.Purpose;
import dev.plenum.api.random.Seed;
import java.util.ArrayList;
import java.util.List;

/** Draws networks of every kind of layer, with odd sizes. */
public final class RandomNetworks {
  private static final List<Activation> ACTIVATIONS =
      List.of(Activation.LINEAR, Activation.RELU, Activation.SIGMOID, Activation.TANH);

  private final CounterRandom random;
  private long drawn;

  private RandomNetworks(Seed seed) {
    random = CounterRandom.of(Purpose.GENERATION, seed, 77);
  }

  /** The network of that seed: small, and valid. */
  public static Network draw(Seed seed) {
    return new RandomNetworks(seed).network();
  }

  private Network network() {
    Shape input = Shape.of(between(3, 9), between(3, 9), between(0, 1) == 0 ? 1 : 3);
    List<LayerSpec> layers = new ArrayList<>();
    Shape shape = input;
    for (int i = between(1, 3); i > 0; i--) {
      LayerSpec layer = imageLayer(shape);
      layers.add(layer);
      shape = layer.outputShape(shape);
    }
    layers.add(Flatten.instance());
    if (between(0, 1) == 1) {
      layers.add(Dense.of(between(1, 6)).activation(activation()));
      layers.add(Dropout.of(0.1 * between(0, 6)));
    }
    layers.add(Dense.of(between(2, 4))
        .activation(between(0, 1) == 0 ? Activation.SOFTMAX : Activation.LINEAR));
    return new Sequential(input, layers);
  }

  private LayerSpec imageLayer(Shape input) {
    return switch (between(0, 5)) {
      case 0 -> Dropout.of(0.1 * between(1, 6));
      case 1, 2 -> new MaxPool2D(window(input, 4));
      default -> new Conv2D(between(1, 4), window(input, 7), activation());
    };
  }

  /** One that fits into the image, where padding does not make it fit. */
  private Window window(Shape input, int largest) {
    boolean valid = between(0, 1) == 0;
    return new Window(
        between(1, valid ? Math.min(largest, input.height()) : largest),
        between(1, valid ? Math.min(largest, input.width()) : largest),
        between(1, 3),
        between(1, 3),
        valid ? Padding.VALID : Padding.SAME);
  }

  private Activation activation() {
    return ACTIVATIONS.get(between(0, ACTIVATIONS.size() - 1));
  }

  private int between(int low, int high) {
    return low + random.below(drawn++, high - low + 1);
  }
}
