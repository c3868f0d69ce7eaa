package dev.plenum.backend.purejava.internal.layers;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.network.Padding;
import dev.plenum.api.network.Shape;
import dev.plenum.api.network.Window;
import dev.plenum.backend.purejava.internal.kernels.Kernels;
import dev.plenum.backend.purejava.internal.memory.FeatureMaps;
import dev.plenum.backend.purejava.internal.memory.Parameter;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WinogradKernelGradientTest {
  private static final int IMAGES = 3;

  private final Random random = new Random(10);

  @ParameterizedTest(name = "{0}x{0} {1}, {2}x{3} pixels, {4} to {5} channels")
  @CsvSource({
    "3, SAME, 7, 9, 17, 19",
    "3, SAME, 8, 8, 16, 32",
    "3, VALID, 9, 8, 35, 18",
    "3, VALID, 28, 27, 20, 33",
    "5, SAME, 7, 10, 18, 17",
    "5, SAME, 1, 1, 16, 16",
    "5, VALID, 5, 6, 33, 40",
    "5, VALID, 14, 13, 24, 20",
  })
  void agreesWithTheDirectGradient(
      int kernelSize, Padding padding, int height, int width, int channels, int outputs) {
    Window window = new Window(kernelSize, kernelSize, 1, 1, padding);
    for (Kernels kernels : new Kernels[] {Kernels.scalar(), Kernels.vector()}) {
      try (Workers workers = new Workers(1, kernels)) {
        Case each = new Case(window, Shape.of(height, width, channels), outputs, workers);
        assertTrue(
            WinogradKernelGradient.suits(each.convolution.geometry(), each.input, each.kernel));
        each.run(new ConvKernelGradient(each.convolution, each.input, each.gradient, workers));
        float[] kernel = each.kernel.gradient().clone();
        float[] bias = each.bias.gradient().clone();
        each.run(new WinogradKernelGradient(each.convolution, each.input, each.gradient, workers));
        assertArrayEquals(kernel, each.kernel.gradient(), 1e-5f * largest(kernel));
        assertArrayEquals(bias, each.bias.gradient(), 1e-5f * largest(bias));
        assertEquals(0, sumOfPadding(each.kernel), "what lies between the rows");
      }
    }
  }

  private static float largest(float[] values) {
    float largest = 0;
    for (float value : values) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }

  private static double sumOfPadding(Parameter kernel) {
    double sum = 0;
    for (int row = 0; row < kernel.rows(); row++) {
      for (int i = kernel.columns(); i < kernel.stride(); i++) {
        sum += Math.abs(kernel.gradient()[row * kernel.stride() + i]);
      }
    }
    return sum;
  }

  private final class Case {
    private final FeatureMaps input;
    private final FeatureMaps gradient;
    private final Parameter kernel;
    private final Parameter bias;
    private final ConvForward convolution;

    Case(Window window, Shape shape, int outputs, Workers workers) {
      ConvGeometry geometry = ConvGeometry.of(window, shape);
      Shape output = Shape.of(geometry.rows(), geometry.columns(), outputs);
      input = maps(new FeatureMaps(shape, Convolution.border(geometry, shape), IMAGES), shape);
      gradient = maps(
          new FeatureMaps(output, ConvDataGradient.border(geometry, shape, output), IMAGES),
          output);
      Shape kernelShape = Shape.of(window.height(), window.width(), shape.channels(), outputs);
      kernel = new Parameter("kernel", kernelShape, outputs, 0);
      bias = new Parameter("bias", Shape.of(outputs), outputs, 0);
      kernel.makeGradient();
      bias.makeGradient();
      convolution =
          new ConvForward(geometry, input, kernel, bias, ActivationFunction.LINEAR, workers);
    }

    private FeatureMaps maps(FeatureMaps maps, Shape shape) {
      for (int image = 0; image < IMAGES; image++) {
        float[] values = new float[shape.size()];
        for (int i = 0; i < values.length; i++) {
          values[i] = (float) random.nextGaussian();
        }
        maps.copyImage(image, values, 0);
      }
      return maps;
    }

    /** Two images in one slot, the third in another. */
    void run(KernelGradient sums) {
      sums.clear(0);
      sums.clear(1);
      sums.add(0, 0, 0, 0);
      sums.add(1, 1, 0, 0);
      sums.finish(0, 0);
      sums.add(2, 2, 1, 0);
      sums.finish(1, 0);
      sums.addSlots(2);
    }
  }
}
