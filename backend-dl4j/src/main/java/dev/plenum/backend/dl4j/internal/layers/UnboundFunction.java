package dev.plenum.backend.dl4j.internal.layers;

import dev.plenum.api.network.ElementwiseFunction;
import dev.plenum.api.random.Seed;
import dev.plenum.backend.dl4j.internal.engine.NativeMemory;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A function of one number over arrays that change from call to call, and may be in a workspace. */
public final class UnboundFunction {
  private static final Seed UNUSED = new Seed(0);
  private static final long NO_STEP = 0;

  private UnboundFunction() {}

  /** Replaces the values by the function's. */
  public static void apply(ElementwiseFunction function, INDArray values) {
    compute(function, values, null);
  }

  /** Replaces the values that the function was applied to by the loss's gradient with regard to them. */
  public static void applyGradient(
      ElementwiseFunction function, INDArray values, INDArray outputGradient) {
    compute(function, values, outputGradient);
  }

  /** In arrays of its own, which lie in order and are given back at once. */
  private static void compute(
      ElementwiseFunction function, INDArray values, @Nullable INDArray outputGradient) {
    try (NativeMemory memory = new NativeMemory()) {
      INDArray x = memory.zeros(values.shape()).assign(values);
      INDArray y = memory.zeros(values.shape());
      INDArray dx = outputGradient == null ? null : memory.zeros(values.shape());
      INDArray dy =
          outputGradient == null ? null : memory.zeros(values.shape()).assign(outputGradient);
      Workplace workplace =
          new Workplace(dy != null, UNUSED, memory, new Scratch(memory, values.length()));
      Operations operations = Activations.of(
          function, new Connections(List.of(new Variable(x, dx)), new Variable(y, dy)), workplace);
      operations.forward(NO_STEP);
      operations.backward();
      values.assign(dx == null ? y : dx);
    }
  }
}
