package dev.plenum.backend.dl4j.internal.layers;

import dev.plenum.api.network.Shape;
import dev.plenum.api.network.Window;
import dev.plenum.backend.dl4j.internal.engine.NativeMemory;
import dev.plenum.backend.dl4j.internal.engine.NativeOp;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The largest value of each window. ND4J's operation passes over NaN, so that is looked after here. */
final class MaxPoolRun implements StepRun {
  private static final int UNUSED = 0;
  private static final int CHANNELS_LAST = 1;

  private final Framed framed;
  private final NativeOp forward;
  private final @Nullable NativeOp backward;
  private final INDArray sum;
  private final NativeOp sumInput;
  private final NanPooling nanPooling;

  MaxPoolRun(Connections connections, Window window, Shape inputShape, NativeMemory memory) {
    framed = new Framed(connections, inputShape, window, Float.NEGATIVE_INFINITY, memory);
    int[] arguments = framed.arguments(UNUSED, CHANNELS_LAST);
    forward = new NativeOp(
        "maxpool2d", List.of(framed.input()), List.of(connections.output()), arguments);
    INDArray inputGradient = framed.inputGradient();
    backward = inputGradient == null
        ? null
        : new NativeOp(
            "maxpool2d_bp",
            List.of(framed.input(), connections.requireOutputGradient()),
            List.of(inputGradient),
            arguments);
    sum = memory.zeros();
    sumInput = new NativeOp("reduce_sum", List.of(connections.input()), List.of(sum));
    nanPooling = new NanPooling(connections, window, inputShape);
  }

  @Override
  public void forward(long step) {
    framed.copyIn();
    forward.run();
    sumInput.run();
    // A sum is far cheaper than a look at each value; it is not finite if any is NaN.
    if (!Float.isFinite(sum.getFloat(0))) {
      nanPooling.run();
    }
  }

  @Override
  public void backward() {
    if (backward != null) {
      backward.run();
    }
    framed.copyOut();
  }
}
