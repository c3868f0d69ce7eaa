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
    double[] logs = new double[classes];
    double largest = Double.NEGATIVE_INFINITY;
    for (int c = 0; c < classes; c++) {
      logs[c] = meanLog(members, offset + c);
      largest = Math.max(largest, logs[c]);
    }
    double sum = 0;
    for (int c = 0; c < classes; c++) {
      // The largest becomes 1, so that the sum neither underflows nor overflows.
      logs[c] = StrictMath.exp(logs[c] - largest);
      sum += logs[c];
    }
    for (int c = 0; c < classes; c++) {
      combined[offset + c] = (float) (logs[c] / sum);
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
