package dev.plenum.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.network.InvalidNetworkException;
import dev.plenum.api.network.Network;
import dev.plenum.api.network.PlacedLayer;
import dev.plenum.api.network.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The parameter counts are those that the reference experiment printed. */
class BuiltInNetworkTest {
  private static final Shape MNIST = Shape.of(28, 28, 1);

  private static List<Long> parametersByLayer(BuiltInNetwork network) {
    return network.network(MNIST, 10).placedLayers().stream()
        .map(PlacedLayer::parameterCount)
        .filter(count -> count > 0)
        .toList();
  }

  @Test
  void simpleConvHasTheExperimentsParameters() {
    assertEquals(
        List.of(260L, 2_510L, 125_504L, 650L), parametersByLayer(BuiltInNetwork.SIMPLE_CONV));
    assertEquals(128_924, BuiltInNetwork.SIMPLE_CONV.network(MNIST, 10).parameterCount());
  }

  @Test
  void denseHasTheExperimentsParameters() {
    assertEquals(List.of(401_920L, 131_328L, 2_570L), parametersByLayer(BuiltInNetwork.DENSE));
    assertEquals(535_818, BuiltInNetwork.DENSE.network(MNIST, 10).parameterCount());
  }

  @Test
  void deepConvHasTheExperimentsParameters() {
    assertEquals(
        List.of(832L, 25_632L, 18_496L, 36_928L, 803_072L, 2_570L),
        parametersByLayer(BuiltInNetwork.DEEP_CONV));
    assertEquals(887_530, BuiltInNetwork.DEEP_CONV.network(MNIST, 10).parameterCount());
  }

  @ParameterizedTest
  @EnumSource
  void everyNetworkTakesColourImagesOfOddSizesAndOtherNumbersOfClasses(BuiltInNetwork network) {
    Network made = network.network(Shape.of(31, 17, 3), 4);
    assertEquals(Shape.of(31, 17, 3), made.input());
    assertEquals(4, made.classes());
  }

  @Test
  void anImageThatIsTooSmallIsRefusedByTheLayerThatCannotTakeIt() {
    String e = Thrown.message(
        InvalidNetworkException.class,
        () -> BuiltInNetwork.DEEP_CONV.network(Shape.of(3, 3, 1), 10));
    assertTrue(e.contains("max_pooling2d_1"), e);
    assertTrue(e.contains("(1, 1, 64)"), e);
  }
}
