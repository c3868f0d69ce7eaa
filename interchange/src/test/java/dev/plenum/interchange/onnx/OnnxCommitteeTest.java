package dev.plenum.interchange.onnx;

import static dev.plenum.api.network.Activation.RELU;
import static dev.plenum.api.network.Activation.SOFTMAX;
import static dev.plenum.api.random.Seed.seed;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.SoftmaxCrossEntropy;
import dev.plenum.api.network.Conv2D;
import dev.plenum.api.network.Dense;
import dev.plenum.api.network.Flatten;
import dev.plenum.api.network.Network;
import dev.plenum.api.network.Sequential;
import dev.plenum.api.network.Shape;
import dev.plenum.api.tensor.NamedTensors;
import dev.plenum.api.tensor.Tensor;
import dev.plenum.interchange.Samples;
import dev.plenum.interchange.TrainedNetwork;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How several networks decide together in one graph. */
class OnnxCommitteeTest {
  private static final Shape IMAGE = Shape.of(6, 5, 2);
  private static final int COUNT = 200;

  private static final List<TrainedNetwork> MEMBERS = List.of(
      Samples.trained(
          Sequential.of(
              IMAGE,
              Conv2D.of(4, 3).activation(RELU),
              Flatten.instance(),
              Dense.of(4).activation(SOFTMAX)),
          seed(1)),
      Samples.trained(Sequential.of(IMAGE, Flatten.instance(), Dense.of(4)), seed(2)),
      Samples.trained(
          Sequential.of(IMAGE, Flatten.instance(), Dense.of(9).activation(RELU), Dense.of(4)),
          seed(3)));

  private static final float[] IMAGES = Samples.images(MEMBERS.get(0).network(), COUNT, seed(9));

  private static float[] run(Engine engine, OnnxModel model) {
    return engine.predict(model, IMAGES, COUNT, IMAGE);
  }

  @ParameterizedTest
  @EnumSource
  void theAverageIsThatOfTheMembersProbabilitiesByTheirWeights(Engine engine) {
    float[] expected = new float[COUNT * 4];
    double[] shares = {0.2, 0.3, 0.5};
    for (int m = 0; m < MEMBERS.size(); m++) {
      float[] member = Samples.predict(MEMBERS.get(m), IMAGES, COUNT);
      for (int i = 0; i < expected.length; i++) {
        expected[i] += (float) (shares[m] * member[i]);
      }
    }
    assertArrayEquals(
        expected, run(engine, OnnxModel.weightedAverage(MEMBERS, List.of(2.0, 3.0, 5.0))), 5e-7f);
  }

  @ParameterizedTest
  @EnumSource
  void theGeometricMeanSumsToOneAndSurvivesProbabilitiesTooSmallForAFloat(Engine engine) {
    TrainedNetwork sure = constant(2000, 0, 0, 0);
    TrainedNetwork other = constant(0, 2, 1, 0);
    float[] found = run(engine, OnnxModel.geometricMean(List.of(sure, other)));
    // log p of the first: 0, and ln 2^-149 for the others; of the second: 0, 2, 1, 0 less a
    // constant.
    double smallest = StrictMath.log(Float.MIN_VALUE);
    double[] means = {0, (smallest + 2) / 2, (smallest + 1) / 2, smallest / 2};
    double sum = 0;
    for (double mean : means) {
      sum += StrictMath.exp(mean);
    }
    for (int c = 0; c < 4; c++) {
      assertEquals(StrictMath.exp(means[c]) / sum, found[c], 1e-6);
    }
  }

  @ParameterizedTest
  @EnumSource
  void theVoteGivesSharesAndATieGoesToTheLargerSumOfProbabilities(Engine engine) {
    TrainedNetwork zero = constant(1, 0, 0, 0);
    TrainedNetwork two = constant(0, 0, 3, 0);
    assertArrayEquals(
        new float[] {0.5f, 0, Math.nextUp(0.5f), 0},
        first(engine, OnnxModel.majorityVote(List.of(zero, two))));
    assertArrayEquals(
        new float[] {0.5f, 0, Math.nextUp(0.5f), 0},
        first(engine, OnnxModel.majorityVote(List.of(two, zero))));
    assertArrayEquals(
        new float[] {2 / 3f, 0, 1 / 3f, 0},
        first(engine, OnnxModel.majorityVote(List.of(zero, two, zero))),
        1e-7f);
    assertArrayEquals(
        new float[] {1, 0, 0, 0}, first(engine, OnnxModel.majorityVote(List.of(zero))));
  }

  @ParameterizedTest
  @EnumSource
  void ofEqualScoresTheFirstGetsTheVoteAndOfEqualSumsTheFirstWins(Engine engine) {
    TrainedNetwork oneOrTwo = constant(0, 2, 2, 1);
    TrainedNetwork three = constant(0, 1, 2, 3);
    TrainedNetwork one = constant(0, 3, 2, 1);
    assertArrayEquals(
        new float[] {0, 1, 0, 0}, first(engine, OnnxModel.majorityVote(List.of(oneOrTwo))));
    assertArrayEquals(
        new float[] {0, Math.nextUp(0.5f), 0, 0.5f},
        first(engine, OnnxModel.majorityVote(List.of(three, one))));
  }

  @ParameterizedTest
  @EnumSource
  void committeesTakeAnyNumberOfImagesInBothLayouts(Engine engine) {
    for (OnnxModel model : List.of(
        OnnxModel.weightedAverage(MEMBERS, List.of(1.0, 1.0, 1.0)),
        OnnxModel.geometricMean(MEMBERS),
        OnnxModel.majorityVote(MEMBERS))) {
      float[] all = run(engine, model);
      for (int count : Engine.BATCHES) {
        float[] images = Arrays.copyOf(IMAGES, count * IMAGE.size());
        float[] expected = Arrays.copyOf(all, count * 4);
        assertArrayEquals(expected, engine.predict(model, images, count, IMAGE), 5e-7f);
        assertArrayEquals(
            expected, engine.predictChannelsFirst(model, images, count, IMAGE), 5e-7f);
        assertArrayEquals(
            expected, engine.predict(model.batch(count), images, count, IMAGE), 5e-7f);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void theVoteOfMembersThatDisagreeIsCounted(Engine engine) {
    float[] expected = new float[COUNT * 4];
    float[] sums = new float[COUNT * 4];
    for (TrainedNetwork member : MEMBERS) {
      float[] probabilities = Samples.predict(member, IMAGES, COUNT);
      for (int image = 0; image < COUNT; image++) {
        expected[4 * image + SoftmaxCrossEntropy.argmax(probabilities, 4 * image, 4)] += 1 / 3f;
      }
      for (int i = 0; i < sums.length; i++) {
        sums[i] += probabilities[i];
      }
    }
    float[] found = run(engine, OnnxModel.majorityVote(MEMBERS));
    assertArrayEquals(expected, found, 5e-7f);
    int ties = 0;
    for (int image = 0; image < COUNT; image++) {
      float[] leading = new float[4];
      float most = 0;
      for (int c = 0; c < 4; c++) {
        most = Math.max(most, expected[4 * image + c]);
      }
      for (int c = 0; c < 4; c++) {
        leading[c] = expected[4 * image + c] < most ? 0 : sums[4 * image + c];
      }
      ties += most < 0.5 ? 1 : 0;
      assertEquals(
          SoftmaxCrossEntropy.argmax(leading, 0, 4),
          SoftmaxCrossEntropy.argmax(found, 4 * image, 4));
    }
    assertTrue(ties > 0, "no tie was tried");
  }

  private static float[] first(Engine engine, OnnxModel model) {
    float[] probabilities = Arrays.copyOf(run(engine, model), 4);
    for (int c = 0; c < 4; c++) {
      probabilities[c] += 0; // some engines make −0, which assertions tell from 0
    }
    return probabilities;
  }

  /** A network whose logits are these, whatever the image. */
  private static TrainedNetwork constant(float... logits) {
    Network network = Sequential.of(IMAGE, Flatten.instance(), Dense.of(4));
    Shape kernel = Shape.of(IMAGE.size(), 4);
    return new TrainedNetwork(
        network,
        new NamedTensors(Map.of(
            "dense/kernel", new Tensor(kernel, new float[kernel.size()]),
            "dense/bias", new Tensor(Shape.of(4), logits))));
  }

  @Test
  void networksThatDoNotFitOneAnotherAreRefused() {
    TrainedNetwork other =
        Samples.trained(Sequential.of(IMAGE, Flatten.instance(), Dense.of(3)), seed(1));
    assertThrows(
        IllegalArgumentException.class,
        () -> OnnxModel.majorityVote(List.of(MEMBERS.get(0), other)));
    assertThrows(IllegalArgumentException.class, () -> OnnxModel.geometricMean(List.of()));
    assertThrows(
        IllegalArgumentException.class,
        () -> OnnxModel.weightedAverage(MEMBERS, List.of(1.0, 1.0)));
    assertThrows(
        IllegalArgumentException.class,
        () -> OnnxModel.weightedAverage(MEMBERS, List.of(1.0, -1.0, 1.0)));
  }

  @Test
  void weightsOfAnotherShapeAreRefusedByName() {
    Network network = Sequential.of(IMAGE, Flatten.instance(), Dense.of(3));
    IllegalArgumentException refusal = assertThrows(
        IllegalArgumentException.class,
        () -> new TrainedNetwork(network, MEMBERS.get(1).weights()));
    assertEquals("'dense/kernel' must have the shape (60, 3), found (60, 4)", refusal.getMessage());
  }
}
