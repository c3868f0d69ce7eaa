package dev.plenum.persistence;

import dev.plenum.api.OptimizerState;
import dev.plenum.api.network.Activation;
import dev.plenum.api.network.Conv2D;
import dev.plenum.api.network.Dense;
import dev.plenum.api.network.Dropout;
import dev.plenum.api.network.Flatten;
import dev.plenum.api.network.LayerSpec;
import dev.plenum.api.network.MaxPool2D;
import dev.plenum.api.network.Network;
import dev.plenum.api.network.Padding;
import dev.plenum.api.network.Sequential;
import dev.plenum.api.network.Shape;
import dev.plenum.api.network.Window;
import dev.plenum.api.optimizer.Adam;
import dev.plenum.api.optimizer.OptimizerSpec;
import dev.plenum.api.optimizer.RMSprop;
import dev.plenum.api.optimizer.Sgd;
import dev.plenum.api.random.CounterRandom;
import dev.plenum.api.random.InitialWeights;
import dev.plenum.api.random.Purpose;
import dev.plenum.api.random.Seed;
import dev.plenum.api.tensor.NamedTensors;
import dev.plenum.api.tensor.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Valid networks, optimizers and models drawn from a seed. */
final class Samples {
  private static final Activation[] HIDDEN = {
    Activation.LINEAR, Activation.RELU, Activation.SIGMOID, Activation.TANH
  };

  private final CounterRandom random;
  private long counter;

  Samples(long seed) {
    random = CounterRandom.of(Purpose.GENERATION, new Seed(seed));
  }

  int between(int low, int high) {
    return low + random.below(counter++, high - low + 1);
  }

  double fraction() {
    return random.uniform(counter++);
  }

  Network network() {
    List<LayerSpec> layers = new ArrayList<>();
    for (int i = between(0, 3); i > 0; i--) {
      layers.add(
          switch (between(0, 2)) {
            case 0 -> new Conv2D(between(1, 3), window(Padding.SAME), HIDDEN[between(0, 3)]);
            case 1 -> new MaxPool2D(window(Padding.SAME));
            default -> Dropout.of(fraction());
          });
    }
    layers.add(MaxPool2D.of(1));
    layers.add(Flatten.instance());
    for (int i = between(0, 2); i > 0; i--) {
      layers.add(Dense.of(between(1, 5)).activation(HIDDEN[between(0, 3)]));
    }
    layers.add(
        new Dense(between(1, 4), between(0, 1) == 0 ? Activation.SOFTMAX : Activation.LINEAR));
    return new Sequential(Shape.of(between(4, 9), between(4, 9), between(1, 4)), layers);
  }

  private Window window(Padding padding) {
    return new Window(between(1, 4), between(1, 4), between(1, 3), between(1, 3), padding);
  }

  OptimizerSpec optimizer() {
    return switch (between(0, 2)) {
      case 0 -> new Adam(fraction(), fraction(), fraction(), 1e-7 * fraction());
      case 1 ->
        new RMSprop(fraction(), fraction(), between(0, 1) * fraction(), 1e-7, between(0, 1) == 0);
      default -> new Sgd(fraction(), fraction(), between(0, 1) == 0);
    };
  }

  NamedTensors weights(Network network) {
    return InitialWeights.of(network, new Seed(between(0, 1000)));
  }

  SavedModel model() {
    Network network = network();
    OptimizerSpec optimizer = optimizer();
    return new SavedModel(
        network,
        optimizer,
        weights(network),
        new OptimizerState(between(0, 100_000), fraction(), slots(network, optimizer)),
        Preprocessing.of(network.input(), "bilinear"),
        IntStream.range(0, network.classes()).mapToObj(i -> "class é " + i).toList(),
        JsonObject.empty().with("seed", between(0, 9)));
  }

  NamedTensors slots(Network network, OptimizerSpec optimizer) {
    Map<String, Tensor> slots = new LinkedHashMap<>();
    weights(network).byName().forEach((name, weight) -> {
      for (String slot : optimizer.slots()) {
        float[] values = new float[weight.shape().size()];
        for (int i = 0; i < values.length; i++) {
          values[i] = (float) fraction();
        }
        slots.put(name + "/" + slot, new Tensor(weight.shape(), values));
      }
    });
    return new NamedTensors(slots);
  }

  /** A dense network of two inputs and two classes, trained with SGD with momentum. */
  static SavedModel tiny() {
    Network network = Sequential.of(
        Shape.of(1, 2, 1), Flatten.instance(), Dense.of(2).activation(Activation.SOFTMAX));
    return new SavedModel(
        network,
        Sgd.defaults().momentum(0.5),
        new NamedTensors(Map.of(
            "dense/kernel", new Tensor(Shape.of(2, 2), new float[] {1, -2, 0.5f, 0}),
            "dense/bias", new Tensor(Shape.of(2), new float[] {0.25f, -0.25f}))),
        new OptimizerState(
            3,
            0.005,
            new NamedTensors(Map.of(
                "dense/kernel/u", new Tensor(Shape.of(2, 2), new float[] {1, 2, 3, 4}),
                "dense/bias/u", new Tensor(Shape.of(2), new float[] {5, 6})))),
        Preprocessing.of(network.input(), "bilinear"),
        List.of("cat", "dog"),
        JsonObject.empty().with("seed", 7));
  }
}
