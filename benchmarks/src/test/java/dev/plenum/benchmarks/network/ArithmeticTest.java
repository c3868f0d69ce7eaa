package dev.plenum.benchmarks.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plenum.api.network.PlacedLayer;
import dev.plenum.api.network.Sequential;
import org.junit.jupiter.api.Test;

class ArithmeticTest {
  private static Sequential network(String name) {
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
}
