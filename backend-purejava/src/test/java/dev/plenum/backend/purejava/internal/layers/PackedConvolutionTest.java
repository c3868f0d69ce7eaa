package dev.plenum.backend.purejava.internal.layers;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import dev.plenum.api.network.Shape;
import dev.plenum.backend.purejava.internal.kernels.Gemm;
import dev.plenum.backend.purejava.internal.kernels.Kernels;
import dev.plenum.backend.purejava.internal.memory.Aligned;
import dev.plenum.backend.purejava.internal.memory.FeatureMaps;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PackedConvolutionTest {
  private static final int CASES = 300;

  private final Random random = new Random(7);

  @Test
  void sumsHaveTheBitsOfTheDirectConvolutionForAnyGeometryAndNumberOfOutputs() {
    try (Workers workers = new Workers(1, Kernels.vector())) {
      for (int i = 0; i < CASES; i++) {
        Case each = new Case();
        assertArrayEquals(
            each.sums(each.direct(workers)), each.sums(each.packed(workers)), each.toString());
      }
    }
  }

  private float[] gaussians(int count) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }

  private final class Case {
    private final int outputs = 1 + random.nextInt(Gemm.COLUMNS);
    private final int channels = 1 + random.nextInt(12);
    private final ConvGeometry geometry = new ConvGeometry(
        1 + random.nextInt(5),
        3 + random.nextInt(3),
        1 + random.nextInt(2),
        1 + random.nextInt(2),
        -random.nextInt(2),
        -random.nextInt(2),
        1 + random.nextInt(16),
        1 + random.nextInt(16));
    private final FeatureMaps input = input();
    private final float[] kernel = kernel();
    private final float[] start = gaussians(Gemm.COLUMNS);

    private FeatureMaps input() {
      Shape shape = Shape.of(geometry.rows() + 3, geometry.columns() + 3, channels);
      FeatureMaps maps = new FeatureMaps(shape, geometry.border(shape.height(), shape.width()), 1);
      maps.copyImage(0, gaussians(shape.size()), 0);
      return maps;
    }

    private float[] kernel() {
      int rows = geometry.height() * geometry.width() * channels;
      float[] values = new float[rows * Gemm.COLUMNS];
      for (int row = 0; row < rows; row++) {
        System.arraycopy(gaussians(outputs), 0, values, row * Gemm.COLUMNS, outputs);
      }
      return values;
    }

    Convolution direct(Workers workers) {
      return new DirectConvolution(geometry, input, kernel, Gemm.COLUMNS, start, workers);
    }

    Convolution packed(Workers workers) {
      return new PackedConvolution(geometry, input, kernel, outputs, start, workers);
    }

    /** [row][column][output]. */
    float[] sums(Convolution convolution) {
      float[] all = new float[geometry.rows() * geometry.columns() * outputs];
      int bandRows = convolution.bandRows();
      float[] band = Aligned.array(bandRows * convolution.rowLength());
      convolution.prepare();
      for (int row = 0; row < geometry.rows(); row++) {
        if (row % bandRows == 0) {
          convolution.sum(0, row, 0, band, Aligned.START);
        }
        for (int column = 0; column < geometry.columns(); column++) {
          System.arraycopy(
              band,
              Aligned.START
                  + row % bandRows * convolution.rowLength()
                  + column * convolution.windowStep(),
              all,
              (row * geometry.columns() + column) * outputs,
              outputs);
        }
      }
      return all;
    }

    @Override
    public String toString() {
      return geometry + ", " + channels + " channels, " + outputs + " outputs";
    }
  }
}
