package dev.plenum.tck.reference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import dev.plenum.api.network.BatchNormalization;
import dev.plenum.api.network.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Batch normalisation against numbers computed elsewhere, with gamma (2, 1) and beta (½, −1). */
class ReferenceBatchNormalizationTest {
  private static final double PRECISION = 1e-14;
  private static final Pass TRAINING = Pass.training(0);
  /** Two samples of two pixels: means 5 and 3, variances 14 and 8.5. */
  private static final List<double[][]> X =
      List.<double[][]>of(new double[][] {{1, 2, 3, 4}, {5, 7, 11, -1}});

  private static ReferenceBatchNormalization layer(boolean frozen) {
    BatchNormalization spec = BatchNormalization.defaults().momentum(0.9);
    ReferenceBatchNormalization layer =
        new ReferenceBatchNormalization(Placed.layer(0, spec, Shape.of(1, 2, 2), frozen), spec);
    set(layer, 0, 2, 1);
    set(layer, 1, 0.5, -1);
    return layer;
  }

  private static void set(ReferenceLayer layer, int parameter, double... values) {
    System.arraycopy(values, 0, layer.parameters().get(parameter).values, 0, values.length);
  }

  private static double[] get(ReferenceLayer layer, int parameter) {
    return layer.parameters().get(parameter).values;
  }

  @Test
  void trainingNormalisesByTheBatchWithItsBiasedVariance() {
    double[][] y = layer(false).forward(X, TRAINING);
    assertArrayEquals(
        new double[] {
          -1.6380135790350527, -1.342976995760971, -0.5690067895175264, -0.657023004239029
        },
        y[0],
        PRECISION);
    assertArrayEquals(
        new double[] {0.5, 0.3719079830438836, 3.7070203685525795, -2.371907983043884},
        y[1],
        PRECISION);
  }

  @Test
  void movingStatisticsTakeATenthOfTheBatchs() {
    ReferenceBatchNormalization layer = layer(false);
    set(layer, 3, 1, 1);
    layer.updateState(X);
    assertArrayEquals(new double[] {0.5, 0.3}, get(layer, 2), PRECISION);
    assertArrayEquals(new double[] {2.3, 1.75}, get(layer, 3), PRECISION);
  }

  /** (1 − 1) / 2 · 2 + ½, (2 + 2) / 4 − 1, … with ε taken from the variances 4 and 16. */
  @Test
  void predictingAndFrozenLayersUseTheMovingStatisticsAndLeaveThem() {
    for (boolean frozen : new boolean[] {false, true}) {
      ReferenceBatchNormalization layer = layer(frozen);
      set(layer, 2, 1, -2);
      set(layer, 3, 4 - 1e-3, 16 - 1e-3);
      double[][] y = layer.forward(X, frozen ? TRAINING : Pass.predicting());
      assertArrayEquals(new double[] {0.5, 0, 2.5, 0.5}, y[0], PRECISION);
      assertArrayEquals(new double[] {4.5, 1.25, 10.5, -0.75}, y[1], PRECISION);
      if (frozen) {
        layer.updateState(X);
        assertArrayEquals(new double[] {1, -2}, get(layer, 2));
      }
    }
  }
}
