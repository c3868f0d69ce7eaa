package dev.plenum.ensemble;

import java.util.List;

/** See {@link Combination#weightedAverage}. */
record WeightedAverage(List<Double> weights) implements Combination {
  static final String NAME = "weighted";

  WeightedAverage {
    weights = List.copyOf(weights);
    for (double weight : weights) {
      if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "a weight must be at least 0 and finite, found " + weights);
      }
    }
    double total = sum(weights);
    if (!(total > 0 && total < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "the weights must have a finite sum greater than 0, found " + weights);
    }
  }

  private static double sum(List<Double> weights) {
    return AnyOrder.sum(weights.stream().mapToDouble(weight -> weight).toArray());
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void combine(List<float[]> members, int offset, int classes, float[] combined) {
    double total = sum(weights);
    double[] terms = new double[members.size()];
    for (int i = offset; i < offset + classes; i++) {
      for (int m = 0; m < terms.length; m++) {
        terms[m] = weights.get(m) * members.get(m)[i];
      }
      combined[i] = (float) (AnyOrder.sum(terms) / total);
    }
  }
}
