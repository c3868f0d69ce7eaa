package dev.plenum.benchmarks.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plenum.api.network.Activation;
import dev.plenum.api.network.Conv2D;
import dev.plenum.api.network.Dense;
import dev.plenum.api.network.Dropout;
import dev.plenum.api.network.Flatten;
import dev.plenum.api.network.LayerSpec;
import dev.plenum.api.network.MaxPool2D;
import dev.plenum.api.network.Network;
import dev.plenum.api.network.PlacedLayer;
import dev.plenum.api.network.SeparableConv2D;
import dev.plenum.api.network.Sequential;
import dev.plenum.api.network.Shape;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ArithmeticTest {
  private static Network network(String name) {
    return MeasuredNetwork.named(name).network();
  }

  @Test
  void deepConvTrainsOnAnImageWith96MillionMultiplyAdds() {
    assertEquals(96_395_776, Arithmetic.training(network("deep-conv")));
  }

  @Test
  void simpleConvTrainsOnAnImageWithSixAndAHalfMillionMultiplyAdds() {
    assertEquals(6_650_240, Arithmetic.training(network("simple-conv")));
  }

  @Test
  void theFirstDenseLayerBehindFlattenNeedsNoGradientOfItsInput() {
    assertEquals(2 * 784 * 512 + 3 * (512 * 256 + 256 * 10), Arithmetic.training(network("dense")));
  }

  @Test
  void aStridedConvolutionIsCountedByItsOutputs() {
    PlacedLayer second = network("colour-strided").placedLayers().get(1);
    assertEquals(8 * 8 * 64 * 25 * 32, Arithmetic.forward(second));
    assertEquals(
        2 * Arithmetic.forward(second), Arithmetic.backward(network("colour-strided"), second));
  }

  @Test
  void poolsAndFlattenCountAsNothing() {
    PlacedLayer pool = network("colour-3x3").placedLayers().get(1);
    assertEquals(0, Arithmetic.forward(pool));
  }

  @Test
  void everyKindOfLayerIsCounted() {
    Set<Class<?>> known = new HashSet<>(Arithmetic.FREE);
    known.addAll(Arithmetic.COUNTED);
    assertEquals(
        Stream.of(LayerSpec.class.getPermittedSubclasses())
            .flatMap(ArithmeticTest::kinds)
            .collect(Collectors.toSet()),
        known);
    assertEquals(4L * 4 * 3 * 9 + 4 * 4 * 5 * 3, Arithmetic.forward(separable()));
  }

  private static Stream<Class<?>> kinds(Class<?> type) {
    return type.isSealed()
        ? Stream.of(type.getPermittedSubclasses()).flatMap(ArithmeticTest::kinds)
        : Stream.of(type);
  }

  private static PlacedLayer separable() {
    return Sequential.of(
            Shape.of(6, 6, 3),
            SeparableConv2D.of(5, 3),
            Flatten.instance(),
            Dense.of(2).activation(Activation.SOFTMAX))
        .placedLayers()
        .get(0);
  }

  @Test
  void whatMultipliesNothingCountsAsNothing() {
    Network network = Sequential.of(
        Shape.of(6, 6, 2),
        Conv2D.of(3, 3),
        MaxPool2D.of(2),
        Dropout.of(0.5),
        Flatten.instance(),
        Dense.of(5).activation(Activation.SOFTMAX));
    assertEquals(
        List.of(4L * 4 * 3 * 9 * 2, 0L, 0L, 0L, 12L * 5),
        network.placedLayers().stream().map(Arithmetic::forward).toList());
  }
}
