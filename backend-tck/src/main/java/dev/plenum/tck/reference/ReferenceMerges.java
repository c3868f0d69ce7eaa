package dev.plenum.tck.reference;

import dev.plenum.api.network.Add;
import dev.plenum.api.network.Average;
import dev.plenum.api.network.Concatenate;
import dev.plenum.api.network.Maximum;
import dev.plenum.api.network.MergeSpec;
import dev.plenum.api.network.Multiply;
import dev.plenum.api.network.PlacedLayer;
import dev.plenum.api.network.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** The reference of each kind of merge. */
final class ReferenceMerges {
  private ReferenceMerges() {}

  static ReferenceLayer of(PlacedLayer layer, MergeSpec spec) {
    if (spec instanceof Add) {
      return new Sum(1);
    } else if (spec instanceof Average) {
      return new Sum(1.0 / layer.reads().size());
    } else if (spec instanceof Maximum) {
      return new Largest();
    } else if (spec instanceof Multiply) {
      return new Product(layer.output());
    } else if (spec instanceof Concatenate) {
      return new Row(layer.output());
    }
    throw new IllegalArgumentException("there is no reference for the merge " + layer.name());
  }

  /**
   * y = factor · Σ_k x_k.
   *
   * @param factor 1 for a sum, one over the number of inputs for a mean
   */
  private record Sum(double factor) implements SampleMerge {
    @Override
    public double[] merge(List<double[]> x) {
      double[] y = new double[x.get(0).length];
      Arrays.setAll(y, i -> factor * x.stream().mapToDouble(input -> input[i]).sum());
      return y;
    }

    @Override
    public List<double[]> split(List<double[]> x, double[] dy) {
      double[] dx = Arrays.stream(dy).map(gradient -> factor * gradient).toArray();
      return Collections.nCopies(x.size(), dx);
    }
  }

  /** The largest; of equal ones the first has the gradient. */
  private record Largest() implements SampleMerge {
    @Override
    public double[] merge(List<double[]> x) {
      double[] y = new double[x.get(0).length];
      Arrays.setAll(y, i -> x.get(largest(x, i))[i]);
      return y;
    }

    @Override
    public List<double[]> split(List<double[]> x, double[] dy) {
      List<double[]> dx = x.stream().map(input -> new double[input.length]).toList();
      for (int i = 0; i < dy.length; i++) {
        dx.get(largest(x, i))[i] = dy[i];
      }
      return dx;
    }

    private static int largest(List<double[]> x, int i) {
      int best = 0;
      for (int k = 1; k < x.size(); k++) {
        best = x.get(k)[i] > x.get(best)[i] ? k : best;
      }
      return best;
    }

    /** The smallest lead; exactly equal elements do not count, as in a pool. */
    @Override
    public double margin(List<double[]> x) {
      double scale =
          x.stream().flatMapToDouble(Arrays::stream).map(Math::abs).max().orElseThrow();
      double margin = Double.POSITIVE_INFINITY;
      for (int i = 0; i < x.get(0).length; i++) {
        double largest = x.get(largest(x, i))[i];
        for (double[] input : x) {
          if (input[i] != largest) {
            margin = Math.min(margin, (largest - input[i]) / scale);
          }
        }
      }
      return margin;
    }
  }

  /**
   * The product, where an input of (1, 1, channels) scales the channels.
   *
   * @param output the shape of the largest input
   */
  private record Product(Shape output) implements SampleMerge {
    @Override
    public double[] merge(List<double[]> x) {
      double[] y = new double[output.size()];
      Arrays.fill(y, 1);
      for (double[] input : x) {
        for (int i = 0; i < y.length; i++) {
          y[i] *= input[i % input.length];
        }
      }
      return y;
    }

    @Override
    public List<double[]> split(List<double[]> x, double[] dy) {
      List<double[]> gradients = new ArrayList<>();
      for (int k = 0; k < x.size(); k++) {
        List<double[]> others = new ArrayList<>(x);
        others.remove(k);
        double[] factor = merge(others);
        double[] dx = new double[x.get(k).length];
        for (int i = 0; i < dy.length; i++) {
          dx[i % dx.length] += dy[i] * factor[i];
        }
        gradients.add(dx);
      }
      return gradients;
    }
  }

  /**
   * The channels of all inputs side by side, pixel by pixel.
   *
   * @param output the shape of all together
   */
  private record Row(Shape output) implements SampleMerge {
    @Override
    public double[] merge(List<double[]> x) {
      double[] y = new double[output.size()];
      int offset = 0;
      for (double[] input : x) {
        int channels = input.length / pixels();
        for (int i = 0; i < input.length; i++) {
          y[target(i, channels, offset)] = input[i];
        }
        offset += channels;
      }
      return y;
    }

    @Override
    public List<double[]> split(List<double[]> x, double[] dy) {
      List<double[]> gradients = new ArrayList<>();
      int offset = 0;
      for (double[] input : x) {
        int channels = input.length / pixels();
        double[] dx = new double[input.length];
        for (int i = 0; i < dx.length; i++) {
          dx[i] = dy[target(i, channels, offset)];
        }
        gradients.add(dx);
        offset += channels;
      }
      return gradients;
    }

    private int pixels() {
      return output.size() / output.lastDimension();
    }

    private int target(int i, int channels, int offset) {
      return i / channels * output.lastDimension() + offset + i % channels;
    }
  }
}
