package dev.plenum.interchange.dl4j;

import dev.plenum.api.network.Activation;
import dev.plenum.api.network.BatchNormalization;
import dev.plenum.api.network.Conv2D;
import dev.plenum.api.network.Dense;
import dev.plenum.api.network.DepthwiseConv2D;
import dev.plenum.api.network.ElementwiseFunction;
import dev.plenum.api.network.ElementwiseSpec;
import dev.plenum.api.network.Normalization;
import dev.plenum.api.network.Operation;
import dev.plenum.api.network.PlacedLayer;
import dev.plenum.api.network.SeparableConv2D;
import dev.plenum.api.network.Window;
import dev.plenum.api.optimizer.OptimizerSpec;
import dev.plenum.api.tensor.NamedTensors;
import java.util.List;
import java.util.Map;

/** Describes layers as Deeplearning4j does; it takes its defaults for the rest. */
final class LayerWriter {
  /**
   * A layer.
   *
   * @param content its description
   * @param function what it computes last; a hard sigmoid or SiLU is left to the vertices behind it
   * @param arrangement where its arrays go
   * @param arrays in the layouts that they have here
   */
  record Written(
      Map<String, Object> content,
      ElementwiseFunction function,
      Arrangement arrangement,
      List<float[]> arrays) {}

  private final NamedTensors weights;
  private final LayerContents contents;
  private final NormalizationWriter normalizations;
  private final WeightlessWriter weightless;

  /**
   * Layers of a network.
   *
   * @param weights the network's
   * @param optimizer what it is trained on with
   */
  LayerWriter(NamedTensors weights, OptimizerSpec optimizer) {
    this.weights = weights;
    contents = new LayerContents(optimizer);
    normalizations = new NormalizationWriter(contents);
    weightless = new WeightlessWriter(contents);
  }

  /**
   * Describes a layer.
   *
   * @param isLast whether it makes the network's output
   * @param order the input there that each of its inputs is, where they are flat
   * @throws IllegalArgumentException if Deeplearning4j has none that computes the same
   */
  Written write(PlacedLayer layer, boolean isLast, int[] order) {
    Operation spec = layer.spec();
    if (spec instanceof Conv2D conv) {
      return convolution(layer, conv);
    }
    if (spec instanceof DepthwiseConv2D conv) {
      requireNotDilated(conv.window());
      return depthwise(layer, conv);
    }
    if (spec instanceof SeparableConv2D conv) {
      requireNotDilated(conv.window());
      return separable(layer, conv);
    }
    if (spec instanceof Dense dense) {
      return dense(layer, dense, isLast, order);
    }
    if (spec instanceof BatchNormalization norm) {
      return normalizations.batch(layer, norm, arrays(layer), order);
    }
    if (spec instanceof Normalization norm) {
      return normalizations.fixed(layer, norm, order);
    }
    if (spec instanceof ElementwiseSpec elementwise) {
      ElementwiseFunction function = elementwise.function();
      return new Written(
          isLast ? loss(layer.name(), function) : applied(layer.name(), function),
          function,
          Arrangement.none(),
          List.of());
    }
    return new Written(
        weightless.write(layer), new ElementwiseFunction.Identity(), Arrangement.none(), List.of());
  }

  private Written withOwnArrays(
      PlacedLayer layer,
      Map<String, Object> content,
      ElementwiseFunction function,
      Arrangement arrangement) {
    return new Written(LayerContents.frozen(layer, content), function, arrangement, arrays(layer));
  }

  private List<float[]> arrays(PlacedLayer layer) {
    return layer.parameters().stream()
        .map(parameter -> weights.get(layer.parameterName(parameter)).toArray())
        .toList();
  }

  private static void sizes(Map<String, Object> content, Window window, int in, int out) {
    Windows.write(window, content);
    content.put("cnn2dDataFormat", Layout.NCHW);
    content.put("cudnnAllowFallback", true);
    content.put("nin", in);
    content.put("nout", out);
  }

  private Written convolution(PlacedLayer layer, Conv2D conv) {
    Window window = conv.window();
    int in = layer.input().channels();
    Map<String, Object> content =
        contents.kernel("ConvolutionLayer", layer, conv.kernel(), conv.activation());
    sizes(content, window, in, conv.filters());
    return withOwnArrays(
        layer,
        content,
        conv.activation().function(),
        Arrangement.convolution(
            window.height(), window.width(), in, conv.filters(), conv.kernel().bias()));
  }

  /** Its depthwise operation ends in an error then. */
  private static void requireNotDilated(Window window) {
    if (window.isDilated()) {
      throw new IllegalArgumentException(
          "Deeplearning4j cannot compute depthwise convolutions with dilation");
    }
  }

  private Written depthwise(PlacedLayer layer, DepthwiseConv2D conv) {
    Window window = conv.window();
    int in = layer.input().channels();
    int out = in * conv.multiplier();
    Map<String, Object> content =
        contents.kernel("DepthwiseConvolution2D", layer, conv.kernel(), conv.activation());
    sizes(content, window, in, out);
    content.put("depthMultiplier", conv.multiplier());
    return withOwnArrays(
        layer,
        content,
        conv.activation().function(),
        Arrangement.depthwise(
            window.height() * window.width() * out, conv.kernel().bias() ? out : 0));
  }

  private Written separable(PlacedLayer layer, SeparableConv2D conv) {
    Window window = conv.window();
    int in = layer.input().channels();
    Map<String, Object> content =
        contents.kernel("SeparableConvolution2D", layer, conv.kernel(), conv.activation());
    sizes(content, window, in, conv.filters());
    content.put("depthMultiplier", conv.multiplier());
    return withOwnArrays(
        layer,
        content,
        conv.activation().function(),
        Arrangement.separable(
            window.height(),
            window.width(),
            in,
            conv.multiplier(),
            conv.filters(),
            conv.kernel().bias()));
  }

  private Written dense(PlacedLayer layer, Dense dense, boolean isLast, int[] order) {
    Activation activation = isLast ? Activation.SOFTMAX : dense.activation();
    Map<String, Object> content =
        contents.kernel(isLast ? "OutputLayer" : "DenseLayer", layer, dense.kernel(), activation);
    content.put("nin", order.length);
    content.put("nout", dense.units());
    if (isLast) {
      content.put("lossFn", crossEntropy());
    }
    return withOwnArrays(
        layer,
        content,
        activation.function(),
        Arrangement.dense(order, dense.units(), dense.kernel().bias()));
  }

  private static Map<String, Object> crossEntropy() {
    Map<String, Object> loss = ClassName.object("org.nd4j.linalg.lossfunctions.impl.LossMCXENT");
    loss.put("softmaxClipEps", 1e-10);
    return loss;
  }

  /** A layer that applies a function, ND4J's own where that is a hard sigmoid. */
  static Map<String, Object> activation(String name, ElementwiseFunction function) {
    Map<String, Object> content = LayerContents.named("ActivationLayer", name);
    content.put("activationFn", Functions.write(function));
    return content;
  }

  private static Map<String, Object> applied(String name, ElementwiseFunction function) {
    return LayerContents.isHard(function) ? Map.of() : activation(name, function);
  }

  private Map<String, Object> loss(String name, ElementwiseFunction function) {
    Map<String, Object> content = contents.trained("LossLayer", name, function);
    content.put("lossFn", crossEntropy());
    return content;
  }
}
