package dev.plenum.ensemble;

import java.util.List;

/** See {@link Combination#geometricMean}. */
record GeometricMean() implements Combination {
  static final String NAME = "geometric";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void combine(List<float[]> members, int offset, int classes, float[] combined) {
    double[] means = new double[classes];
    double sum = 0;
    for (int c = 0; c < classes; c++) {
      // At least 2⁻¹⁴⁹, the smallest float: far from where doubles underflow.
      means[c] = StrictMath.exp(meanLog(members, offset + c));
      sum += means[c];
    }
    for (int c = 0; c < classes; c++) {
      combined[offset + c] = (float) (means[c] / sum);
    }
  }

  private static double meanLog(List<float[]> members, int index) {
    double[] logs = new double[members.size()];
    for (int m = 0; m < logs.length; m++) {
      logs[m] = StrictMath.log(Math.max(members.get(m)[index], Float.MIN_VALUE));
    }
    return AnyOrder.sum(logs) / logs.length;
  }
}
