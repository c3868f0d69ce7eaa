package dev.plenum.interchange.onnx;

import static dev.plenum.api.network.Activation.LINEAR;
import static dev.plenum.api.network.Activation.RELU;
import static dev.plenum.api.network.Activation.SIGMOID;
import static dev.plenum.api.network.Activation.SOFTMAX;
import static dev.plenum.api.network.Activation.TANH;
import static dev.plenum.api.network.Padding.SAME;
import static dev.plenum.api.random.Seed.seed;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

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
import dev.plenum.api.optimizer.Sgd;
import dev.plenum.interchange.Samples;
import dev.plenum.interchange.TrainedNetwork;
import dev.plenum.tck.reference.RandomNetworks;
import dev.plenum.tck.reference.ReferenceNetwork;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Exported networks give in others' engines what they give here. */
class OnnxEnginesTest {
  private static final Shape GREY = Shape.of(28, 28, 1);
  private static final Shape RGB = Shape.of(20, 24, 3);

  /** Random weights make larger sums, and so larger errors, than trained ones: these stay within 5e-7. */
  private static final float TOLERANCE = 1e-6f;

  /** Of both layouts, with each number of images at once. */
  private static void assertSamePredictions(Engine engine, Network network, long seed) {
    TrainedNetwork trained = Samples.trained(network, seed(seed));
    OnnxModel model = OnnxModel.of(trained);
    for (int count : Engine.BATCHES) {
      float[] images = Samples.images(network, count, seed(seed));
      float[] expected = Samples.predict(trained, images, count);
      String what = count + " images, " + network;
      assertArrayEquals(
          expected, engine.predict(model, images, count, network.input()), TOLERANCE, what);
      assertArrayEquals(
          expected,
          engine.predictChannelsFirst(model, images, count, network.input()),
          TOLERANCE,
          what);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aNetworkOfDenseLayers(Engine engine) {
    for (Shape image : new Shape[] {GREY, RGB}) {
      assertSamePredictions(
          engine,
          Sequential.of(
              image,
              Flatten.instance(),
              Dense.of(512).activation(RELU),
              Dropout.of(0.2),
              Dense.of(256).activation(RELU),
              Dense.of(10).activation(SOFTMAX)),
          3);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aNetworkOfConvolutions(Engine engine) {
    for (Shape image : new Shape[] {GREY, RGB}) {
      assertSamePredictions(
          engine,
          Sequential.of(
              image,
              Conv2D.of(10, 5).padding(SAME).activation(RELU),
              Conv2D.of(10, 3).padding(SAME).activation(RELU),
              MaxPool2D.of(2),
              Dropout.of(0.25),
              Conv2D.of(12, 3).padding(SAME).activation(RELU),
              MaxPool2D.of(2),
              Flatten.instance(),
              Dense.of(64).activation(RELU),
              Dropout.of(0.2),
              Dense.of(10).activation(SOFTMAX)),
          4);
    }
  }

  @ParameterizedTest
  @EnumSource
  void networksWithEveryActivation(Engine engine) {
    for (Activation activation : new Activation[] {LINEAR, RELU, SIGMOID, TANH}) {
      assertSamePredictions(
          engine,
          Sequential.of(
              Shape.of(8, 9, 3),
              Conv2D.of(4, 3).activation(activation),
              Flatten.instance(),
              Dense.of(12).activation(activation),
              Dense.of(10)),
          5);
    }
  }

  @ParameterizedTest
  @EnumSource
  void networksWithEvenKernelsUnequalStridesAndImagesThatAreNotSquare(Engine engine) {
    for (Padding padding : Padding.values()) {
      assertSamePredictions(
          engine,
          Sequential.of(
              Shape.of(13, 15, 3),
              Conv2D.of(5, 4, 2).strides(1, 2).padding(padding).activation(TANH),
              MaxPool2D.of(3).strides(2).padding(padding),
              Conv2D.of(4, 2, 3).strides(3, 1).padding(padding).activation(SIGMOID),
              Flatten.instance(),
              Dense.of(7)),
          6);
    }
  }

  @ParameterizedTest
  @EnumSource
  void randomNetworksOfEveryKindOfLayer(Engine engine) {
    for (long seed = 0; seed < 60; seed++) {
      assertSamePredictions(engine, RandomNetworks.linear(seed(seed)), seed);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aModelForAFixedNumberOfImages(Engine engine) {
    Network network = RandomNetworks.linear(seed(8));
    TrainedNetwork trained = Samples.trained(network, seed(8));
    for (int count : Engine.BATCHES) {
      float[] images = Samples.images(network, count, seed(8));
      assertArrayEquals(
          Samples.predict(trained, images, count),
          engine.predict(OnnxModel.of(trained).batch(count), images, count, network.input()),
          TOLERANCE);
    }
  }

  /** By the kit's reference, in double precision. */
  @ParameterizedTest
  @EnumSource
  void theProbabilitiesAreTheReferenceNetworksToo(Engine engine) {
    Network network = Sequential.of(
        Shape.of(9, 8, 3),
        Conv2D.of(5, 3).padding(SAME).activation(RELU),
        MaxPool2D.of(2),
        Flatten.instance(),
        Dense.of(6).activation(SOFTMAX));
    TrainedNetwork trained = Samples.trained(network, seed(9));
    float[] images = Samples.images(network, 7, seed(9));
    ReferenceNetwork reference = new ReferenceNetwork(network, Sgd.defaults(), seed(1));
    reference.setWeights(trained.weights());
    double[] logits = reference.logits(
        IntStream.range(0, images.length).mapToDouble(i -> images[i]).toArray(), 7);
    float[] found = engine.predict(OnnxModel.of(trained), images, 7, network.input());
    for (int image = 0; image < 7; image++) {
      double[] exponentials =
          Arrays.stream(logits, 6 * image, 6 * image + 6).map(StrictMath::exp).toArray();
      double sum = Arrays.stream(exponentials).sum();
      for (int c = 0; c < 6; c++) {
        assertEquals(exponentials[c] / sum, found[6 * image + c], TOLERANCE);
      }
    }
  }
}
