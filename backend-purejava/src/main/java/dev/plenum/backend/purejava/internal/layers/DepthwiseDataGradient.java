package dev.plenum.backend.purejava.internal.layers;

import dev.plenum.api.network.Shape;
import dev.plenum.backend.purejava.internal.kernels.Elementwise;
import dev.plenum.backend.purejava.internal.memory.Border;
import dev.plenum.backend.purejava.internal.memory.FeatureMaps;
import dev.plenum.backend.purejava.internal.memory.Parameter;
import java.util.Arrays;

/**
 * The gradient of a depthwise convolution's input. With stride 1 it is a sum over the taps in reverse of
 * the output's gradient, surrounded by zeros; with other strides each window adds its taps to a copy with
 * a border that they may hang into.
 */
final class DepthwiseDataGradient {
  private final WindowMaps windows;
  private final Parameter kernel;
  private final Elementwise elementwise;
  private final int outputs;
  private final boolean gathers;
  /** For each worker the gradient of the input. */
  private final FeatureMaps result;
  /** For each worker the output's gradient with zeros around it, where it gathers. */
  private final FeatureMaps surrounded;

  private final int[] taps;
  private final float[] zeros;

  /** For inputs of that shape, whose channels are as many as the outputs'. */
  DepthwiseDataGradient(WindowMaps windows, Shape wide, Parameter kernel, Workers workers) {
    this.windows = windows;
    this.kernel = kernel;
    elementwise = workers.kernels().elementwise();
    outputs = kernel.columns();
    gathers = windows.window().strideY() == 1 && windows.window().strideX() == 1;
    result = new FeatureMaps(wide, gathers ? Border.NONE : windows.border(), workers.threads());
    Shape output = Shape.of(windows.rows(), windows.columns(), outputs);
    surrounded = new FeatureMaps(
        output, gathers ? windows.reverseBorder() : Border.NONE, gathers ? workers.threads() : 0);
    taps = Arrays.stream(windows.tapsFromFirst(surrounded)).map(tap -> -tap).toArray();
    zeros = new float[kernel.stride()];
  }

  /** Computes an image's, and gives the maps in which it lies at the worker's number. */
  FeatureMaps compute(FeatureMaps gradient, int place, int worker) {
    if (gathers) {
      gather(gradient, place, worker);
    } else {
      scatter(gradient, place, worker);
    }
    return result;
  }

  private void gather(FeatureMaps gradient, int place, int worker) {
    surrounded.copyImage(worker, gradient, place);
    int top = windows.window().top(windows.input());
    int left = windows.window().left(windows.input());
    for (int row = 0; row < result.height(); row++) {
      elementwise.sumTaps(
          result.width(),
          outputs,
          taps,
          surrounded.data(),
          surrounded.index(worker, row + top, left),
          outputs,
          kernel.values(),
          kernel.stride(),
          zeros,
          result.data(),
          result.index(worker, row, 0),
          outputs);
    }
  }

  private void scatter(FeatureMaps gradient, int place, int worker) {
    int start = result.imageStart(worker);
    Arrays.fill(result.data(), start, start + result.imageStride(), 0f);
    int step = windows.window().strideX() * outputs;
    for (int row = 0; row < gradient.height(); row++) {
      for (int tap = 0; tap < windows.taps(); tap++) {
        elementwise.multiplyAddPixels(
            gradient.width(),
            outputs,
            gradient.data(),
            gradient.index(place, row, 0),
            outputs,
            kernel.values(),
            tap * kernel.stride(),
            0,
            result.data(),
            windows.index(result, worker, row, tap),
            step);
      }
    }
  }
}
