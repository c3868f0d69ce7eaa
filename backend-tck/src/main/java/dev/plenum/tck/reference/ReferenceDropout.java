package dev.plenum.tck.reference;

import dev.plenum.api.random.DropoutMask;

/** In training y = mask · x, with the mask's elements 0 or 1 / (1 − rate); else y = x. */
final class ReferenceDropout implements SampleLayer {
  private final DropoutMask mask;
  private final int masked;

  /**
   * The layer.
   *
   * @param masked the number of elements of the mask: element i of x has the factor i mod masked, so
   *     that as many as there are channels drop whole channels
   */
  ReferenceDropout(DropoutMask mask, int masked) {
    this.mask = mask;
    this.masked = masked;
  }

  @Override
  public double[] forward(double[] x, Pass pass) {
    return masked(x, pass);
  }

  @Override
  public double[] backward(double[] x, double[] dy, Pass pass) {
    return masked(dy, pass);
  }

  private double[] masked(double[] values, Pass pass) {
    double[] result = values.clone();
    if (pass.training()) {
      long key = mask.key(pass.step(), pass.position());
      for (int i = 0; i < result.length; i++) {
        result[i] *= mask.factor(key, i % masked);
      }
    }
    return result;
  }
}
