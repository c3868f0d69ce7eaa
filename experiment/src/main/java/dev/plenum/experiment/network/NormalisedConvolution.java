package dev.plenum.experiment.network;

import static dev.plenum.api.network.Padding.SAME;

import dev.plenum.api.network.BatchNormalization;
import dev.plenum.api.network.Conv2D;
import dev.plenum.api.network.LayerSpec;

/** Convolutions with a batch normalisation behind them, which makes a bias superfluous. */
final class NormalisedConvolution {
  private NormalisedConvolution() {}

  /** Convolution and batch normalisation. */
  static LayerSpec[] of(int filters, int kernelSize, int stride) {
    return new LayerSpec[] {convolution(filters, kernelSize, stride), normalisation()};
  }

  /** Convolution, batch normalisation and activation. */
  static LayerSpec[] of(int filters, int kernelSize, int stride, LayerSpec activation) {
    return new LayerSpec[] {convolution(filters, kernelSize, stride), normalisation(), activation};
  }

  /**
   * With a momentum of 0.9, as in the papers: Keras's 0.99 follows the weights so slowly that after a few
   * epochs a network predicts much worse than it trains.
   */
  static BatchNormalization normalisation() {
    return BatchNormalization.defaults().momentum(0.9);
  }

  private static Conv2D convolution(int filters, int kernelSize, int stride) {
    return Conv2D.of(filters, kernelSize).strides(stride).padding(SAME).bias(false);
  }
}
