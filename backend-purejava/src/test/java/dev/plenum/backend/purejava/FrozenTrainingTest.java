package dev.plenum.backend.purejava;

import static dev.plenum.api.network.Activation.RELU;
import static dev.plenum.api.network.Activation.SOFTMAX;
import static dev.plenum.api.network.Padding.SAME;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.plenum.api.Fit;
import dev.plenum.api.Model;
import dev.plenum.api.data.ImageTransform;
import dev.plenum.api.network.Add;
import dev.plenum.api.network.BatchNormalization;
import dev.plenum.api.network.Conv2D;
import dev.plenum.api.network.Dense;
import dev.plenum.api.network.Dropout;
import dev.plenum.api.network.GlobalAveragePooling2D;
import dev.plenum.api.network.Graph;
import dev.plenum.api.network.MaxPool2D;
import dev.plenum.api.network.Network;
import dev.plenum.api.network.Shape;
import dev.plenum.api.network.Value;
import dev.plenum.api.optimizer.Adam;
import dev.plenum.api.random.InitialWeights;
import dev.plenum.api.random.Seed;
import dev.plenum.api.tensor.NamedTensors;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Trainings of a head on frozen features, which are kept from epoch to epoch where images are not augmented. */
class FrozenTrainingTest {
  private static final ImageTransform IDENTITY = (source, target, offset, shape, random) ->
      System.arraycopy(source, 0, target, offset, shape.size());
  /** Without a remainder: a training with augmentation would leave it out. */
  private static final Fit KEEPING =
      Fit.epochs(3).batchSize(SampleTraining.images().size() / 4);

  private static final Fit COMPUTING = KEEPING.augmentation(IDENTITY);

  private static Network network() {
    Network network = Graph.of(Shape.of(11, 13, 3), images -> {
      Value stem = images.then(
          Conv2D.of(17, 3).padding(SAME).bias(false), BatchNormalization.defaults(), RELU.layer());
      Value inner = stem.then(Conv2D.of(17, 3).padding(SAME).activation(RELU));
      return Add.of(stem, inner)
          .then(
              MaxPool2D.of(2),
              Dropout.of(0.3),
              GlobalAveragePooling2D.instance(),
              Dense.of(4).activation(SOFTMAX));
    });
    return network.freeze(List.of("conv2d", "batch_normalization", "conv2d_1"));
  }

  private static Model model(String threads) {
    return new PureJavaBackend()
        .withSettings(Map.of("threads", threads))
        .compile(network(), Adam.defaults(), new Seed(7));
  }

  private static NamedTensors trained(Fit fit, String threads) {
    try (Model model = model(threads)) {
      model.fit(SampleTraining.images(), fit);
      return model.weights();
    }
  }

  /** Trains, sets the weights of another seed, and trains on. */
  private static NamedTensors trainedOnOtherWeights(Fit fit) {
    try (Model model = model("2")) {
      model.fit(SampleTraining.images(), fit);
      model.setWeights(InitialWeights.of(network(), new Seed(8)));
      model.fit(SampleTraining.images(), fit);
      return model.weights();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "3"})
  void keptFeaturesGiveTheBitsOfComputedOnes(String threads) {
    assertEquals(trained(COMPUTING, "2").sha256(), trained(KEEPING, threads).sha256());
  }

  @Test
  void onlyTheHeadLearns() {
    NamedTensors initial = InitialWeights.of(network(), new Seed(7));
    NamedTensors weights = trained(KEEPING, "2");
    for (String name : initial.names()) {
      if (name.startsWith("dense/")) {
        assertNotEquals(initial.get(name), weights.get(name), name);
      } else {
        assertEquals(initial.get(name), weights.get(name), name);
      }
    }
  }

  @Test
  void otherWeightsOfTheFeaturesCountFromThenOn() {
    assertEquals(
        trainedOnOtherWeights(COMPUTING).sha256(),
        trainedOnOtherWeights(KEEPING).sha256());
  }
}
