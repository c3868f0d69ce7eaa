package dev.plenum.interchange.onnx.reading;

import static java.util.Map.entry;

import dev.plenum.api.network.Activation;
import dev.plenum.api.network.Add;
import dev.plenum.api.network.Dense;
import dev.plenum.api.network.ElementwiseSpec;
import dev.plenum.api.network.Operation;
import dev.plenum.api.network.PlacedLayer;
import dev.plenum.interchange.Assembly;
import dev.plenum.interchange.TrainedNetwork;
import dev.plenum.interchange.onnx.reading.Signal.Images;
import dev.plenum.interchange.onnx.reading.Signal.Rows;
import java.util.Map;
import java.util.function.Function;

/** Makes a network of a graph, node by node. */
final class NetworkReader {
  private final OnnxGraph graph;
  private final Assembly assembly;
  private final Scope scope;
  private final Folding folding;
  private final Map<String, Function<Node, Known>> operators;

  private NetworkReader(OnnxGraph graph) {
    this.graph = graph;
    Images images = InputLayout.images(graph);
    assembly = new Assembly(images.shape());
    scope = new Scope(graph, assembly);
    scope.put(graph.input(), images);
    folding = new Folding(graph, scope);
    operators = operators(
        new WindowOperators(scope, assembly),
        new DenseOperators(scope, assembly),
        new ArithmeticOperators(scope, assembly),
        new FunctionOperators(scope, assembly),
        new ShapeOperators(scope, assembly));
  }

  /**
   * The network of a graph.
   *
   * @throws InvalidOnnxException if it has what a network cannot have; the message names the node
   */
  static TrainedNetwork read(OnnxGraph graph) {
    return new NetworkReader(ActivationPatterns.simplified(graph)).read();
  }

  private Map<String, Function<Node, Known>> operators(
      WindowOperators windows,
      DenseOperators dense,
      ArithmeticOperators arithmetic,
      FunctionOperators functions,
      ShapeOperators shapes) {
    return Map.ofEntries(
        entry("Add", arithmetic::sum),
        entry("AveragePool", windows::mean),
        entry("BatchNormalization", arithmetic::normalized),
        entry("Cast", this::same),
        entry("Clip", functions::clipped),
        entry("Concat", arithmetic::concatenated),
        entry("Conv", windows::convolution),
        entry("Div", arithmetic::withConstant),
        entry("Dropout", this::same),
        entry("Elu", functions::elu),
        entry("Flatten", shapes::flatten),
        entry("Gelu", functions::gelu),
        entry("Gemm", dense::gemm),
        entry("GlobalAveragePool", windows::globalMean),
        entry("GlobalMaxPool", windows::globalMaximum),
        entry("HardSigmoid", functions::hardSigmoid),
        entry("HardSwish", node -> functions.activation(node, Activation.HARD_SILU)),
        entry("Identity", this::same),
        entry("LeakyRelu", functions::leaky),
        entry("LogSoftmax", functions::softmax),
        entry("MatMul", dense::product),
        entry("Max", arithmetic::maximum),
        entry("MaxPool", windows::maximum),
        entry("Mean", arithmetic::mean),
        entry("Min", functions::minimum),
        entry("Mul", arithmetic::product),
        entry("Pad", shapes::pad),
        entry("ReduceMax", windows::reducedMaximum),
        entry("ReduceMean", windows::reducedMean),
        entry("Relu", node -> functions.activation(node, Activation.RELU)),
        entry("Reshape", shapes::reshape),
        entry("Shape", node -> scope.signal(node, 0).sizes()),
        entry("Sigmoid", node -> functions.activation(node, Activation.SIGMOID)),
        entry("Slice", shapes::slice),
        entry("Softmax", functions::softmax),
        entry("Squeeze", shapes::squeeze),
        entry("Sub", arithmetic::withConstant),
        entry("Sum", node -> arithmetic.merged(node, new Add())),
        entry("Swish", functions::swish),
        entry("Tanh", node -> functions.activation(node, Activation.TANH)),
        entry("ThresholdedRelu", functions::thresholded),
        entry("Transpose", shapes::transpose),
        entry("Unsqueeze", shapes::unsqueeze));
  }

  private TrainedNetwork read() {
    for (Node node : graph.nodes()) {
      try {
        scope.put(node.output(), value(node));
      } catch (InvalidOnnxException e) {
        throw e;
      } catch (IllegalArgumentException | ArithmeticException e) {
        throw node.refused("makes no layer: " + e.getMessage());
      }
    }
    try {
      return assembly.network(last(graph.nodes().get(graph.nodes().size() - 1)));
    } catch (InvalidOnnxException e) {
      throw e;
    } catch (IllegalArgumentException e) {
      throw new InvalidOnnxException(String.valueOf(e.getMessage()));
    }
  }

  private Known value(Node node) {
    if (scope.isConstant(node)) {
      return folding.of(node);
    }
    Function<Node, Known> operator = operators.get(node.operator());
    if (operator == null) {
      throw node.refused("is the operator " + node.operator() + ", which is not read");
    }
    return operator.apply(node);
  }

  /** What does nothing when predicting. */
  private Known same(Node node) {
    return scope.signal(node, 0);
  }

  /** The layer that the network ends with. */
  private int last(Node node) {
    if (!(scope.get(node, graph.output()) instanceof Signal signal)) {
      throw new InvalidOnnxException("the output '" + graph.output() + "' is constant");
    }
    boolean onePixel = signal instanceof Images images
        && images.shape().size() == images.shape().channels();
    Rows rows = signal instanceof Rows own
        ? own
        : onePixel ? new ShapeOperators(scope, assembly).flattened(signal) : null;
    if (rows == null || !rows.isPlain()) {
      throw new InvalidOnnxException("the output '%s' is not one number for each class, but %s"
          .formatted(graph.output(), signal.dimensions()));
    }
    return scores(rows.layer());
  }

  /** A network ends in softmax or in a Dense layer: other logits get the softmax that they lack. */
  private int scores(int layer) {
    if (layer == PlacedLayer.IMAGES) {
      throw new InvalidOnnxException("the output is the images");
    }
    Operation last = assembly.operation(layer);
    boolean isLogits = !(last instanceof Dense) && !(last instanceof ElementwiseSpec);
    return isLogits ? assembly.add(Activation.SOFTMAX.layer(), layer) : layer;
  }
}
