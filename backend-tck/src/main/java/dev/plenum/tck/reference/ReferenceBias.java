package dev.plenum.tck.reference;

import java.util.List;

/** y(…, c) = x(…, c) + bias(c). */
final class ReferenceBias implements SampleLayer {
  private final Parameter bias;

  ReferenceBias(Parameter bias) {
    this.bias = bias;
  }

  @Override
  public double[] forward(double[] x, Pass pass) {
    double[] y = x.clone();
    for (int i = 0; i < y.length; i++) {
      y[i] += bias.values[i % bias.values.length];
    }
    return y;
  }

  @Override
  public double[] backward(double[] x, double[] dy, Pass pass) {
    for (int i = 0; i < dy.length; i++) {
      bias.gradient[i % bias.values.length] += dy[i];
    }
    return dy.clone();
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(bias);
  }
}
