package dev.plenum.tck.reference;

import java.util.ArrayList;
import java.util.List;

/** A merge, which computes each sample by itself. */
interface SampleMerge extends ReferenceLayer {

  /** The output for one sample of each input. */
  double[] merge(List<double[]> x);

  /** The gradient with respect to each input of a sample. */
  List<double[]> split(List<double[]> x, double[] dy);

  /** How near a sample is to a kink. */
  default double margin(List<double[]> x) {
    return Double.POSITIVE_INFINITY;
  }

  @Override
  default double[][] forward(List<double[][]> inputs, Pass pass) {
    double[][] y = new double[inputs.get(0).length][];
    for (int n = 0; n < y.length; n++) {
      y[n] = merge(sample(inputs, n));
    }
    return y;
  }

  @Override
  default List<double[][]> backward(List<double[][]> inputs, double[][] dy, Pass pass) {
    List<double[][]> gradients = new ArrayList<>();
    inputs.forEach(input -> gradients.add(new double[input.length][]));
    for (int n = 0; n < dy.length; n++) {
      List<double[]> gradient = split(sample(inputs, n), dy[n]);
      for (int k = 0; k < gradient.size(); k++) {
        gradients.get(k)[n] = gradient.get(k);
      }
    }
    return gradients;
  }

  @Override
  default double kinkMargin(List<double[][]> inputs) {
    double margin = Double.POSITIVE_INFINITY;
    for (int n = 0; n < inputs.get(0).length; n++) {
      margin = Math.min(margin, margin(sample(inputs, n)));
    }
    return margin;
  }

  private static List<double[]> sample(List<double[][]> inputs, int n) {
    return inputs.stream().map(input -> input[n]).toList();
  }
}
