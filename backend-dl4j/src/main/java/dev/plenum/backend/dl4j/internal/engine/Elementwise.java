package dev.plenum.backend.dl4j.internal.engine;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.Op;
import org.nd4j.linalg.api.ops.impl.scalar.LeakyReLU;
import org.nd4j.linalg.api.ops.impl.scalar.RectifiedLinear;
import org.nd4j.linalg.api.ops.impl.scalar.ScalarAdd;
import org.nd4j.linalg.api.ops.impl.scalar.ScalarReverseDivision;
import org.nd4j.linalg.api.ops.impl.scalar.ScalarReverseSubtraction;
import org.nd4j.linalg.api.ops.impl.scalar.ScalarSet;
import org.nd4j.linalg.api.ops.impl.scalar.Step;
import org.nd4j.linalg.api.ops.impl.transforms.any.Assign;
import org.nd4j.linalg.api.ops.impl.transforms.floating.Sqrt;
import org.nd4j.linalg.api.ops.impl.transforms.same.Sign;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Erfc;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Exp;
import org.nd4j.linalg.api.ops.impl.transforms.strict.HardTanh;
import org.nd4j.linalg.factory.Nd4j;

/** Operations element by element, each writing its last argument, which may be one of the others. */
public final class Elementwise {
  private Elementwise() {}

  /** {@code z = x}. The newer operation "assign" was 50 times slower for parts of arrays. */
  public static Runnable copy(INDArray x, INDArray z) {
    return prepared(new Assign(x, z));
  }

  /** {@code z = value}. */
  public static Runnable fill(double value, INDArray z) {
    return prepared(new ScalarSet(z, null, z, value));
  }

  /** {@code z = x + y}. */
  public static Runnable add(INDArray x, INDArray y, INDArray z) {
    return pairwise("add", x, y, z);
  }

  /** {@code z = x − y}. */
  public static Runnable subtract(INDArray x, INDArray y, INDArray z) {
    return pairwise("subtract", x, y, z);
  }

  /** {@code z = x · y}; a y of fewer elements stands for what it is repeated along. */
  public static Runnable multiply(INDArray x, INDArray y, INDArray z) {
    return pairwise("multiply", x, y, z);
  }

  /** {@code z = x / y}. */
  public static Runnable divide(INDArray x, INDArray y, INDArray z) {
    return pairwise("divide", x, y, z);
  }

  /** {@code z = x + channels}, a value for each channel. */
  public static Runnable addToChannels(INDArray x, INDArray channels, INDArray z) {
    return new NativeOp("biasadd", List.of(x, channels), List.of(z));
  }

  /** {@code z = x · factor}. */
  public static Runnable multiply(INDArray x, double factor, INDArray z) {
    return new Scaling(x, factor, z);
  }

  /** {@code z = x + summand}. */
  public static Runnable add(INDArray x, double summand, INDArray z) {
    return prepared(new ScalarAdd(x, null, z, summand));
  }

  /** {@code z = minuend − x}. */
  public static Runnable subtractFrom(double minuend, INDArray x, INDArray z) {
    return prepared(new ScalarReverseSubtraction(x, null, z, minuend));
  }

  /** {@code z = dividend / x}. */
  public static Runnable divideInto(double dividend, INDArray x, INDArray z) {
    return prepared(new ScalarReverseDivision(x, null, z, dividend));
  }

  /** {@code z = √x}. */
  public static Runnable sqrt(INDArray x, INDArray z) {
    return prepared(new Sqrt(x, z));
  }

  /** {@code z = exp(x)}. */
  public static Runnable exp(INDArray x, INDArray z) {
    return prepared(new Exp(x, z));
  }

  /** {@code z = erfc(x)}, the complement of the error function. */
  public static Runnable erfc(INDArray x, INDArray z) {
    return prepared(new Erfc(x, z));
  }

  /** {@code z = 1 / (1 + exp(−x))}. */
  public static Runnable sigmoid(INDArray x, INDArray z) {
    return new NativeOp("sigmoid", List.of(x), List.of(z));
  }

  /** {@code z = tanh(x)}. */
  public static Runnable tanh(INDArray x, INDArray z) {
    return new NativeOp("tanh", List.of(x), List.of(z));
  }

  /** {@code z = x} where x is greater than 0, else alpha (exp(x) − 1). */
  public static Runnable elu(INDArray x, double alpha, INDArray z) {
    return new NativeOp("elu", List.of(x), List.of(z), List.of(alpha));
  }

  /** {@code z = max(x, 0)}; NaN stays NaN. */
  public static Runnable relu(INDArray x, INDArray z) {
    return prepared(new RectifiedLinear(x, z));
  }

  /** {@code z = x} where x is at least 0, else slope · x. */
  public static Runnable leakyRelu(INDArray x, double slope, INDArray z) {
    return prepared(new LeakyReLU(x, z, slope));
  }

  /** {@code z = min(max(x, −1), 1)}; NaN stays NaN. */
  public static Runnable clip(INDArray x, INDArray z) {
    return prepared(new HardTanh(x, z));
  }

  /**
   * {@code z = min(max(x, −limit), limit)}; NaN stays NaN. ND4J's own operation for that was 100 times
   * slower.
   */
  public static Runnable clip(INDArray x, double limit, INDArray z) {
    List<Runnable> operations =
        List.of(multiply(x, 1 / limit, z), clip(z, z), multiply(z, limit, z));
    return () -> operations.forEach(Runnable::run);
  }

  /** {@code z = 1} where x is greater than 0, else 0. */
  public static Runnable step(INDArray x, INDArray z) {
    return prepared(new Step(x, z));
  }

  /** {@code z} = −1, 0 or 1, as x is less than, equal to or greater than 0. */
  public static Runnable sign(INDArray x, INDArray z) {
    return prepared(new Sign(x, z));
  }

  private static Runnable pairwise(String name, INDArray x, INDArray y, INDArray z) {
    return new NativeOp(name, List.of(x, y), List.of(z));
  }

  private static Runnable prepared(Op op) {
    return () -> Nd4j.getExecutioner().exec(op);
  }
}
