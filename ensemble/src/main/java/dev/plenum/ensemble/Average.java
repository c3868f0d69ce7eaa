package dev.plenum.ensemble;

import java.util.List;

/** See {@link Combination#average}. */
record Average() implements Combination {
  static final String NAME = "average";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void combine(List<float[]> members, int offset, int classes, float[] combined) {
    double[] terms = new double[members.size()];
    for (int i = offset; i < offset + classes; i++) {
      for (int m = 0; m < terms.length; m++) {
        terms[m] = members.get(m)[i];
      }
      combined[i] = (float) (AnyOrder.sum(terms) / terms.length);
    }
  }
}
