package dev.plenum.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.network.InvalidNetworkException;
import dev.plenum.api.network.Network;
import dev.plenum.api.network.PlacedLayer;
import dev.plenum.api.network.Shape;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The parameter counts of the first three are those that the reference experiment printed. Those of the
 * others are worked out here from what the networks are said to be.
 */
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

  @Test
  void earlyPoolHasTwoConvolutionsAndAHiddenLayerOverFiveByFivePixels() {
    assertEquals(
        List.of(624L, 6_944L, 205_056L, 2_570L), parametersByLayer(BuiltInNetwork.EARLY_POOL));
  }

  /** Three pools make 3 × 3 pixels of 28 × 28. */
  @Test
  void vggSHasFiveConvolutionsAndADenseLayer() {
    assertEquals(
        List.of(240L, 5_208L, 10_416L, 20_784L, 41_568L, dense(3 * 3 * 96, 10)),
        parametersByLayer(BuiltInNetwork.VGG_S));
  }

  @Test
  void theNetworksOfTheLargeCommitteeHaveSixConvolutionsAndFive() {
    assertEquals(
        List.of(832L, 9_248L, 18_496L, 36_928L, 55_392L, 83_040L, dense(3 * 3 * 96, 10)),
        parametersByLayer(BuiltInNetwork.VGG_M));
    assertEquals(
        List.of(832L, 18_496L, 36_928L, 73_856L, 147_584L, dense(3 * 3 * 128, 10)),
        parametersByLayer(BuiltInNetwork.EARLY_POOL_M));
  }

  /** Without bias, since a batch normalisation follows, which has four values for each channel. */
  private static long normalised(int kernelSize, int in, int out) {
    return (long) kernelSize * kernelSize * in * out + 4L * out;
  }

  private static long dense(int in, int out) {
    return (long) in * out + out;
  }

  private static long basicBlock(int in, int out) {
    return normalised(3, in, out)
        + normalised(3, out, out)
        + (in == out ? 0 : normalised(1, in, out));
  }

  @Test
  void resnetsHaveAConvolutionThreeGroupsOfBlocksAndADenseLayer() {
    long first = normalised(3, 1, 16)
        + basicBlock(16, 16)
        + basicBlock(16, 32)
        + basicBlock(32, 64)
        + dense(64, 10);
    long more = 2 * (basicBlock(16, 16) + basicBlock(32, 32) + basicBlock(64, 64));
    assertEquals(78_426, first);
    assertEquals(first, BuiltInNetwork.RESNET_8.network(MNIST, 10).parameterCount());
    assertEquals(first + more, BuiltInNetwork.RESNET_20.network(MNIST, 10).parameterCount());
  }

  /** Two pools make 7 × 7 pixels of 28 × 28. */
  @Test
  void vggBnHasFourConvolutionsAndADenseLayerOverAllPixels() {
    long expected = normalised(3, 1, 32)
        + normalised(3, 32, 32)
        + normalised(3, 32, 64)
        + normalised(3, 64, 64)
        + dense(7 * 7 * 64, 10);
    assertEquals(expected, BuiltInNetwork.VGG_BN.network(MNIST, 10).parameterCount());
  }

  /** A depthwise 3 × 3 kernel is one of as many outputs as channels, from one channel each. */
  @Test
  void mobilenetHasAConvolutionFourSeparableOnesAndADenseLayer() {
    long expected = normalised(3, 1, 16)
        + (normalised(3, 1, 16) + normalised(1, 16, 32))
        + (normalised(3, 1, 32) + normalised(1, 32, 64))
        + (normalised(3, 1, 64) + normalised(1, 64, 64))
        + (normalised(3, 1, 64) + normalised(1, 64, 128))
        + dense(128, 10);
    assertEquals(expected, BuiltInNetwork.MOBILENET_S.network(MNIST, 10).parameterCount());
  }

  @Test
  void seNetHasTwoConvolutionsWithTwoDenseLayersBesideEachAndADenseLayer() {
    long expected = normalised(3, 1, 32)
        + (dense(32, 4) + dense(4, 32))
        + normalised(3, 32, 64)
        + (dense(64, 8) + dense(8, 64))
        + dense(64, 10);
    assertEquals(expected, BuiltInNetwork.SE_NET.network(MNIST, 10).parameterCount());
  }

  /** Moving mean and variance: two of the four values of each normalised channel. */
  @Test
  void theStatisticsAreNotTrainable() {
    Network network = BuiltInNetwork.VGG_BN.network(MNIST, 10);
    assertEquals(2 * (32 + 32 + 64 + 64), network.parameterCount() - network.trainableCount());
  }

  @ParameterizedTest
  @CsvSource({
    "RESNET_8, 7, 7, 64",
    "RESNET_20, 7, 7, 64",
    "MOBILENET_S, 7, 7, 128",
    "SE_NET, 14, 14, 64"
  })
  void whatIsPooledAtTheEndHasFewerPixelsAndMoreChannels(
      BuiltInNetwork network, int height, int width, int channels) {
    List<PlacedLayer> layers = network.network(MNIST, 10).placedLayers();
    assertEquals(
        Shape.of(height, width, channels), layers.get(layers.size() - 2).input());
  }

  @Test
  void networksAreFoundByTheirNames() {
    for (BuiltInNetwork network : BuiltInNetwork.values()) {
      assertEquals(Optional.of(network), BuiltInNetwork.named(network.displayName()));
    }
    assertEquals(Optional.empty(), BuiltInNetwork.named("resnet-9"));
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
