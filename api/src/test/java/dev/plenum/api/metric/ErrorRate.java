package dev.plenum.api.metric;

/** A metric of a user's own, of which less is better: the share of wrong predictions. */
public final class ErrorRate implements Metric {
  @Override
  public String name() {
    return "error_rate";
  }

  @Override
  public boolean isHigherBetter() {
    return false;
  }

  @Override
  public Accumulator accumulator(int classes) {
    return new Accumulator() {
      private int wrong;
      private int images;

      @Override
      public void add(float[] probabilities, int offset, int label, int prediction) {
        images++;
        wrong += label == prediction ? 0 : 1;
      }

      @Override
      public double value() {
        return (double) wrong / images;
      }
    };
  }
}
