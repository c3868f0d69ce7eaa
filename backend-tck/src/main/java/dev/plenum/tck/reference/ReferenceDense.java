package dev.plenum.tck.reference;

import dev.plenum.api.network.PlacedLayer;
import java.util.List;

/** y_o = bias_o + Σ_i x_i · kernel_(i, o). */
final class ReferenceDense implements ReferenceLayer {
  private final int inputs;
  private final int units;
  private final Parameter kernel;
  private final Parameter bias;

  ReferenceDense(PlacedLayer layer) {
    inputs = layer.input().size();
    units = layer.output().size();
    kernel = Parameter.of(layer, "kernel");
    bias = Parameter.of(layer, "bias");
  }

  @Override
  public double[] forward(double[] x, Pass pass) {
    double[] y = bias.values.clone();
    for (int i = 0; i < inputs; i++) {
      for (int o = 0; o < units; o++) {
        y[o] += x[i] * kernel.values[i * units + o];
      }
    }
    return y;
  }

  @Override
  public double[] backward(double[] x, double[] dy, Pass pass) {
    double[] dx = new double[inputs];
    for (int i = 0; i < inputs; i++) {
      for (int o = 0; o < units; o++) {
        dx[i] += dy[o] * kernel.values[i * units + o];
        kernel.gradient[i * units + o] += dy[o] * x[i];
      }
    }
    for (int o = 0; o < units; o++) {
      bias.gradient[o] += dy[o];
    }
    return dx;
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(kernel, bias);
  }
}
