package dev.plenum.api.network;

import static dev.plenum.api.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SequentialTest {
  private static final Shape IMAGE = Shape.of(8, 8, 1);
  private static final Dense CLASSES = Dense.of(10).activation(Activation.SOFTMAX);

  @Test
  void layersAreNamedAndCountedAsInKeras() {
    List<String> names = ReferenceNetworks.deepConv().placedLayers().stream()
        .map(PlacedLayer::name)
        .toList();
    assertEquals(
        List.of(
            "conv2d",
            "conv2d_1",
            "max_pooling2d",
            "dropout",
            "conv2d_2",
            "conv2d_3",
            "max_pooling2d_1",
            "flatten",
            "dense",
            "dropout_1",
            "dense_1"),
        names);
  }

  @Test
  void eachLayerTakesWhatTheOneBeforeGives() {
    List<PlacedLayer> layers = ReferenceNetworks.simpleConv().placedLayers();
    assertEquals(Shape.of(28, 28, 1), layers.get(0).input());
    for (int i = 1; i < layers.size(); i++) {
      assertEquals(i, layers.get(i).index());
      assertEquals(layers.get(i - 1).output(), layers.get(i).input());
    }
    assertEquals(Shape.of(10), layers.get(layers.size() - 1).output());
  }

  @Test
  void parametersAreNamedAfterTheirLayer() {
    PlacedLayer second = ReferenceNetworks.simpleConv().placedLayers().get(1);
    assertEquals("conv2d_1/kernel", second.parameterName(second.parameters().get(0)));
    assertEquals("conv2d_1/bias", second.parameterName(second.parameters().get(1)));
  }

  @Test
  void itsParametersAreThoseOfItsLayers() {
    assertEquals(128_924, ReferenceNetworks.simpleConv().parameterCount());
    assertEquals(535_818, ReferenceNetworks.dense().parameterCount());
    assertEquals(887_530, ReferenceNetworks.deepConv().parameterCount());
  }

  @Test
  void theLastLayerCountsTheClasses() {
    assertEquals(3, Sequential.of(IMAGE, Flatten.instance(), Dense.of(3)).classes());
  }

  @Test
  void isNotChangedThroughTheListItWasMadeFrom() {
    List<LayerSpec> layers = new ArrayList<>(List.of(Flatten.instance(), CLASSES));
    Sequential network = new Sequential(IMAGE, layers);
    layers.clear();
    assertEquals(Sequential.of(IMAGE, Flatten.instance(), CLASSES), network);
  }

  @Test
  void aLayerThatDoesNotFitIsRefusedWithItsNameAndBothShapes() {
    assertRefused(
        InvalidNetworkException.class,
        () -> Sequential.of(IMAGE, Conv2D.of(4, 3), Conv2D.of(4, 7), Flatten.instance(), CLASSES),
        "layer 2",
        "'conv2d_1'",
        "(7, 7, 4)",
        "(6, 6, 4)");
    assertRefused(
        InvalidNetworkException.class,
        () -> Sequential.of(IMAGE, Conv2D.of(4, 3), CLASSES),
        "layer 2",
        "'dense'",
        "(n)",
        "(6, 6, 4)");
    assertRefused(
        InvalidNetworkException.class,
        () -> Sequential.of(IMAGE, Flatten.instance(), MaxPool2D.of(2), CLASSES),
        "layer 2",
        "'max_pooling2d'",
        "(height, width, channels)",
        "(64)");
  }

  @Test
  void aLayerTooLargeForAnArrayIsRefusedByName() {
    assertRefused(
        InvalidNetworkException.class,
        () -> Sequential.of(Shape.of(1000, 1000, 1), Flatten.instance(), Dense.of(3000), CLASSES),
        "layer 2",
        "'dense'",
        "2^31 - 1");
  }

  @Test
  void theInputMustBeAnImage() {
    assertRefused(
        InvalidNetworkException.class,
        () -> Sequential.of(Shape.of(784), CLASSES),
        "(height, width, channels)",
        "(784)");
  }

  @ParameterizedTest
  @EnumSource(names = {"SOFTMAX", "LINEAR"})
  void mayEndInADenseLayerWithSoftmaxOrLinear(Activation ending) {
    Dense last = Dense.of(2).activation(ending);
    assertEquals(last, Sequential.of(IMAGE, Flatten.instance(), last).layers().get(1));
  }

  @ParameterizedTest
  @EnumSource(names = {"RELU", "SIGMOID", "TANH"})
  void otherActivationsAtTheEndAreRefusedByName(Activation ending) {
    assertRefused(
        InvalidNetworkException.class,
        () -> Sequential.of(IMAGE, Flatten.instance(), Dense.of(2).activation(ending)),
        "ends in Dense with " + ending);
  }

  @Test
  void otherLayersAtTheEndAreRefusedByName() {
    assertRefused(() -> Sequential.of(IMAGE, Flatten.instance()), "ends in Flatten");
    assertRefused(
        () -> Sequential.of(IMAGE, Flatten.instance(), CLASSES, Dropout.of(0.5)), "softmax");
    assertRefused(
        () -> Sequential.of(IMAGE, Flatten.instance(), Dense.of(2), Dropout.of(0.5)),
        "ends in Dropout");
    assertRefused(() -> Sequential.of(IMAGE, Conv2D.of(1, 3)), "ends in Conv2D");
    assertRefused(() -> Sequential.of(IMAGE), "no layers");
  }

  @Test
  void softmaxBeforeTheEndIsRefusedWithItsPlace() {
    assertRefused(
        InvalidNetworkException.class,
        () -> Sequential.of(IMAGE, Flatten.instance(), CLASSES, CLASSES),
        "layer 2",
        "Dense",
        "softmax");
  }
}
