package dev.plenum.ensemble;

import dev.plenum.api.Backend;
import dev.plenum.api.Fit;
import dev.plenum.api.Model;
import dev.plenum.api.data.Dataset;
import dev.plenum.api.network.Activation;
import dev.plenum.api.network.Conv2D;
import dev.plenum.api.network.Dense;
import dev.plenum.api.network.Dropout;
import dev.plenum.api.network.Flatten;
import dev.plenum.api.network.MaxPool2D;
import dev.plenum.api.network.Network;
import dev.plenum.api.network.Padding;
import dev.plenum.api.network.Sequential;
import dev.plenum.api.network.Shape;
import dev.plenum.api.optimizer.Adam;
import dev.plenum.api.random.CounterRandom;
import dev.plenum.api.random.Purpose;
import dev.plenum.api.random.Seed;
import dev.plenum.persistence.JsonObject;
import dev.plenum.persistence.Preprocessing;
import dev.plenum.persistence.SavedModel;
import java.util.List;
import java.util.stream.IntStream;

/** Data and networks that train in no time. */
final class Samples {
  static final int CLASSES = 3;

  private static final Shape IMAGE = Shape.of(6, 6, 1);

  private Samples() {}

  static List<String> classNames(int classes) {
    return IntStream.range(0, classes).mapToObj(i -> "class é " + i).toList();
  }

  /** Noise with two brighter rows, which are those of the class. */
  static Dataset stripes(int images) {
    CounterRandom random = CounterRandom.of(Purpose.GENERATION, new Seed(11));
    byte[] pixels = new byte[images * IMAGE.size()];
    int[] labels = new int[images];
    for (int i = 0; i < images; i++) {
      labels[i] = i % CLASSES;
      for (int p = 0; p < IMAGE.size(); p++) {
        int index = i * IMAGE.size() + p;
        boolean bright = p / 6 / 2 == labels[i];
        pixels[index] = (byte) (random.below(index, 150) + (bright ? 60 : 0));
      }
    }
    return new Dataset(IMAGE, pixels, labels, classNames(CLASSES));
  }

  static Network conv() {
    return Sequential.of(
        IMAGE,
        Conv2D.of(4, 3).padding(Padding.SAME).activation(Activation.RELU),
        MaxPool2D.of(2),
        Flatten.instance(),
        Dropout.of(0.2),
        Dense.of(CLASSES).activation(Activation.SOFTMAX));
  }

  static Network dense() {
    return Sequential.of(
        IMAGE,
        Flatten.instance(),
        Dense.of(8).activation(Activation.RELU),
        Dense.of(CLASSES).activation(Activation.SOFTMAX));
  }

  /** A model after two epochs; the caller closes it. */
  static Model trained(Backend backend, Network network, Seed seed) {
    Model model = backend.compile(network, Adam.defaults(), seed);
    model.fit(stripes(48), Fit.epochs(2).batchSize(7));
    return model;
  }

  static SavedModel saved(Model model) {
    return SavedModel.of(
        model,
        Preprocessing.of(IMAGE, "bilinear"),
        classNames(CLASSES),
        JsonObject.empty().with("seed", model.seed().value()));
  }

  /** Trains a member and forgets the live model. */
  static SavedMember member(Backend backend, Network network, Seed seed) {
    try (Model model = trained(backend, network, seed)) {
      return new SavedMember(saved(model), seed, backend.name());
    }
  }
}
