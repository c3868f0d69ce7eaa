package dev.plenum.api.network;

import static dev.plenum.api.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class Conv2DTest {
  @Test
  void startsWithKerasDefaults() {
    assertEquals(
        new Conv2D(10, new Window(5, 5, 1, 1, Padding.VALID), Activation.LINEAR), Conv2D.of(10, 5));
  }

  @Test
  void eachSettingChangesNothingElse() {
    Conv2D conv =
        Conv2D.of(8, 3, 5).strides(2, 1).padding(Padding.SAME).activation(Activation.TANH);
    assertEquals(new Conv2D(8, new Window(3, 5, 2, 1, Padding.SAME), Activation.TANH), conv);
    assertEquals(new Window(3, 5, 4, 4, Padding.SAME), conv.strides(4).window());
  }

  @Test
  void infersItsOutputFromPaddingAndStrides() {
    Shape input = Shape.of(28, 30, 3);
    assertEquals(Shape.of(24, 26, 10), Conv2D.of(10, 5).outputShape(input));
    assertEquals(Shape.of(28, 30, 10), Conv2D.of(10, 5).padding(Padding.SAME).outputShape(input));
    assertEquals(Shape.of(1, 1, 10), Conv2D.of(10, 28, 30).outputShape(input));
    assertEquals(Shape.of(12, 9, 10), Conv2D.of(10, 5, 4).strides(2, 3).outputShape(input));
  }

  @Test
  void kernelsAreLaidOutAsInKeras() {
    List<ParameterSpec> parameters = Conv2D.of(10, 5, 3).parameters(Shape.of(28, 28, 4));
    assertEquals("kernel", parameters.get(0).name());
    assertEquals(Shape.of(5, 3, 4, 10), parameters.get(0).shape());
    assertEquals("bias", parameters.get(1).name());
    assertEquals(Shape.of(10), parameters.get(1).shape());
  }

  @Test
  void initialLimitsAreGlorots() {
    List<ParameterSpec> parameters = Conv2D.of(10, 5, 3).parameters(Shape.of(28, 28, 4));
    assertEquals(
        Math.sqrt(6.0 / (5 * 3 * 4 + 5 * 3 * 10)),
        VarianceScaling.GLOROT_UNIFORM.spread(parameters.get(0).shape()));
    assertEquals(VarianceScaling.GLOROT_UNIFORM, parameters.get(0).initializer());
    assertEquals(Constant.ZEROS, parameters.get(1).initializer());
  }

  @Test
  void theKernelsSettingsChangeNothingElse() {
    Conv2D conv = Conv2D.of(10, 5)
        .kernelRegularizer(Regularizer.l1(0.1))
        .kernelInitializer(VarianceScaling.HE_UNIFORM)
        .bias(false);
    Kernel kernel = new Kernel(VarianceScaling.HE_UNIFORM, Regularizer.l1(0.1), false);
    assertEquals(new Conv2D(10, Window.square(5), Activation.LINEAR, kernel), conv);
    assertEquals(
        List.of(kernel.parameter("kernel", Shape.of(5, 5, 4, 10))),
        conv.parameters(Shape.of(28, 28, 4)));
  }

  @Test
  void dilationSpreadsTheKernelOverMoreOfTheImage() {
    Conv2D conv = Conv2D.of(10, 3, 5).dilation(4);
    assertEquals(Shape.of(20, 14, 10), conv.outputShape(Shape.of(28, 30, 4)));
    assertEquals(Shape.of(28, 30, 10), conv.padding(Padding.SAME).outputShape(Shape.of(28, 30, 4)));
    assertEquals(
        Shape.of(3, 5, 4, 10), conv.parameters(Shape.of(28, 30, 4)).get(0).shape());
    assertRefused(
        InvalidNetworkException.class,
        () -> conv.outputShape(Shape.of(28, 16, 4)),
        "3x5",
        "(9, 17, 4)",
        "(28, 16, 4)");
  }

  @Test
  void badDilationsAreRefused() {
    assertRefused(
        InvalidNetworkException.class,
        () -> Conv2D.of(3, 3).dilation(-2),
        "the vertical dilation must be at least 1, found -2");
    assertRefused(
        InvalidNetworkException.class,
        () -> Conv2D.of(3, 3).dilation(2).strides(1, 2),
        "Conv2D: a window has strides or a dilation, not both",
        "strides (1, 2) and dilation (2, 2)");
    assertRefused(
        InvalidNetworkException.class,
        () -> Conv2D.of(3, 3).dilation(Integer.MAX_VALUE),
        "3x3",
        "2^31 - 1 pixels");
  }

  @Test
  void badValuesAreRefused() {
    assertRefused(InvalidNetworkException.class, () -> Conv2D.of(0, 5), "Conv2D", "filters", "0");
    assertRefused(InvalidNetworkException.class, () -> Conv2D.of(3, 0), "height", "0");
    assertRefused(InvalidNetworkException.class, () -> Conv2D.of(3, 5).strides(-1), "stride", "-1");
    assertRefused(
        InvalidNetworkException.class,
        () -> Conv2D.of(3, 5).activation(Activation.SOFTMAX),
        "Conv2D",
        "softmax");
  }

  @Test
  void anImageSmallerThanTheKernelIsRefusedWithBothShapes() {
    assertRefused(
        InvalidNetworkException.class,
        () -> Conv2D.of(3, 5, 4).outputShape(Shape.of(4, 28, 1)),
        "5x4",
        "valid",
        "(5, 4, 1)",
        "(4, 28, 1)");
  }

  @Test
  void anInputThatIsNoImageIsRefusedWithBothShapes() {
    assertRefused(
        InvalidNetworkException.class,
        () -> Conv2D.of(3, 5).outputShape(Shape.of(784)),
        "(height, width, channels)",
        "(784)");
  }
}
