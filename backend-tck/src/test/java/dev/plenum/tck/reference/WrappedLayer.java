package dev.plenum.tck.reference;

import java.util.ArrayList;
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
  public double[][] forward(List<double[][]> inputs, Pass pass) {
    return inner.forward(inputs, pass);
  }

  @Override
  public List<double[][]> backward(List<double[][]> inputs, double[][] dy, Pass pass) {
    return inner.backward(inputs, dy, pass);
  }

  @Override
  public void updateState(List<double[][]> inputs) {
    inner.updateState(inputs);
  }

  @Override
  public List<Parameter> parameters() {
    return inner.parameters();
  }

  /** The same layer, told of another pass, sample by sample. */
  static ReferenceLayer onPass(ReferenceLayer inner, UnaryOperator<Pass> change) {
    return inner instanceof SampleLayer layer
        ? new SampleLayer() {
          @Override
          public double[] forward(double[] x, Pass pass) {
            return layer.forward(x, change.apply(pass));
          }

          @Override
          public double[] backward(double[] x, double[] dy, Pass pass) {
            return layer.backward(x, dy, change.apply(pass));
          }

          @Override
          public List<Parameter> parameters() {
            return layer.parameters();
          }
        }
        : inner;
  }

  /** The same layer with changed results: outputs in training, and gradients. */
  static ReferenceLayer onTraining(ReferenceLayer inner, DoubleUnaryOperator change) {
    return new WrappedLayer(inner) {
      @Override
      public double[][] forward(List<double[][]> inputs, Pass pass) {
        double[][] y = super.forward(inputs, pass);
        return pass.training() ? map(y, change) : y;
      }

      @Override
      public List<double[][]> backward(List<double[][]> inputs, double[][] dy, Pass pass) {
        return super.backward(inputs, dy, pass).stream()
            .map(dx -> map(dx, change))
            .toList();
      }
    };
  }

  /** The same layer with changed outputs. */
  static ReferenceLayer onOutput(ReferenceLayer inner, DoubleUnaryOperator change) {
    return new WrappedLayer(inner) {
      @Override
      public double[][] forward(List<double[][]> inputs, Pass pass) {
        return map(super.forward(inputs, pass), change);
      }
    };
  }

  /** The same layer with changed gradients of one of its inputs. */
  static ReferenceLayer onGradients(ReferenceLayer inner, int input, DoubleUnaryOperator change) {
    return new WrappedLayer(inner) {
      @Override
      public List<double[][]> backward(List<double[][]> inputs, double[][] dy, Pass pass) {
        List<double[][]> gradients = new ArrayList<>(super.backward(inputs, dy, pass));
        gradients.set(input, map(gradients.get(input), change));
        return gradients;
      }
    };
  }

  /** The values, changed one by one. */
  static double[][] map(double[][] values, DoubleUnaryOperator change) {
    return Arrays.stream(values)
        .map(sample -> Arrays.stream(sample).map(change).toArray())
        .toArray(double[][]::new);
  }
}
