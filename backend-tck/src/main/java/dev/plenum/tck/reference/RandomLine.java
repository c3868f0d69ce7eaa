package dev.plenum.tck.reference;

import dev.plenum.api.network.Activation;
import dev.plenum.api.network.Conv2D;
import dev.plenum.api.network.Dense;
import dev.plenum.api.network.Dropout;
import dev.plenum.api.network.Flatten;
import dev.plenum.api.network.LayerSpec;
import dev.plenum.api.network.MaxPool2D;
import dev.plenum.api.network.Network;
import dev.plenum.api.network.Sequential;
import dev.plenum.api.network.Shape;
import java.util.ArrayList;
import java.util.List;

/** Draws what {@link RandomNetworks#linear} promises. */
final class RandomLine {
  private static final List<Activation> ACTIVATIONS =
      List.of(Activation.LINEAR, Activation.RELU, Activation.SIGMOID, Activation.TANH);

  private final Draw draw;

  RandomLine(Draw draw) {
    this.draw = draw;
  }

  Network network() {
    Shape input = draw.image();
    List<LayerSpec> layers = new ArrayList<>();
    Shape shape = input;
    for (int i = draw.between(1, 3); i > 0; i--) {
      LayerSpec layer = imageLayer(shape);
      layers.add(layer);
      shape = layer.outputShape(shape);
    }
    layers.add(Flatten.instance());
    if (draw.between(0, 1) == 1) {
      layers.add(Dense.of(draw.between(1, 6)).activation(draw.of(ACTIVATIONS)));
      layers.add(Dropout.of(0.1 * draw.between(0, 6)));
    }
    layers.add(Dense.of(draw.between(2, 4))
        .activation(draw.coin() ? Activation.SOFTMAX : Activation.LINEAR));
    return new Sequential(input, layers);
  }

  private LayerSpec imageLayer(Shape input) {
    return switch (draw.between(0, 5)) {
      case 0 -> Dropout.of(0.1 * draw.between(1, 6));
      case 1, 2 -> new MaxPool2D(draw.window(input, 4));
      default -> new Conv2D(draw.between(1, 4), draw.window(input, 7), draw.of(ACTIVATIONS));
    };
  }
}
