package dev.plenum.tck.reference;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;

/** Another layer, unless overridden. */
class WrappedLayer implements ReferenceLayer {
  private final ReferenceLayer inner;

  WrappedLayer(ReferenceLayer inner) {
    this.inner = inner;
  }

  @Override
  public double[] forward(double[] x, Pass pass) {
    return inner.forward(x, pass);
  }

  @Override
  public double[] backward(double[] x, double[] dy, Pass pass) {
    return inner.backward(x, dy, pass);
  }

  @Override
  public List<Parameter> parameters() {
    return inner.parameters();
  }

  /** The same layer, told of another pass. */
  static ReferenceLayer onPass(ReferenceLayer inner, UnaryOperator<Pass> change) {
    return new WrappedLayer(inner) {
      @Override
      public double[] forward(double[] x, Pass pass) {
        return super.forward(x, change.apply(pass));
      }

      @Override
      public double[] backward(double[] x, double[] dy, Pass pass) {
        return super.backward(x, dy, change.apply(pass));
      }
    };
  }

  /** The same layer with changed results: outputs in training, and gradients. */
  static ReferenceLayer onTraining(ReferenceLayer inner, DoubleUnaryOperator change) {
    return new WrappedLayer(inner) {
      @Override
      public double[] forward(double[] x, Pass pass) {
        double[] y = super.forward(x, pass);
        return pass.training() ? map(y, change) : y;
      }

      @Override
      public double[] backward(double[] x, double[] dy, Pass pass) {
        return map(super.backward(x, dy, pass), change);
      }
    };
  }

  /** The same layer with changed outputs. */
  static ReferenceLayer onOutput(ReferenceLayer inner, DoubleUnaryOperator change) {
    return new WrappedLayer(inner) {
      @Override
      public double[] forward(double[] x, Pass pass) {
        return map(super.forward(x, pass), change);
      }
    };
  }

  private static double[] map(double[] values, DoubleUnaryOperator change) {
    return Arrays.stream(values).map(change).toArray();
  }
}
