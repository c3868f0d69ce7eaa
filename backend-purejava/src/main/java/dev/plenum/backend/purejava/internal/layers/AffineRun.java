package dev.plenum.backend.purejava.internal.layers;

import dev.plenum.backend.purejava.internal.kernels.Elementwise;
import dev.plenum.backend.purejava.internal.memory.Aligned;
import dev.plenum.backend.purejava.internal.memory.FeatureMaps;
import org.jspecify.annotations.Nullable;

/**
 * {@code activation(x · scale + shift)} with a scale and a shift for each channel that training does not
 * change: rescaling, normalisation by fixed statistics, and batch normalisation by moving ones.
 */
final class AffineRun implements ImageRun {

  /** Where the coefficients come from. */
  @FunctionalInterface
  interface Source {
    /** Sets those of all channels as they are now. */
    void load(RowCoefficients scale, RowCoefficients shift);
  }

  private final Connections connections;
  private final Source source;
  private final ActivationFunction activation;
  private final Elementwise elementwise;
  private final RowCoefficients scale;
  private final RowCoefficients shift;
  private final RowCoefficients zero;

  AffineRun(
      Connections connections, Source source, ActivationFunction activation, Workers workers) {
    this.connections = connections;
    this.source = source;
    this.activation = activation;
    elementwise = workers.kernels().elementwise();
    scale = new RowCoefficients(connections.input());
    shift = new RowCoefficients(connections.input());
    zero = new RowCoefficients(connections.input());
  }

  @Override
  public void prepare() {
    source.load(scale, shift);
  }

  @Override
  public void forward(int image, int worker) {
    multiply(connections.input(), image, shift, connections.output(), image);
    activation.apply(connections.output(), image);
  }

  @Override
  public @Nullable ImageBackward backward() {
    Gradients target = connections.inputGradient();
    return target == null ? null : (image, slot, worker) -> giveBack(image, worker, target);
  }

  private void giveBack(int image, int worker, Gradients target) {
    Gradients gradient = connections.requireOutputGradient();
    int place = gradient.place(image, worker);
    activation.multiplyByDerivative(
        connections.output(), image, gradient.maps(), place, elementwise);
    multiply(gradient.maps(), place, zero, target.maps(), target.place(image, worker));
  }

  private void multiply(
      FeatureMaps from, int source, RowCoefficients added, FeatureMaps to, int target) {
    for (int row = 0; row < from.height(); row++) {
      elementwise.scaleAndShift(
          from.data(),
          from.index(source, row, 0),
          scale.values(),
          added.values(),
          Aligned.START,
          to.data(),
          to.index(target, row, 0),
          from.rowSize());
    }
  }
}
