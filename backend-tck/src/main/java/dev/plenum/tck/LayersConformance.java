package dev.plenum.tck;

import static dev.plenum.api.network.Activation.RELU;
import static dev.plenum.api.network.Activation.SOFTMAX;
import static dev.plenum.api.network.Padding.SAME;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.plenum.api.Layer;
import dev.plenum.api.Model;
import dev.plenum.api.network.Conv2D;
import dev.plenum.api.network.Dense;
import dev.plenum.api.network.Dropout;
import dev.plenum.api.network.Flatten;
import dev.plenum.api.network.MaxPool2D;
import dev.plenum.api.network.Network;
import dev.plenum.api.network.PlacedLayer;
import dev.plenum.api.network.Sequential;
import dev.plenum.api.network.Shape;
import dev.plenum.api.optimizer.Adam;
import dev.plenum.api.random.InitialWeights;
import dev.plenum.api.random.Seed;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A fresh model: its layers, shapes, parameter counts and initial weights. */
abstract class LayersConformance extends ConformanceGroup {
  private static final Network NETWORK = Sequential.of(
      Shape.of(9, 7, 3),
      Conv2D.of(6, 5, 3).padding(SAME).activation(RELU),
      Conv2D.of(4, 3).strides(2),
      MaxPool2D.of(2),
      Dropout.of(0.2),
      Flatten.instance(),
      Dense.of(11).activation(RELU),
      Dense.of(10).activation(SOFTMAX));

  LayersConformance(BackendConformance kit) {
    super(kit);
  }

  @Test
  void modelSaysWhatItWasMadeFrom() {
    try (Model model = compile(NETWORK, Adam.defaults())) {
      assertEquals(NETWORK, model.network());
      assertEquals(SEED, model.seed());
      assertEquals(Shape.of(9, 7, 3), model.inputShape());
      assertEquals(10, model.classes());
      assertEquals(Adam.defaults(), model.optimizer().spec());
      assertEquals(0.001, model.optimizer().learningRate());
      assertEquals(0, model.optimizer().iterations());
    }
  }

  @Test
  void layersHaveKerasNamesShapesAndParameterCounts() {
    try (Model model = compile(NETWORK, Adam.defaults())) {
      List<Layer> layers = model.layers();
      assertEquals(
          List.of("conv2d", "conv2d_1", "max_pooling2d", "dropout", "flatten", "dense", "dense_1"),
          layers.stream().map(Layer::name).toList());
      assertEquals(
          List.of("(9, 7, 6)", "(4, 3, 4)", "(2, 1, 4)", "(2, 1, 4)", "(8)", "(11)", "(10)"),
          layers.stream().map(layer -> layer.outputShape().toString()).toList());
      assertEquals(
          List.of(276L, 220L, 0L, 0L, 0L, 99L, 120L),
          layers.stream().map(Layer::parameterCount).toList());
    }
  }

  @Test
  void layersShowTheirOwnPartOfTheWeights() {
    try (Model model = compile(NETWORK, Adam.defaults())) {
      for (Layer layer : model.layers()) {
        PlacedLayer placement = NETWORK.placedLayers().get(layer.placement().index());
        assertEquals(placement, layer.placement());
        assertEquals(
            placement.parameters().stream().map(placement::parameterName).toList(),
            layer.weights().names());
        layer.weights().byName().forEach((name, tensor) -> {
          assertEquals(model.weights().get(name).shape(), tensor.shape());
          assertArrayEquals(model.weights().get(name).toArray(), tensor.toArray());
        });
      }
    }
  }

  @Test
  void initialWeightsFollowFromTheSeedInEveryBit() {
    try (Model model = compile(NETWORK, Adam.defaults())) {
      assertEquals(InitialWeights.of(NETWORK, SEED).names(), model.weights().names());
      assertEquals(InitialWeights.of(NETWORK, SEED).sha256(), model.weights().sha256());
    }
  }

  @Test
  void anotherSeedGivesOtherWeights() {
    try (Model one = compile(NETWORK, Adam.defaults(), new Seed(1));
        Model other = compile(NETWORK, Adam.defaults(), new Seed(2))) {
      assertNotEquals(one.weights().sha256(), other.weights().sha256());
    }
  }
}
