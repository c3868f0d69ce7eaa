package dev.plenum.tck.reference;

import dev.plenum.api.random.DropoutMask;

/** In training y = mask · x, with the mask's elements 0 or 1 / (1 − rate); else y = x. */
final class ReferenceDropout implements ReferenceLayer {
  private final DropoutMask mask;

  ReferenceDropout(DropoutMask mask) {
    this.mask = mask;
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
      for (int e = 0; e < result.length; e++) {
        result[e] *= mask.factor(key, e);
      }
    }
    return result;
  }
}
