package dev.plenum.backend.purejava.internal.layers;

import dev.plenum.api.network.BatchNormalization;
import dev.plenum.backend.purejava.internal.memory.Parameter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A batch normalisation's settings and arrays.
 *
 * @param spec its settings
 * @param gamma null where it has none
 * @param beta null where it has none
 * @param movingMean of each channel
 * @param movingVariance of each channel
 */
record BatchNorm(
    BatchNormalization spec,
    @Nullable Parameter gamma,
    @Nullable Parameter beta,
    Parameter movingMean,
    Parameter movingVariance) {

  /** By the operation's order of arrays. */
  static BatchNorm of(BatchNormalization spec, List<Parameter> parameters) {
    int next = 0;
    Parameter gamma = spec.scale() ? parameters.get(next++) : null;
    Parameter beta = spec.center() ? parameters.get(next++) : null;
    return new BatchNorm(spec, gamma, beta, parameters.get(next), parameters.get(next + 1));
  }

  /** The number of channels. */
  int channels() {
    return movingMean.columns();
  }

  double gamma(int channel) {
    return gamma == null ? 1 : gamma.values()[channel];
  }

  double beta(int channel) {
    return beta == null ? 0 : beta.values()[channel];
  }

  /** 1 / √(variance + epsilon). */
  double inverseDeviation(double variance) {
    return 1 / Math.sqrt(variance + spec.epsilon());
  }

  /** What a channel is multiplied by where the moving statistics count. */
  double movingScale(int channel) {
    return gamma(channel) * inverseDeviation(movingVariance.values()[channel]);
  }

  /** What is added to a channel after that. */
  double movingShift(int channel) {
    return beta(channel) - movingMean.values()[channel] * movingScale(channel);
  }

  /** Sets both for all channels. */
  void load(RowCoefficients scale, RowCoefficients shift) {
    for (int c = 0; c < channels(); c++) {
      scale.set(c, movingScale(c));
      shift.set(c, movingShift(c));
    }
  }

  /** Lets the moving statistics follow those of a batch. */
  void follow(int channel, double mean, double variance) {
    move(movingMean.values(), channel, mean);
    move(movingVariance.values(), channel, variance);
  }

  private void move(float[] moving, int channel, double value) {
    double momentum = spec.momentum();
    moving[channel] = (float) (moving[channel] * momentum + value * (1 - momentum));
  }
}
