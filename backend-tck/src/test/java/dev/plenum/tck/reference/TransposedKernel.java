package dev.plenum.tck.reference;

import java.util.List;

/** A convolution that reads square kernels as (width, height, in, out). */
final class TransposedKernel extends WrappedLayer {

  TransposedKernel(ReferenceLayer convolution) {
    super(convolution);
  }

  @Override
  public double[][] forward(List<double[][]> inputs, Pass pass) {
    transpose();
    double[][] y = super.forward(inputs, pass);
    transpose();
    return y;
  }

  @Override
  public List<double[][]> backward(List<double[][]> inputs, double[][] dy, Pass pass) {
    transpose();
    List<double[][]> dx = super.backward(inputs, dy, pass);
    transpose();
    return dx;
  }

  private void transpose() {
    Parameter kernel = parameters().get(0);
    int height = kernel.shape.dimensions().get(0);
    int width = kernel.shape.dimensions().get(1);
    if (height == width) {
      transpose(kernel.values, height);
      transpose(kernel.gradient, height);
    }
  }

  private static void transpose(double[] values, int k) {
    int block = values.length / k / k;
    double[] old = values.clone();
    for (int y = 0; y < k; y++) {
      for (int x = 0; x < k; x++) {
        System.arraycopy(old, (y * k + x) * block, values, (x * k + y) * block, block);
      }
    }
  }
}
