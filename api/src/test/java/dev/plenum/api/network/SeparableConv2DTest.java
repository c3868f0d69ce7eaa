package dev.plenum.api.network;

import static dev.plenum.api.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class SeparableConv2DTest {
  private static final Shape IMAGE = Shape.of(28, 30, 3);
  private static final SeparableConv2D LAYER = SeparableConv2D.of(8, 5);

  @Test
  void startsWithKerasDefaults() {
    assertEquals(
        new SeparableConv2D(8, Window.square(5), 1, Activation.LINEAR, Kernel.DEFAULT), LAYER);
    assertEquals("separable_conv2d", LAYER.namePrefix());
  }

  @Test
  void eachSettingChangesNothingElse() {
    assertEquals(
        new SeparableConv2D(
            8,
            new Window(5, 5, 2, 2, Padding.SAME),
            3,
            Activation.SILU,
            Kernel.DEFAULT.bias(false)),
        LAYER
            .bias(false)
            .activation(Activation.SILU)
            .multiplier(3)
            .padding(Padding.SAME)
            .strides(2));
  }

  @Test
  void mixesTheChannelsOfItsDepthwiseHalf() {
    assertEquals(Shape.of(24, 26, 8), LAYER.outputShape(IMAGE));
    assertEquals(
        List.of(
            Kernel.DEFAULT.parameter("depthwise_kernel", Shape.of(5, 5, 3, 2)),
            Kernel.DEFAULT.parameter("pointwise_kernel", Shape.of(1, 1, 6, 8)),
            ParameterSpec.trained("bias", 8, Constant.ZEROS)),
        LAYER.multiplier(2).parameters(IMAGE));
    assertEquals(2, LAYER.bias(false).parameters(IMAGE).size());
  }

  @Test
  void itsHalvesTogetherHaveItsShapesArraysAndActivation() {
    SeparableConv2D layer =
        LAYER.multiplier(2).strides(2).padding(Padding.SAME).activation(Activation.RELU);
    Shape between = layer.depthwise().outputShape(IMAGE);
    assertEquals(Shape.of(14, 15, 6), between);
    assertEquals(layer.outputShape(IMAGE), layer.pointwise().outputShape(between));
    List<ParameterSpec> parameters = layer.parameters(IMAGE);
    List<ParameterSpec> first = layer.depthwise().parameters(IMAGE);
    List<ParameterSpec> second = layer.pointwise().parameters(between);
    assertEquals(
        List.of(parameters.get(0).shape()),
        first.stream().map(ParameterSpec::shape).toList());
    assertEquals(
        List.of(parameters.get(1).shape(), parameters.get(2).shape()),
        second.stream().map(ParameterSpec::shape).toList());
    assertEquals(Activation.LINEAR, layer.depthwise().activation());
    assertEquals(Activation.RELU, layer.pointwise().activation());
  }

  @Test
  void badValuesAreRefused() {
    assertRefused(
        InvalidNetworkException.class,
        () -> SeparableConv2D.of(0, 3),
        "SeparableConv2D",
        "the number of filters must be at least 1, found 0");
    assertRefused(
        InvalidNetworkException.class,
        () -> LAYER.multiplier(0),
        "the depth multiplier",
        "found 0");
    assertRefused(
        InvalidNetworkException.class,
        () -> LAYER.activation(Activation.SOFTMAX),
        "SeparableConv2D",
        "softmax");
    Window both = new Window(3, 3, 2, 1, Padding.SAME, 1, 2);
    assertRefused(
        InvalidNetworkException.class,
        () -> new SeparableConv2D(8, both, 1, Activation.LINEAR, Kernel.DEFAULT),
        "SeparableConv2D",
        "strides (2, 1) and dilation (1, 2)");
  }

  @Test
  void badInputIsRefusedWithBothShapes() {
    assertRefused(
        InvalidNetworkException.class,
        () -> LAYER.outputShape(Shape.of(4, 30, 3)),
        "(5, 5, 3)",
        "(4, 30, 3)");
    assertRefused(
        InvalidNetworkException.class,
        () -> LAYER.outputShape(Shape.of(64)),
        "SeparableConv2D",
        "(64)");
  }
}
