package dev.plenum.backend.dl4j.internal.layers;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import dev.plenum.api.network.Padding;
import dev.plenum.api.network.Shape;
import dev.plenum.api.network.Window;
import dev.plenum.backend.dl4j.internal.engine.Device;
import dev.plenum.backend.dl4j.internal.engine.NativeMemory;
import dev.plenum.backend.dl4j.internal.engine.Nd4jRuntime;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.ndarray.INDArray;

class NanPoolingTest {
  private static final int IMAGES = 3;
  private static final Shape SHAPE = Shape.of(7, 9, 2);

  @BeforeAll
  static void start() {
    Nd4jRuntime.start(Device.CPU);
  }

  @ParameterizedTest
  @CsvSource({
    "2,2,2,2,VALID",
    "2,2,2,2,SAME",
    "3,2,1,1,SAME",
    "2,3,3,1,VALID",
    "2,2,3,3,VALID",
    "5,4,2,3,SAME"
  })
  void exactlyTheWindowsWithANanAreNan(
      int height, int width, int strideY, int strideX, Padding padding) {
    Window window = new Window(height, width, strideY, strideX, padding);
    float[] image = images();
    try (NativeMemory memory = new NativeMemory()) {
      INDArray input = memory.zeros(IMAGES, SHAPE.height(), SHAPE.width(), SHAPE.channels());
      INDArray output = memory.zeros(
          IMAGES, window.outputHeight(SHAPE), window.outputWidth(SHAPE), SHAPE.channels());
      NativeMemory.write(image, 0, input);
      Connections connections =
          new Connections(List.of(new Variable(input, null)), new Variable(output, null));
      new MaxPoolRun(connections, window, SHAPE, memory).forward(0);
      assertArrayEquals(expected(image, window), NativeMemory.toArray(output));
    }
  }

  private static float[] images() {
    Random random = new Random(3);
    float[] values = new float[IMAGES * SHAPE.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextInt(30) == 0 ? Float.NaN : (float) random.nextGaussian();
    }
    return values;
  }

  /** {@link Math#max} over each window, cell by cell. */
  private static float[] expected(float[] values, Window window) {
    int height = window.outputHeight(SHAPE);
    int width = window.outputWidth(SHAPE);
    float[] result = new float[IMAGES * height * width * SHAPE.channels()];
    for (int i = 0; i < result.length; i++) {
      int channel = i % SHAPE.channels();
      int left = i / SHAPE.channels() % width * window.strideX() - window.left(SHAPE);
      int top = i / SHAPE.channels() / width % height * window.strideY() - window.top(SHAPE);
      int image = i / (height * width * SHAPE.channels());
      result[i] = Float.NEGATIVE_INFINITY;
      for (int y = Math.max(0, top); y < Math.min(SHAPE.height(), top + window.height()); y++) {
        for (int x = Math.max(0, left); x < Math.min(SHAPE.width(), left + window.width()); x++) {
          int index = ((image * SHAPE.height() + y) * SHAPE.width() + x) * SHAPE.channels();
          result[i] = Math.max(result[i], values[index + channel]);
        }
      }
    }
    return result;
  }
}
