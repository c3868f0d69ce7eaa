package dev.plenum.backend.dl4j.internal.engine;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.Op;
import org.nd4j.linalg.api.ops.impl.scalar.RectifiedLinear;
import org.nd4j.linalg.api.ops.impl.scalar.ScalarAdd;
import org.nd4j.linalg.api.ops.impl.scalar.ScalarReverseSubtraction;
import org.nd4j.linalg.api.ops.impl.scalar.Step;
import org.nd4j.linalg.api.ops.impl.transforms.floating.Sqrt;
import org.nd4j.linalg.factory.Nd4j;

/** Operations element by element, each writing its last argument. */
public final class Elementwise {
  private Elementwise() {}

  /** {@code z = x + y}. */
  public static Runnable add(INDArray x, INDArray y, INDArray z) {
    return pairwise("add", x, y, z);
  }

  /** {@code z = x − y}. */
  public static Runnable subtract(INDArray x, INDArray y, INDArray z) {
    return pairwise("subtract", x, y, z);
  }

  /** {@code z = x · y}. */
  public static Runnable multiply(INDArray x, INDArray y, INDArray z) {
    return pairwise("multiply", x, y, z);
  }

  /** {@code z = x / y}. */
  public static Runnable divide(INDArray x, INDArray y, INDArray z) {
    return pairwise("divide", x, y, z);
  }

  /** {@code z = x · factor}. */
  public static Runnable multiply(INDArray x, double factor, INDArray z) {
    return new Scaling(x, factor, z);
  }

  /** {@code z = x + summand}. */
  public static Runnable add(INDArray x, double summand, INDArray z) {
    return prepared(new ScalarAdd(x, null, z, summand));
  }

  /** {@code x = minuend − x}. */
  public static Runnable subtractFrom(double minuend, INDArray x) {
    return prepared(new ScalarReverseSubtraction(x, null, x, minuend));
  }

  /** {@code z = √x}. */
  public static Runnable sqrt(INDArray x, INDArray z) {
    return prepared(new Sqrt(x, z));
  }

  /** {@code x = max(x, 0)}; NaN stays NaN. */
  public static Runnable relu(INDArray x) {
    return prepared(new RectifiedLinear(x, x));
  }

  /** {@code x = 1} where x is greater than 0, else 0. */
  public static Runnable step(INDArray x) {
    return prepared(new Step(x, x));
  }

  private static Runnable pairwise(String name, INDArray x, INDArray y, INDArray z) {
    return new NativeOp(name, List.of(x, y), List.of(z));
  }

  private static Runnable prepared(Op op) {
    return () -> Nd4j.getExecutioner().exec(op);
  }
}
