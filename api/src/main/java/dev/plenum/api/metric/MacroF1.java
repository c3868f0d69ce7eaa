package dev.plenum.api.metric;

/**
 * The mean of the classes' F1, 0 … 1, in which a rare class counts as much as a frequent one. F1 of a
 * class is the harmonic mean of its precision and recall: twice the hits by images and predictions
 * together. Classes that have no images and were never predicted are left out, as scikit-learn does.
 */
public final class MacroF1 implements Metric {
  private static final MacroF1 INSTANCE = new MacroF1();

  private MacroF1() {}

  /** {@return the metric} */
  public static MacroF1 instance() {
    return INSTANCE;
  }

  /** {@code macro_f1}. */
  @Override
  public String name() {
    return "macro_f1";
  }

  @Override
  public boolean isHigherBetter() {
    return true;
  }

  @Override
  public Accumulator accumulator(int classes) {
    return new Counts(classes);
  }

  private static final class Counts implements Accumulator {
    private final long[] hits;
    private final long[] imagesAndPredictions;

    Counts(int classes) {
      hits = new long[classes];
      imagesAndPredictions = new long[classes];
    }

    @Override
    public void add(float[] probabilities, int offset, int label, int prediction) {
      imagesAndPredictions[label]++;
      imagesAndPredictions[prediction]++;
      if (label == prediction) {
        hits[label]++;
      }
    }

    @Override
    public double value() {
      double sum = 0;
      int seen = 0;
      for (int c = 0; c < hits.length; c++) {
        if (imagesAndPredictions[c] > 0) {
          sum += 2.0 * hits[c] / imagesAndPredictions[c];
          seen++;
        }
      }
      return sum / seen;
    }
  }
}
