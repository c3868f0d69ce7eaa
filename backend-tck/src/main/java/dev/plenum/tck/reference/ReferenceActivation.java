package dev.plenum.tck.reference;

import dev.plenum.api.network.Activation;
import java.util.Arrays;

/**
 * y = f(x), element by element. Softmax is the identity here: it is part of the loss, see {@link
 * CrossEntropy}.
 */
final class ReferenceActivation implements ReferenceLayer {
  private final Activation function;

  ReferenceActivation(Activation function) {
    this.function = function;
  }

  @Override
  public double[] forward(double[] x, Pass pass) {
    return Arrays.stream(x).map(this::value).toArray();
  }

  @Override
  public double[] backward(double[] x, double[] dy, Pass pass) {
    double[] dx = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      dx[i] = dy[i] * derivative(x[i]);
    }
    return dx;
  }

  private double value(double x) {
    return switch (function) {
      case LINEAR, SOFTMAX -> x;
      case RELU -> Math.max(x, 0);
      case SIGMOID -> sigmoid(x);
      case TANH -> StrictMath.tanh(x);
      default -> throw new IllegalArgumentException("no reference for " + function);
    };
  }

  private double derivative(double x) {
    return switch (function) {
      case LINEAR, SOFTMAX -> 1;
      case RELU -> x > 0 ? 1 : 0;
      case SIGMOID -> sigmoid(x) * (1 - sigmoid(x));
      case TANH -> 1 - StrictMath.tanh(x) * StrictMath.tanh(x);
      default -> throw new IllegalArgumentException("no reference for " + function);
    };
  }

  private static double sigmoid(double x) {
    return 1 / (1 + StrictMath.exp(-x));
  }

  @Override
  public double kinkMargin(double[] x) {
    if (function != Activation.RELU) {
      return Double.POSITIVE_INFINITY;
    }
    double smallest = Arrays.stream(x).map(Math::abs).min().orElseThrow();
    double largest = Arrays.stream(x).map(Math::abs).max().orElseThrow();
    return smallest / largest;
  }
}
