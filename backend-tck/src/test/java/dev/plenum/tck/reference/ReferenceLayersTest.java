package dev.plenum.tck.reference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.network.Activation;
import dev.plenum.api.network.AveragePooling2D;
import dev.plenum.api.network.Conv2D;
import dev.plenum.api.network.Cropping2D;
import dev.plenum.api.network.Dense;
import dev.plenum.api.network.DepthwiseConv2D;
import dev.plenum.api.network.Dropout;
import dev.plenum.api.network.Flatten;
import dev.plenum.api.network.GlobalAveragePooling2D;
import dev.plenum.api.network.GlobalMaxPooling2D;
import dev.plenum.api.network.LayerSpec;
import dev.plenum.api.network.Margins;
import dev.plenum.api.network.MaxPool2D;
import dev.plenum.api.network.Normalization;
import dev.plenum.api.network.Padding;
import dev.plenum.api.network.PlacedLayer;
import dev.plenum.api.network.Rescaling;
import dev.plenum.api.network.SeparableConv2D;
import dev.plenum.api.network.Shape;
import dev.plenum.api.network.SpatialDropout2D;
import dev.plenum.api.network.Window;
import dev.plenum.api.network.ZeroPadding2D;
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
  void dropoutFollowsTheMaskOfItsLayerStepAndPosition() {
    Dropout spec = Dropout.of(0.4);
    PlacedLayer placed = Placed.layer(3, spec, Shape.of(50));
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
  void spatialDropoutHasOneFactorForEachChannel() {
    PlacedLayer placed = Placed.layer(3, SpatialDropout2D.of(0.4), Shape.of(2, 1, 25));
    SampleLayer dropout = (SampleLayer) ReferenceLayers.of(placed, SEED).get(0);
    double[] ones = new double[50];
    Arrays.fill(ones, 1);
    float[] mask = new float[25];
    new DropoutMask(SEED, 3, 0.4).fill(11, 2, mask, 25);
    double[] y = dropout.forward(ones, Pass.training(11).at(2));
    for (int i = 0; i < 50; i++) {
      assertEquals(mask[i % 25], y[i]);
    }
  }

  @Test
  void tapsOfADilatedKernelAreApart() {
    Conv2D conv = Conv2D.of(1, 2).dilation(2);
    assertArrayEquals(
        new double[] {9731}, forward(conv, THREE_BY_THREE, DIGITS, new double[1], ONE_TO_NINE));
  }

  /** The kernel's last axis is the multiplier: channel 0 becomes channels 0 and 1. */
  @Test
  void depthwiseConvolutionKeepsChannelsApart() {
    double[] y = forward(
        DepthwiseConv2D.of(1).multiplier(2),
        Shape.of(1, 1, 2),
        new double[] {1, 10, 100, 1000},
        new double[] {0, 0.5, 0, 0},
        3,
        7);
    assertArrayEquals(new double[] {3, 30.5, 700, 7000}, y);
  }

  @Test
  void separableConvolutionIsADepthwiseOneAndThenAPointwiseOne() {
    List<ReferenceLayer> parts = ReferenceLayers.of(
        Placed.layer(0, SeparableConv2D.of(1, 2).bias(false), Shape.of(2, 2, 1)), SEED);
    assertEquals(2, parts.size());
    System.arraycopy(DIGITS, 0, parts.get(0).parameters().get(0).values, 0, 4);
    parts.get(1).parameters().get(0).values[0] = 2;
    double[] between = forward((SampleLayer) parts.get(0), 1, 2, 3, 4);
    assertArrayEquals(new double[] {4321}, between);
    assertArrayEquals(new double[] {8642}, forward((SampleLayer) parts.get(1), between));
  }

  /** Windows of 4, 2, 2 and 1 cells. */
  @Test
  void cellsOutsideDoNotCountInAMean() {
    AveragePooling2D spec = AveragePooling2D.of(2).padding(Padding.SAME);
    SampleLayer pool = layer(spec, THREE_BY_THREE);
    assertArrayEquals(new double[] {3, 4.5, 7.5, 9}, forward(pool, ONE_TO_NINE));
    assertArrayEquals(
        new double[] {1, 1, 5, 1, 1, 5, 50, 50, 1000},
        pool.backward(ONE_TO_NINE, new double[] {4, 10, 100, 1000}, Pass.predicting()));
  }

  @Test
  void globalPoolsAreOfAllPixelsOfAChannel() {
    double[] x = {1, 9, 2, 8, 6, 7};
    Shape shape = Shape.of(3, 1, 2);
    assertArrayEquals(
        new double[] {3, 8}, forward(layer(GlobalAveragePooling2D.instance(), shape), x));
    assertArrayEquals(new double[] {6, 9}, forward(layer(GlobalMaxPooling2D.instance(), shape), x));
  }

  @Test
  void imagesArePaddedAndCroppedOnTheirSides() {
    SampleLayer padding = layer(new ZeroPadding2D(new Margins(0, 1, 2, 0)), Shape.of(1, 2, 1));
    assertArrayEquals(new double[] {0, 0, 5, 6, 0, 0, 0, 0}, forward(padding, 5, 6));
    SampleLayer cropping = layer(new Cropping2D(new Margins(1, 0, 0, 2)), THREE_BY_THREE);
    assertArrayEquals(new double[] {4, 7}, forward(cropping, ONE_TO_NINE));
  }

  @Test
  void fixedNumbersScaleAndShift() {
    Shape shape = Shape.of(1, 2, 2);
    assertArrayEquals(
        new double[] {3, 5, 7, 9}, forward(layer(new Rescaling(2, 1), shape), 1, 2, 3, 4));
    Normalization normalization = new Normalization(List.of(1.0, 2.0), List.of(4.0, 0.25));
    assertArrayEquals(new double[] {0, 0, 1, 4}, forward(layer(normalization, shape), 1, 2, 3, 4));
  }

  /** Half of each target is spread over four classes: ln 4 again, and gradients of ⅛ and −⅜. */
  @Test
  void smoothedLabelsAreSpreadOverAllClasses() {
    CrossEntropy half = new CrossEntropy(0.5);
    assertEquals(StrictMath.log(4), half.loss(new double[4], 2), 1e-15);
    assertArrayEquals(
        new double[] {0.125, 0.125, -0.375, 0.125}, half.gradient(new double[4], 2), 1e-15);
    assertEquals(
        0.75 * CROSS_ENTROPY.loss(new double[] {3, -1}, 0)
            + 0.25 * CROSS_ENTROPY.loss(new double[] {3, -1}, 1),
        half.loss(new double[] {3, -1}, 0),
        1e-15);
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
    return (SampleLayer) ReferenceLayers.of(Placed.layer(0, spec, input), SEED).get(0);
  }

  /** What a layer makes of x with that kernel and that bias. */
  private static double[] forward(
      LayerSpec spec, Shape input, double[] kernel, double[] bias, double... x) {
    List<ReferenceLayer> parts = ReferenceLayers.of(Placed.layer(0, spec, input), SEED);
    System.arraycopy(kernel, 0, parts.get(0).parameters().get(0).values, 0, kernel.length);
    System.arraycopy(bias, 0, parts.get(1).parameters().get(0).values, 0, bias.length);
    return forward((SampleLayer) parts.get(1), forward((SampleLayer) parts.get(0), x));
  }
}
