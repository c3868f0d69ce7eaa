package dev.plenum.backend.dl4j;

import static dev.plenum.api.network.Activation.RELU;
import static dev.plenum.api.network.Activation.SOFTMAX;
import static dev.plenum.api.network.Padding.SAME;

import dev.plenum.api.data.Dataset;
import dev.plenum.api.network.Conv2D;
import dev.plenum.api.network.Dense;
import dev.plenum.api.network.Dropout;
import dev.plenum.api.network.Flatten;
import dev.plenum.api.network.MaxPool2D;
import dev.plenum.api.network.Network;
import dev.plenum.api.network.Sequential;
import dev.plenum.api.network.Shape;
import dev.plenum.datasets.Datasets;
import java.io.IOException;

/** What the tests of whole trainings train. */
final class Networks {
  /** Large enough that ND4J computes with several threads. */
  static final Network SIMPLE_CONV = Sequential.of(
      Shape.of(28, 28, 1),
      Conv2D.of(10, 5).padding(SAME).activation(RELU),
      Conv2D.of(10, 5).padding(SAME).activation(RELU),
      MaxPool2D.of(2),
      Flatten.instance(),
      Dense.of(64).activation(RELU),
      Dropout.of(0.2),
      Dense.of(10).activation(SOFTMAX));

  static final int BATCH_SIZE = 86;

  private Networks() {}

  static Dataset trainingImages(int count) throws IOException {
    return Datasets.digits().load().train().first(count);
  }

  static Dataset testImages() throws IOException {
    return Datasets.digits().load().test();
  }
}
