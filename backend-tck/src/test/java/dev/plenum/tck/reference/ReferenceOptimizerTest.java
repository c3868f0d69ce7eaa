package dev.plenum.tck.reference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plenum.api.network.Dense;
import dev.plenum.api.network.PlacedLayer;
import dev.plenum.api.network.Shape;
import dev.plenum.api.optimizer.Clipping;
import dev.plenum.api.optimizer.Sgd;
import dev.plenum.api.optimizer.UpdateOptions;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What optimizers do beside their formulas, against numbers worked out by hand. */
class ReferenceOptimizerTest {
  private static final double PRECISION = 1e-15;

  private final PlacedLayer dense = Placed.layer(0, Dense.of(1), Shape.of(2));
  private final Parameter kernel = Parameter.of(dense, "kernel");
  private final Parameter bias = Parameter.of(dense, "bias");

  /** Gradient descent with rate ½ on the weights (8, −4) and the bias 2. */
  private ReferenceOptimizer descent(UpdateOptions options) {
    Sgd sgd = new Sgd(0.5, 0, false, options);
    set(kernel.values, 8, -4);
    set(bias.values, 2);
    return new ReferenceOptimizer(sgd, UpdateRules.of(sgd), List.of(kernel, bias));
  }

  private void gradients(double first, double second, double ofBias) {
    set(kernel.gradient, first, second);
    set(bias.gradient, ofBias);
  }

  private static void set(double[] target, double... values) {
    System.arraycopy(values, 0, target, 0, values.length);
  }

  private void assertValues(double first, double second, double ofBias) {
    assertArrayEquals(new double[] {first, second}, kernel.values, PRECISION);
    assertArrayEquals(new double[] {ofBias}, bias.values, PRECISION);
  }

  @Test
  void decayTakesItsShareTimesTheRateUnlessExcluded() {
    ReferenceOptimizer optimizer = descent(UpdateOptions.NONE.weightDecay(0.25, "bias"));
    gradients(2, 0, 4);
    optimizer.update();
    assertValues(8 * 0.875 - 1, -4 * 0.875, 0);
  }

  @Test
  void valuesAreClippedOneByOne() {
    ReferenceOptimizer optimizer = descent(UpdateOptions.NONE.clipping(Clipping.Kind.VALUE, 2));
    gradients(3, -5, 1);
    optimizer.update();
    assertValues(7, -3, 1.5);
  }

  /** The kernel's norm is 5, the bias's 2. */
  @Test
  void normsAreClippedArrayByArray() {
    ReferenceOptimizer optimizer = descent(UpdateOptions.NONE.clipping(Clipping.Kind.NORM, 2.5));
    gradients(3, -4, 2);
    optimizer.update();
    assertValues(8 - 0.75, -4 + 1, 1);
  }

  /** The norm of (2, −3, 6) is 7. */
  @Test
  void globalNormIsThatOfAllArrays() {
    ReferenceOptimizer optimizer =
        descent(UpdateOptions.NONE.clipping(Clipping.Kind.GLOBAL_NORM, 3.5));
    gradients(2, -3, 6);
    optimizer.update();
    assertValues(7.5, -3.25, 0.5);
  }

  @Test
  void averagesBeginWithTheFirstUpdatedWeightsAndTakeTheirPlaceAtTheEnd() {
    ReferenceOptimizer optimizer = descent(UpdateOptions.NONE.ema(0.75));
    gradients(4, 0, 0);
    optimizer.update();
    optimizer.update();
    assertValues(4, -4, 2);
    assertEquals(
        List.of("layer/kernel/ema", "layer/bias/ema"), optimizer.state().slots().names());
    optimizer.finish();
    assertValues(6 * 0.75 + 4 * 0.25, -4, 2);
  }
}
