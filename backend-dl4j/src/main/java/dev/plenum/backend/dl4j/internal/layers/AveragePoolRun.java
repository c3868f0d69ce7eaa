package dev.plenum.backend.dl4j.internal.layers;

import dev.plenum.api.network.Shape;
import dev.plenum.api.network.Window;
import dev.plenum.backend.dl4j.internal.engine.Elementwise;
import dev.plenum.backend.dl4j.internal.engine.NativeMemory;
import dev.plenum.backend.dl4j.internal.engine.NativeOp;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The mean of each window. ND4J's operation divides by all cells of a window, those of the frame included;
 * where a window lies partly outside the image, its mean is multiplied by what makes that good.
 */
final class AveragePoolRun implements StepRun {
  private static final int ALL_CELLS_COUNT = 1;
  private static final int CHANNELS_LAST = 1;

  private final Framed framed;
  private final NativeOp forward;
  private final @Nullable NativeOp backward;
  private final @Nullable Runnable correct;
  private final @Nullable Runnable correctGradient;

  AveragePoolRun(Connections connections, Window window, Shape inputShape, NativeMemory memory) {
    framed = new Framed(connections, inputShape, window, 0f, memory);
    int[] arguments = framed.arguments(ALL_CELLS_COUNT, CHANNELS_LAST);
    INDArray output = connections.output();
    forward = new NativeOp("avgpool2d", List.of(framed.input()), List.of(output), arguments);
    INDArray inputGradient = framed.inputGradient();
    backward = inputGradient == null
        ? null
        : new NativeOp(
            "avgpool2d_bp",
            List.of(framed.input(), connections.requireOutputGradient()),
            List.of(inputGradient),
            arguments);
    float[] corrections = corrections(window, inputShape);
    if (allOnes(corrections)) {
      correct = null;
      correctGradient = null;
      return;
    }
    INDArray factors = memory.zeros(
        window.outputHeight(inputShape), window.outputWidth(inputShape), inputShape.channels());
    NativeMemory.write(corrections, 0, factors);
    correct = Elementwise.multiply(output, factors, output);
    correctGradient = inputGradient == null
        ? null
        : Elementwise.multiply(
            connections.requireOutputGradient(), factors, connections.requireOutputGradient());
  }

  /** For each element of an image's output: all cells of the window / those inside the image. */
  private static float[] corrections(Window window, Shape shape) {
    int height = window.outputHeight(shape);
    int width = window.outputWidth(shape);
    float[] factors = new float[height * width * shape.channels()];
    for (int i = 0; i < factors.length; i++) {
      int x = i / shape.channels() % width;
      int y = i / shape.channels() / width;
      int rows = inside(y * window.strideY() - window.top(shape), window.height(), shape.height());
      int columns =
          inside(x * window.strideX() - window.left(shape), window.width(), shape.width());
      factors[i] = (float) ((double) window.height() * window.width() / (rows * columns));
    }
    return factors;
  }

  /** How many of the rows (or columns) from {@code start} on lie in an image of that size. */
  private static int inside(int start, int length, int size) {
    return Math.min(start + length, size) - Math.max(start, 0);
  }

  private static boolean allOnes(float[] factors) {
    for (float factor : factors) {
      if (factor != 1) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void forward(long step) {
    framed.copyIn();
    forward.run();
    if (correct != null) {
      correct.run();
    }
  }

  @Override
  public void backward() {
    if (correctGradient != null) {
      correctGradient.run();
    }
    if (backward != null) {
      backward.run();
    }
    framed.copyOut();
  }
}
