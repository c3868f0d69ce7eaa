package dev.plenum.interchange.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import dev.plenum.api.network.AveragePooling2D;
import dev.plenum.api.network.BatchNormalization;
import dev.plenum.api.network.Conv2D;
import dev.plenum.api.network.Cropping2D;
import dev.plenum.api.network.Dense;
import dev.plenum.api.network.DepthwiseConv2D;
import dev.plenum.api.network.Dropout;
import dev.plenum.api.network.ElementwiseSpec;
import dev.plenum.api.network.Flatten;
import dev.plenum.api.network.GlobalAveragePooling2D;
import dev.plenum.api.network.GlobalMaxPooling2D;
import dev.plenum.api.network.LayerSpec;
import dev.plenum.api.network.Margins;
import dev.plenum.api.network.MaxPool2D;
import dev.plenum.api.network.Normalization;
import dev.plenum.api.network.PlacedLayer;
import dev.plenum.api.network.Rescaling;
import dev.plenum.api.network.Reshape;
import dev.plenum.api.network.SeparableConv2D;
import dev.plenum.api.network.Shape;
import dev.plenum.api.network.SpatialDropout2D;
import dev.plenum.api.network.Window;
import dev.plenum.api.network.ZeroPadding2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Layers as nodes, without the activation that Keras lets them have. */
final class SpecNodes {
  private final LayerNodes nodes;
  private final PlacedLayer layer;
  private final boolean channelsFirst;

  /** Will add to the nodes of a layer whose images lie so. */
  SpecNodes(LayerNodes nodes, PlacedLayer layer, boolean channelsFirst) {
    this.nodes = nodes;
    this.layer = layer;
    this.channelsFirst = channelsFirst;
  }

  /** In which layout a layer's images must lie; empty if in either. */
  static Optional<ImageLayout> layout(LayerSpec spec) {
    if (spec instanceof Flatten || spec instanceof Reshape) {
      return Optional.of(ImageLayout.NHWC);
    }
    boolean either = spec instanceof Dense
        || spec instanceof ElementwiseSpec
        || spec instanceof Dropout
        || spec instanceof SpatialDropout2D
        || spec instanceof Rescaling
        || spec instanceof Normalization;
    return either ? Optional.empty() : Optional.of(ImageLayout.NCHW);
  }

  /**
   * Adds what a layer makes of a value.
   *
   * @throws IllegalArgumentException if ONNX has nothing for the layer; the message names it
   */
  String of(LayerSpec spec, String value) {
    if (spec instanceof Conv2D conv) {
      return convolution("convolution", value, nodes.kernel("kernel"), conv.window(), 1);
    } else if (spec instanceof DepthwiseConv2D depthwise) {
      return convolution(
          "convolution",
          value,
          nodes.groupedKernel("kernel"),
          depthwise.window(),
          layer.input().channels());
    } else if (spec instanceof SeparableConv2D separable) {
      return separable(separable, value);
    } else if (spec instanceof Dense) {
      return dense(value);
    } else if (spec instanceof BatchNormalization normalization) {
      return batchNormalization(normalization, value);
    } else if (spec instanceof ElementwiseSpec elementwise) {
      return new FunctionNodes(nodes).of(elementwise.function(), value);
    } else if (spec instanceof MaxPool2D pool) {
      return pooling("MaxPool", "maximum", value, pool.window());
    } else if (spec instanceof AveragePooling2D pool) {
      return pooling("AveragePool", "mean", value, pool.window());
    } else if (spec instanceof GlobalAveragePooling2D pool) {
      return globalPooling("GlobalAveragePool", "mean", value, pool.keepDims());
    } else if (spec instanceof GlobalMaxPooling2D pool) {
      return globalPooling("GlobalMaxPool", "maximum", value, pool.keepDims());
    } else if (spec instanceof Dropout || spec instanceof SpatialDropout2D) {
      return value; // They do nothing when predicting.
    } else if (spec instanceof Flatten) {
      return flat(value);
    } else if (spec instanceof Reshape reshape) {
      return reshape(reshape, value);
    } else if (spec instanceof ZeroPadding2D padding) {
      return padded(padding.margins(), value);
    } else if (spec instanceof Cropping2D cropping) {
      return cropped(cropping.margins(), value);
    } else if (spec instanceof Rescaling rescaling) {
      return scaled(
          value,
          nodes.scalar("factor", rescaling.scale()),
          nodes.scalar("offset", rescaling.offset()));
    } else if (spec instanceof Normalization normalization) {
      return normalization(normalization, value);
    }
    throw new IllegalArgumentException(
        "the layer %s (%s) has no counterpart in ONNX here".formatted(layer.name(), spec.type()));
  }

  private String convolution(String what, String value, String kernel, Window window, int groups) {
    List<String> inputs = new ArrayList<>(List.of(value, kernel));
    if (nodes.has("bias")) {
      inputs.add(bias());
    }
    return convolution(what, inputs, window, groups);
  }

  private String convolution(String what, List<String> inputs, Window window, int groups) {
    List<AttributeProto> attributes = windowAttributes(window);
    if (window.isDilated()) {
      attributes.add(Graph.attributes("dilations", window.dilationY(), window.dilationX()));
    }
    if (groups > 1) {
      attributes.add(Graph.attribute("group", groups));
    }
    return nodes.node("Conv", what, inputs, attributes.toArray(AttributeProto[]::new));
  }

  private String separable(SeparableConv2D separable, String value) {
    List<String> inputs = List.of(value, nodes.groupedKernel("depthwise_kernel"));
    String each =
        convolution("depthwise", inputs, separable.window(), layer.input().channels());
    return convolution(
        "convolution",
        each,
        nodes.kernel("pointwise_kernel"),
        separable.pointwise().window(),
        1);
  }

  private String dense(String value) {
    String product = nodes.product("product", value, nodes.kernel("kernel"));
    return nodes.has("bias") ? nodes.node("Add", "sum", List.of(product, bias())) : product;
  }

  private String bias() {
    return nodes.channels("bias", layer.output().lastDimension(), 0);
  }

  private String batchNormalization(BatchNormalization normalization, String value) {
    int channels = layer.input().lastDimension();
    return nodes.node(
        "BatchNormalization",
        "normalized",
        List.of(
            value,
            nodes.channels("gamma", channels, 1),
            nodes.channels("beta", channels, 0),
            nodes.channels("moving_mean", channels, 0),
            nodes.channels("moving_variance", channels, 1)),
        Graph.attribute("epsilon", (float) normalization.epsilon()),
        Graph.attribute("momentum", (float) normalization.momentum()));
  }

  private String pooling(String operator, String what, String value, Window window) {
    AttributeProto[] attributes = windowAttributes(window).toArray(AttributeProto[]::new);
    return nodes.node(operator, what, List.of(value), attributes);
  }

  private String globalPooling(String operator, String what, String value, boolean keepDims) {
    String pooled = nodes.node(operator, what, List.of(value));
    return keepDims ? pooled : flat(pooled);
  }

  private String flat(String value) {
    return nodes.node("Flatten", "flat", List.of(value), Graph.attribute("axis", 1));
  }

  private String reshape(Reshape reshape, String value) {
    List<Integer> sizes = new ArrayList<>(reshape.target().dimensions());
    sizes.add(0, -1);
    return nodes.node("Reshape", "reshaped", List.of(value, nodes.wholes("shape", sizes)));
  }

  private String padded(Margins margins, String value) {
    List<Integer> sides =
        List.of(0, 0, margins.top(), margins.left(), 0, 0, margins.bottom(), margins.right());
    return nodes.node("Pad", "padded", List.of(value, nodes.wholes("sides", sides)));
  }

  private String cropped(Margins margins, String value) {
    Shape input = layer.input();
    return nodes.node(
        "Slice",
        "cropped",
        List.of(
            value,
            nodes.wholes("first", List.of(margins.top(), margins.left())),
            nodes.wholes(
                "end", List.of(input.height() - margins.bottom(), input.width() - margins.right())),
            nodes.wholes("axes", List.of(2, 3))));
  }

  private String normalization(Normalization normalization, String value) {
    int channels = normalization.mean().size();
    float[] factors = new float[channels];
    float[] offsets = new float[channels];
    for (int c = 0; c < channels; c++) {
      factors[c] = (float) normalization.factor(c);
      offsets[c] = (float) normalization.offset(c);
    }
    List<Integer> sizes =
        channelsFirst && layer.input().isImage() ? List.of(channels, 1, 1) : List.of(channels);
    return scaled(
        value, nodes.constant("factor", sizes, factors), nodes.constant("offset", sizes, offsets));
  }

  private String scaled(String value, String factor, String offset) {
    String scaled = nodes.node("Mul", "scaled", List.of(value, factor));
    return nodes.node("Add", "shifted", List.of(scaled, offset));
  }

  private List<AttributeProto> windowAttributes(Window window) {
    return new ArrayList<>(List.of(
        Graph.attributes("kernel_shape", window.height(), window.width()),
        Graph.attributes("strides", window.strideY(), window.strideX()),
        Graph.attributes("pads", pads(window, layer.input()))));
  }

  /** Rows and columns around the image: top, left, bottom, right. */
  private static long[] pads(Window window, Shape input) {
    int top = window.top(input);
    int left = window.left(input);
    int rows = (window.outputHeight(input) - 1) * window.strideY() + window.spanY();
    int columns = (window.outputWidth(input) - 1) * window.strideX() + window.spanX();
    return new long[] {
      top,
      left,
      Math.max(0, rows - top - input.height()),
      Math.max(0, columns - left - input.width())
    };
  }
}
