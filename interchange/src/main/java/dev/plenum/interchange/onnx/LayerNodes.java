package dev.plenum.interchange.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import dev.plenum.api.network.PlacedLayer;
import dev.plenum.api.network.Shape;
import dev.plenum.api.tensor.NamedTensors;
import java.util.Arrays;
import java.util.List;

/** Adds the nodes and constants of one layer to a graph. Their names begin with the layer's. */
final class LayerNodes {
  private final Graph graph;
  private final String prefix;
  private final PlacedLayer layer;
  private final NamedTensors weights;

  /** Of a layer with these weights among others; the prefix comes before its name. */
  LayerNodes(Graph graph, String prefix, PlacedLayer layer, NamedTensors weights) {
    this.graph = graph;
    this.prefix = prefix + layer.name() + "/";
    this.layer = layer;
    this.weights = weights;
  }

  /** Adds a node and returns the name of its output. */
  String node(String operator, String what, List<String> inputs, AttributeProto... attributes) {
    return graph.node(operator, prefix + what, inputs, attributes);
  }

  /** Adds the product of (n, inputs) and the transpose of (outputs, inputs). */
  String product(String what, String values, String matrix) {
    return graph.product(prefix + what, values, matrix);
  }

  /** Adds nodes that join the first two values, then these and the third, and so on. */
  String chain(String operator, String what, List<String> values) {
    String joined = values.get(0);
    for (int i = 1; i < values.size(); i++) {
      String name = i == values.size() - 1 ? what : what + "_" + i;
      joined = node(operator, name, List.of(joined, values.get(i)));
    }
    return joined;
  }

  /** Adds a number. */
  String scalar(String what, double value) {
    return constant(what, List.of(), (float) value);
  }

  /** Adds floats, in row-major order. */
  String constant(String what, List<Integer> dimensions, float... values) {
    return graph.constant(prefix + what, dimensions, values);
  }

  /** Adds whole numbers in a row, sizes or positions. */
  String wholes(String what, List<Integer> values) {
    return graph.shape(prefix + what, values);
  }

  /** Whether the layer has such a parameter. */
  boolean has(String parameter) {
    return layer.parameters().stream().anyMatch(own -> own.name().equals(parameter));
  }

  /** Adds a parameter with one value for each channel, or that many of this one if there is none. */
  String channels(String parameter, int channels, float otherwise) {
    float[] values = new float[channels];
    Arrays.fill(values, otherwise);
    return constant(
        parameter,
        List.of(channels),
        has(parameter) ? weights.get(name(parameter)).toArray() : values);
  }

  /** Adds a kernel, outputs first. */
  String kernel(String parameter) {
    return kernel(parameter, shape(parameter));
  }

  /** Adds a depthwise kernel as that of a convolution in groups. */
  String groupedKernel(String parameter) {
    return kernel(parameter, KernelLayout.grouped(shape(parameter)));
  }

  private String kernel(String parameter, Shape shape) {
    return constant(
        parameter,
        KernelLayout.outputsFirst(shape),
        KernelLayout.outputsFirst(shape, weights.get(name(parameter)).toArray()));
  }

  private Shape shape(String parameter) {
    return weights.get(name(parameter)).shape();
  }

  private String name(String parameter) {
    return layer.parameters().stream()
        .filter(own -> own.name().equals(parameter))
        .map(layer::parameterName)
        .findFirst()
        .orElseThrow();
  }
}
