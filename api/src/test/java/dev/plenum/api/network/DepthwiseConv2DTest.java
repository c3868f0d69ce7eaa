package dev.plenum.api.network;

import static dev.plenum.api.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class DepthwiseConv2DTest {
  private static final Shape IMAGE = Shape.of(28, 30, 3);
  private static final DepthwiseConv2D LAYER = DepthwiseConv2D.of(5);

  @Test
  void startsWithKerasDefaults() {
    assertEquals(
        new DepthwiseConv2D(
            new Window(5, 5, 1, 1, Padding.VALID), 1, Activation.LINEAR, Kernel.DEFAULT),
        LAYER);
    assertEquals("depthwise_conv2d", LAYER.namePrefix());
  }

  @Test
  void eachSettingChangesNothingElse() {
    Kernel kernel = new Kernel(VarianceScaling.HE_NORMAL, Regularizer.l2(0.1), false);
    assertEquals(
        new DepthwiseConv2D(new Window(5, 5, 2, 2, Padding.SAME), 3, Activation.RELU6, kernel),
        LAYER
            .bias(false)
            .kernelRegularizer(Regularizer.l2(0.1))
            .kernelInitializer(VarianceScaling.HE_NORMAL)
            .activation(Activation.RELU6)
            .multiplier(3)
            .padding(Padding.SAME)
            .strides(2));
    assertEquals(new Window(5, 5, 1, 1, Padding.VALID, 3, 3), LAYER.dilation(3).window());
  }

  @Test
  void multipliesTheChannels() {
    assertEquals(Shape.of(24, 26, 3), LAYER.outputShape(IMAGE));
    assertEquals(
        Shape.of(14, 15, 12),
        LAYER.multiplier(4).strides(2).padding(Padding.SAME).outputShape(IMAGE));
    assertEquals(Shape.of(16, 18, 3), LAYER.dilation(3).outputShape(IMAGE));
  }

  @Test
  void hasAKernelForEachChannelAndABiasForEachOutput() {
    assertEquals(
        List.of(
            Kernel.DEFAULT.parameter("kernel", Shape.of(5, 5, 3, 4)),
            ParameterSpec.trained("bias", 12, Constant.ZEROS)),
        LAYER.multiplier(4).parameters(IMAGE));
    assertEquals(1, LAYER.bias(false).parameters(IMAGE).size());
  }

  @Test
  void badValuesAreRefused() {
    assertRefused(
        InvalidNetworkException.class,
        () -> LAYER.multiplier(0),
        "DepthwiseConv2D",
        "the depth multiplier must be at least 1, found 0");
    assertRefused(
        InvalidNetworkException.class,
        () -> LAYER.activation(Activation.SOFTMAX),
        "DepthwiseConv2D",
        "softmax");
    assertRefused(
        InvalidNetworkException.class,
        () -> LAYER.dilation(-1),
        "the vertical dilation must be at least 1, found -1");
    assertRefused(
        InvalidNetworkException.class,
        () -> LAYER.dilation(2).strides(3),
        "DepthwiseConv2D",
        "strides (3, 3) and dilation (2, 2)");
  }

  @Test
  void badInputIsRefusedWithBothShapes() {
    assertRefused(
        InvalidNetworkException.class,
        () -> LAYER.dilation(7).outputShape(IMAGE),
        "5x5",
        "(29, 29, 3)",
        "(28, 30, 3)");
    assertRefused(
        InvalidNetworkException.class,
        () -> LAYER.outputShape(Shape.of(64)),
        "DepthwiseConv2D",
        "(height, width, channels)",
        "(64)");
  }

  @Test
  void moreChannelsThanAnArrayCanHaveAreRefused() {
    assertRefused(
        InvalidNetworkException.class,
        () -> LAYER.multiplier(1 << 30).outputShape(IMAGE),
        "2^31 - 1 channels",
        "(28, 30, 3)");
  }
}
