package dev.plenum.interchange.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import dev.plenum.api.network.Conv2D;
import dev.plenum.api.network.Dense;
import dev.plenum.api.network.Dropout;
import dev.plenum.api.network.Flatten;
import dev.plenum.api.network.MaxPool2D;
import dev.plenum.api.network.Operation;
import dev.plenum.api.network.ParameterSpec;
import dev.plenum.api.network.PlacedLayer;
import dev.plenum.api.network.Shape;
import dev.plenum.api.network.Window;
import dev.plenum.api.tensor.NamedTensors;
import dev.plenum.interchange.TrainedNetwork;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A network's layers as nodes of an ONNX graph, from images to logits (n, classes). ONNX's
 * convolutions and poolings take (n, c, h, w), flattening is ours of (n, h, w, c): images that lie
 * otherwise are transposed before.
 */
final class NetworkGraph {
  private final Graph graph;
  /** Before the name of every node and constant. */
  private final String prefix;

  private final NamedTensors weights;

  /** The name of what the layers so far give. */
  private String value;
  /** Whether that is (n, c, h, w). */
  private boolean channelsFirst;

  private NetworkGraph(
      Graph graph, String prefix, NamedTensors weights, String input, ImageLayout layout) {
    this.graph = graph;
    this.prefix = prefix;
    this.weights = weights;
    this.value = input;
    this.channelsFirst = layout == ImageLayout.NCHW;
  }

  /** Adds the nodes, and returns the name of the logits. */
  static String add(
      Graph graph, String prefix, TrainedNetwork trained, String input, ImageLayout layout) {
    NetworkGraph nodes = new NetworkGraph(graph, prefix, trained.weights(), input, layout);
    trained.network().placedLayers().forEach(nodes::add);
    return nodes.value;
  }

  private void add(PlacedLayer layer) {
    Operation spec = layer.spec();
    if (spec instanceof Conv2D conv) {
      convolution(layer, conv.window());
    } else if (spec instanceof MaxPool2D pool) {
      maxPooling(layer, pool.window());
    } else if (spec instanceof Dense) {
      dense(layer);
    } else if (spec instanceof Flatten) {
      flatten(layer);
    } else if (!(spec instanceof Dropout)) { // which does nothing when predicting
      throw new IllegalArgumentException(
          "the layer %s (%s) has no counterpart in ONNX here".formatted(layer.name(), spec.type()));
    }
    activation(layer);
  }

  private void convolution(PlacedLayer layer, Window window) {
    requireChannels(true, layer);
    node(
        "Conv",
        layer,
        "convolution",
        List.of(value, kernel(layer), bias(layer)),
        Graph.attributes("kernel_shape", window.height(), window.width()),
        Graph.attributes("strides", window.strideY(), window.strideX()),
        Graph.attributes("pads", pads(window, layer.input())));
  }

  private void maxPooling(PlacedLayer layer, Window window) {
    requireChannels(true, layer);
    node(
        "MaxPool",
        layer,
        "maximum",
        List.of(value),
        Graph.attributes("kernel_shape", window.height(), window.width()),
        Graph.attributes("strides", window.strideY(), window.strideX()),
        Graph.attributes("pads", pads(window, layer.input())));
  }

  private void dense(PlacedLayer layer) {
    value = graph.product(name(layer, "product"), value, kernel(layer));
    node("Add", layer, "sum", List.of(value, bias(layer)));
  }

  private void flatten(PlacedLayer layer) {
    requireChannels(false, layer);
    node("Flatten", layer, "flat", List.of(value), Graph.attribute("axis", 1));
  }

  private void activation(PlacedLayer layer) {
    switch (layer.spec().activation()) {
      case RELU -> activation(layer, "Relu");
      case SIGMOID -> activation(layer, "Sigmoid");
      case TANH -> activation(layer, "Tanh");
      case LINEAR, SOFTMAX -> {} // The softmax is what makes probabilities of the logits.
    }
  }

  private void activation(PlacedLayer layer, String operator) {
    node(operator, layer, layer.spec().activation().toString(), List.of(value));
  }

  /** Makes a node's output the value so far. */
  private void node(
      String operator,
      PlacedLayer layer,
      String what,
      List<String> inputs,
      AttributeProto... attributes) {
    value = graph.node(operator, name(layer, what), inputs, attributes);
  }

  private String name(PlacedLayer layer, String what) {
    return "%s%s/%s".formatted(prefix, layer.name(), what);
  }

  private String kernel(PlacedLayer layer) {
    ParameterSpec kernel = layer.parameters().get(0);
    String name = layer.parameterName(kernel);
    return graph.constant(
        prefix + name,
        outputsFirst(kernel.shape()),
        outputsFirst(kernel.shape(), weights.get(name).toArray()));
  }

  private String bias(PlacedLayer layer) {
    ParameterSpec bias = layer.parameters().get(1);
    String name = layer.parameterName(bias);
    return graph.constant(
        prefix + name, bias.shape().dimensions(), weights.get(name).toArray());
  }

  /** Transposes images if they lie otherwise. */
  private void requireChannels(boolean first, PlacedLayer layer) {
    if (channelsFirst == first || !layer.input().isImage()) {
      return;
    }
    node(
        "Transpose",
        layer,
        first ? "to_nchw" : "to_nhwc",
        List.of(value),
        first ? Graph.attributes("perm", 0, 3, 1, 2) : Graph.attributes("perm", 0, 2, 3, 1));
    channelsFirst = first;
  }

  /** Rows and columns around the image: top, left, bottom, right. */
  private static long[] pads(Window window, Shape input) {
    int top = window.top(input);
    int left = window.left(input);
    int rows = (window.outputHeight(input) - 1) * window.strideY() + window.height();
    int columns = (window.outputWidth(input) - 1) * window.strideX() + window.width();
    return new long[] {
      top,
      left,
      Math.max(0, rows - top - input.height()),
      Math.max(0, columns - left - input.width())
    };
  }

  /** (outputs, inputs, height, width) of a convolution, (outputs, inputs) of a dense layer. */
  private static List<Integer> outputsFirst(Shape kernel) {
    List<Integer> sizes = new ArrayList<>(kernel.dimensions());
    Collections.reverse(sizes.subList(0, sizes.size() - 2));
    Collections.reverse(sizes);
    return sizes;
  }

  /** From ((height, width,) inputs, outputs) to (outputs, inputs (, height, width)). */
  private static float[] outputsFirst(Shape kernel, float[] values) {
    int outputs = kernel.dimensions().get(kernel.rank() - 1);
    int inputs = kernel.dimensions().get(kernel.rank() - 2);
    int taps = values.length / (outputs * inputs);
    float[] transposed = new float[values.length];
    for (int tap = 0; tap < taps; tap++) {
      for (int in = 0; in < inputs; in++) {
        for (int out = 0; out < outputs; out++) {
          transposed[(out * inputs + in) * taps + tap] =
              values[(tap * inputs + in) * outputs + out];
        }
      }
    }
    return transposed;
  }
}
