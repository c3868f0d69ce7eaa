package dev.plenum.tck.reference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.network.Activation;
import dev.plenum.api.network.Conv2D;
import dev.plenum.api.network.Dense;
import dev.plenum.api.network.Dropout;
import dev.plenum.api.network.Flatten;
import dev.plenum.api.network.LayerSpec;
import dev.plenum.api.network.MaxPool2D;
import dev.plenum.api.network.Padding;
import dev.plenum.api.network.PlacedLayer;
import dev.plenum.api.network.Shape;
import dev.plenum.api.network.Window;
import dev.plenum.api.random.DropoutMask;
import dev.plenum.api.random.Seed;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The layers against results worked out by hand. */
class ReferenceLayersTest {
  private static final Seed SEED = new Seed(5);
  private static final CrossEntropy CROSS_ENTROPY = new CrossEntropy(0);
  private static final Shape THREE_BY_THREE = Shape.of(3, 3, 1);
  private static final double[] ONE_TO_NINE = {1, 2, 3, 4, 5, 6, 7, 8, 9};
  /** A window's elements can be read off the digits of the sum. */
  private static final double[] DIGITS = {1, 10, 100, 1000};

  @Test
  void kernelIsNotFlippedAndStaysInsideTheImage() {
    double[] y = forward(Conv2D.of(1, 2), THREE_BY_THREE, DIGITS, new double[] {0.5}, ONE_TO_NINE);
    assertArrayEquals(new double[] {5421.5, 6532.5, 8754.5, 9865.5}, y);
  }

  @Test
  void evenKernelIsPaddedAtTheBottomAndOnTheRight() {
    Conv2D conv = Conv2D.of(1, 2).padding(Padding.SAME);
    assertArrayEquals(
        new double[] {5421, 6532, 603, 8754, 9865, 906, 87, 98, 9},
        forward(conv, THREE_BY_THREE, DIGITS, new double[1], ONE_TO_NINE));
  }

  @Test
  void stridedWindowStartsInsideWhenOnlyOneColumnIsMissing() {
    Conv2D spec = Conv2D.of(1, 1, 3).strides(1, 2).padding(Padding.SAME);
    double[] y =
        forward(spec, Shape.of(1, 4, 1), new double[] {1, 10, 100}, new double[1], 1, 2, 3, 4);
    assertArrayEquals(new double[] {321, 43}, y);
  }

  @Test
  void convolutionKernelIsHeightWidthInOut() {
    double[] kernel = {1, 2, 3, 4};
    double[] bias = {0, 100};
    assertArrayEquals(
        new double[] {5 + 21, 10 + 28 + 100},
        forward(Conv2D.of(2, 1), Shape.of(1, 1, 2), kernel, bias, 5, 7));
  }

  @Test
  void denseKernelIsInOut() {
    double[] kernel = {1, 2, 3, 4};
    double[] bias = {0, 100};
    assertArrayEquals(
        new double[] {5 + 21, 10 + 28 + 100},
        forward(Dense.of(2), Shape.of(2), kernel, bias, 5, 7));
  }

  @Test
  void flattenKeepsTheOrder() {
    assertArrayEquals(
        new double[] {1, 2, 3, 4},
        forward(layer(Flatten.instance(), Shape.of(1, 2, 2)), 1, 2, 3, 4));
  }

  @Test
  void cellsOutsideDoNotCountInAPool() {
    MaxPool2D spec = new MaxPool2D(new Window(2, 2, 2, 2, Padding.SAME));
    SampleLayer pool = layer(spec, THREE_BY_THREE);
    double[] y = forward(pool, -9, -8, -7, -6, -5, -4, -3, -2, -1);
    assertArrayEquals(new double[] {-5, -4, -2, -1}, y);
  }

  @Test
  void overlappingPoolsAddTheirGradients() {
    SampleLayer pool = layer(MaxPool2D.of(2).strides(1), THREE_BY_THREE);
    double[] x = {0, 0, 0, 0, 9, 0, 0, 0, 1};
    double[] dx = pool.backward(x, new double[] {1, 10, 100, 1000}, Pass.predicting());
    assertArrayEquals(new double[] {0, 0, 0, 0, 1111, 0, 0, 0, 0}, dx);
  }

  @Test
  void firstOfEqualValuesGetsThePoolsGradient() {
    SampleLayer pool = layer(MaxPool2D.of(2), Shape.of(2, 2, 1));
    double[] dx = pool.backward(new double[] {1, 3, 3, 3}, new double[] {7}, Pass.predicting());
    assertArrayEquals(new double[] {0, 7, 0, 0}, dx);
  }

  @Test
  void nanIsNotLostInAPoolOrARelu() {
    SampleLayer pool = layer(MaxPool2D.of(2), Shape.of(2, 2, 1));
    assertArrayEquals(new double[] {Double.NaN}, forward(pool, 1, Double.NaN, 3, 2));
    ReferenceActivation relu = new ReferenceActivation(Activation.RELU.function());
    assertArrayEquals(new double[] {Double.NaN, 0, 2}, forward(relu, Double.NaN, -1, 2));
  }

  @Test
  void activationsHaveTheirKnownValuesAndSlopes() {
    assertActivation(Activation.RELU, new double[] {0, 0, 2}, new double[] {0, 0, 1});
    double s2 = 0.8807970779778823;
    assertActivation(Activation.SIGMOID, new double[] {1 - s2, 0.5, s2}, new double[] {
      s2 * (1 - s2), 0.25, s2 * (1 - s2)
    });
    double t2 = 0.9640275800758169;
    assertActivation(
        Activation.TANH, new double[] {-t2, 0, t2}, new double[] {1 - t2 * t2, 1, 1 - t2 * t2});
  }

  /** At −2, 0 and 2. */
  private static void assertActivation(Activation function, double[] values, double[] slopes) {
    ReferenceActivation activation = new ReferenceActivation(function.function());
    double[] x = {-2, 0, 2};
    assertArrayEquals(values, forward(activation, x), 1e-15);
    assertArrayEquals(
        slopes, activation.backward(x, new double[] {1, 1, 1}, Pass.predicting()), 1e-15);
  }

  @Test
  void dropoutFollowsTheMaskOfItsLayerStepAndPosition() {
    Dropout spec = Dropout.of(0.4);
    PlacedLayer placed = placed(3, "dropout", spec, Shape.of(50));
    SampleLayer dropout = (SampleLayer) ReferenceLayers.of(placed, SEED).get(0);
    double[] ones = new double[50];
    Arrays.fill(ones, 1);
    float[] mask = new float[50];
    new DropoutMask(SEED, 3, 0.4).fill(11, 2, mask, 50);
    double[] y = dropout.forward(ones, Pass.training(11).at(2));
    for (int i = 0; i < 50; i++) {
      assertEquals(mask[i], y[i]);
    }
    assertArrayEquals(y, dropout.backward(ones, ones, Pass.training(11).at(2)));
    assertArrayEquals(ones, dropout.forward(ones, Pass.predicting()));
  }

  @Test
  void crossEntropyOfEqualLogitsIsTheLogarithmOfTheirNumber() {
    assertEquals(StrictMath.log(4), CROSS_ENTROPY.loss(new double[] {7, 7, 7, 7}, 2), 1e-15);
    assertArrayEquals(
        new double[] {0.25, 0.25, -0.75, 0.25},
        CROSS_ENTROPY.gradient(new double[] {7, 7, 7, 7}, 2),
        1e-15);
  }

  @Test
  void crossEntropyOfExtremeLogitsIsTheirDifference() {
    assertEquals(2e4, CROSS_ENTROPY.loss(new double[] {1e4, -1e4}, 1));
    assertEquals(0, CROSS_ENTROPY.loss(new double[] {1e4, -1e4}, 0));
    assertTrue(Double.isNaN(CROSS_ENTROPY.loss(new double[] {1, Double.NaN}, 0)));
  }

  private static double[] forward(SampleLayer layer, double... x) {
    return layer.forward(x, Pass.predicting());
  }

  private static SampleLayer layer(LayerSpec spec, Shape input) {
    return (SampleLayer)
        ReferenceLayers.of(placed(0, "layer", spec, input), SEED).get(0);
  }

  private static PlacedLayer placed(int index, String name, LayerSpec spec, Shape input) {
    return new PlacedLayer(
        index,
        name,
        spec,
        List.of(index - 1),
        List.of(input),
        spec.outputShape(input),
        spec.parameters(input),
        false);
  }

  /** What a layer makes of x with that kernel and that bias. */
  private static double[] forward(
      LayerSpec spec, Shape input, double[] kernel, double[] bias, double... x) {
    List<ReferenceLayer> parts = ReferenceLayers.of(placed(0, "layer", spec, input), SEED);
    System.arraycopy(kernel, 0, parts.get(0).parameters().get(0).values, 0, kernel.length);
    System.arraycopy(bias, 0, parts.get(1).parameters().get(0).values, 0, bias.length);
    return forward((SampleLayer) parts.get(1), forward((SampleLayer) parts.get(0), x));
  }
}
