package dev.plenum.interchange.onnx;

import ai.onnx.proto.OnnxMl.TensorProto;
import java.util.Arrays;
import java.util.List;

/** Nodes that find the largest value of each row of (n, classes), by operators that all engines have. */
final class FirstMaximum {
  private final Graph graph;
  private final String onlyFirst;

  FirstMaximum(Graph graph, int classes) {
    this.graph = graph;
    this.onlyFirst =
        graph.constant("committee/only_first", List.of(classes, classes), onlyFirst(classes));
  }

  /** (outputs, inputs): each output is its input less all before it. */
  private static float[] onlyFirst(int classes) {
    float[] matrix = new float[classes * classes];
    for (int row = 0; row < classes; row++) {
      Arrays.fill(matrix, row * classes, row * classes + row, -1);
      matrix[row * classes + row] = 1;
    }
    return matrix;
  }

  /** 1 where the value is the largest, 0 elsewhere. */
  String all(String name, String values) {
    String largest = graph.node(
        "ReduceMax",
        name + "/largest",
        List.of(values),
        Graph.attributes("axes", 1),
        Graph.attribute("keepdims", 1));
    String equal = graph.node("Equal", name + "/is_largest", List.of(values, largest));
    return graph.node(
        "Cast",
        name + "/all",
        List.of(equal),
        Graph.attribute("to", TensorProto.DataType.FLOAT.getNumber()));
  }

  /** 1 where the value is the largest and the first that is, 0 elsewhere. */
  String oneHot(String name, String values) {
    String difference = graph.product(name + "/all_less_earlier", all(name, values), onlyFirst);
    return graph.node("Relu", name, List.of(difference));
  }
}
