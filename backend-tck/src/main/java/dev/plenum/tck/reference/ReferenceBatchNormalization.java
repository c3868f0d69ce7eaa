package dev.plenum.tck.reference;

import dev.plenum.api.network.BatchNormalization;
import dev.plenum.api.network.PlacedLayer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * y = gamma · x̂ + beta with x̂ = (x − mean) / √(variance + ε), channel by channel: in training the mean
 * and the biased variance over the batch and all pixels, else, and where the layer is frozen, the moving
 * ones.
 */
class ReferenceBatchNormalization implements ReferenceLayer {
  private final BatchNormalization spec;
  private final boolean frozen;
  private final int channels;
  private final Optional<Parameter> gamma;
  private final Optional<Parameter> beta;
  private final Parameter movingMean;
  private final Parameter movingVariance;

  ReferenceBatchNormalization(PlacedLayer layer, BatchNormalization spec) {
    this.spec = spec;
    frozen = layer.frozen();
    channels = layer.output().lastDimension();
    gamma = Parameter.find(layer, "gamma");
    beta = Parameter.find(layer, "beta");
    movingMean = Parameter.of(layer, "moving_mean");
    movingVariance = Parameter.of(layer, "moving_variance");
  }

  /** Of one channel. */
  record Statistics(double mean, double variance) {}

  /** The mean and the biased variance of a channel in a batch. */
  Statistics ofBatch(double[][] x, int channel) {
    double[] values = values(x, channel);
    double mean = mean(values);
    double[] squares = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      squares[i] = (values[i] - mean) * (values[i] - mean);
    }
    return new Statistics(mean, mean(squares));
  }

  private Statistics statistics(double[][] x, int channel, Pass pass) {
    return pass.training() && !frozen
        ? ofBatch(x, channel)
        : new Statistics(movingMean.values[channel], movingVariance.values[channel]);
  }

  @Override
  public double[][] forward(List<double[][]> inputs, Pass pass) {
    double[][] y = normalized(inputs.get(0), pass);
    for (double[] sample : y) {
      for (int i = 0; i < sample.length; i++) {
        sample[i] = sample[i] * scale(i % channels) + shift(i % channels);
      }
    }
    return y;
  }

  /** x̂. */
  private double[][] normalized(double[][] x, Pass pass) {
    double[][] normalized = new double[x.length][x[0].length];
    for (int c = 0; c < channels; c++) {
      Statistics statistics = statistics(x, c, pass);
      for (int n = 0; n < x.length; n++) {
        for (int i = c; i < x[n].length; i += channels) {
          normalized[n][i] = (x[n][i] - statistics.mean()) / deviation(statistics);
        }
      }
    }
    return normalized;
  }

  private double deviation(Statistics statistics) {
    return Math.sqrt(statistics.variance() + spec.epsilon());
  }

  private double scale(int channel) {
    return gamma.map(parameter -> parameter.values[channel]).orElse(1.0);
  }

  private double shift(int channel) {
    return beta.map(parameter -> parameter.values[channel]).orElse(0.0);
  }

  /**
   * With the moving statistics, dx = gamma · dy / √(variance + ε). The batch's own depend on x too, which
   * takes from gamma · dy its mean, and x̂ times its mean product with x̂.
   */
  @Override
  public List<double[][]> backward(List<double[][]> inputs, double[][] dy, Pass pass) {
    double[][] x = inputs.get(0);
    double[][] normalized = normalized(x, pass);
    double[][] dx = new double[x.length][x[0].length];
    for (int c = 0; c < channels; c++) {
      int channel = c;
      double[] gradient = values(dy, c);
      double[] products = values(normalized, c);
      for (int i = 0; i < products.length; i++) {
        products[i] *= gradient[i];
      }
      double meanGradient = mean(gradient);
      double meanProduct = mean(products);
      gamma.ifPresent(parameter -> parameter.gradient[channel] += meanProduct * products.length);
      beta.ifPresent(parameter -> parameter.gradient[channel] += meanGradient * gradient.length);
      boolean own = pass.training() && !frozen;
      double factor = scale(c) / deviation(statistics(x, c, pass));
      for (int n = 0; n < x.length; n++) {
        for (int i = c; i < x[n].length; i += channels) {
          double taken = own ? meanGradient + normalized[n][i] * meanProduct : 0;
          dx[n][i] = factor * (dy[n][i] - taken);
        }
      }
    }
    return List.<double[][]>of(dx);
  }

  @Override
  public void updateState(List<double[][]> inputs) {
    if (frozen) {
      return;
    }
    for (int c = 0; c < channels; c++) {
      Statistics batch = ofBatch(inputs.get(0), c);
      movingMean.values[c] = moved(movingMean.values[c], batch.mean());
      movingVariance.values[c] = moved(movingVariance.values[c], batch.variance());
    }
  }

  private double moved(double moving, double batch) {
    return moving * spec.momentum() + batch * (1 - spec.momentum());
  }

  /** All elements of one channel. */
  private double[] values(double[][] x, int channel) {
    double[] values = new double[x.length * x[0].length / channels];
    int next = 0;
    for (double[] sample : x) {
      for (int i = channel; i < sample.length; i += channels) {
        values[next++] = sample[i];
      }
    }
    return values;
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  @Override
  public List<Parameter> parameters() {
    List<Parameter> parameters = new ArrayList<>();
    gamma.ifPresent(parameters::add);
    beta.ifPresent(parameters::add);
    parameters.add(movingMean);
    parameters.add(movingVariance);
    return parameters;
  }
}
