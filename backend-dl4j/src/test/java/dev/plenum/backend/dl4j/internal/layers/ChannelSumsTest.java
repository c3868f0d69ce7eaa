package dev.plenum.backend.dl4j.internal.layers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plenum.backend.dl4j.internal.engine.Device;
import dev.plenum.backend.dl4j.internal.engine.NativeMemory;
import dev.plenum.backend.dl4j.internal.engine.Nd4jRuntime;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;

class ChannelSumsTest {
  private static final int CHANNELS = 16;

  /** Of the sum; one long sum of numbers of single precision was off by 5e-6. */
  private static final double TOLERANCE = 2e-6;

  @BeforeAll
  static void start() {
    Nd4jRuntime.start(Device.CPU);
  }

  @Test
  void sumsOfImages() {
    assertSums(86, 28, 28, CHANNELS);
  }

  @Test
  void sumsOfASingleRow() {
    assertSums(1, 1, 300, CHANNELS);
  }

  @Test
  void sumsOfFlatValues() {
    assertSums(300, CHANNELS);
  }

  private static void assertSums(long... shape) {
    try (NativeMemory memory = new NativeMemory()) {
      INDArray array = memory.zeros(shape);
      INDArray sums = memory.zeros(CHANNELS);
      Random random = new Random(5);
      float[] values = new float[(int) array.length()];
      double[] expected = new double[CHANNELS];
      for (int i = 0; i < values.length; i++) {
        values[i] = (float) (random.nextGaussian() + 5);
        expected[i % CHANNELS] += values[i];
      }
      NativeMemory.write(values, 0, array);
      new ChannelSums(shape, memory).of(array, sums).forEach(Runnable::run);
      float[] actual = NativeMemory.toArray(sums);
      for (int channel = 0; channel < CHANNELS; channel++) {
        assertEquals(expected[channel], actual[channel], TOLERANCE * expected[channel]);
      }
    }
  }
}
