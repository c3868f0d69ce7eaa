#!/usr/bin/env bash
# OpenCV's dnn crashes when it reads GELU in its tanh form.
. "$(dirname "$0")/common.sh"
cat <<'END'
With:      org.openpnp:opencv 4.9.0-0; x * 0.5 * (1 + tanh(0.79788 * (x + 0.044715 * x * x * x))) as
           Mul, Add and Tanh, with numbers as initializers.
Expected:  the values that ONNX Runtime gives.
Behaviour: the process dies of signal 11 in extractConstant.
END
opencv 4.9.0-0
cat >Main.java <<'END'
import ai.onnx.proto.OnnxMl.*;

class Main {
  private static final GraphProto.Builder graph = GraphProto.newBuilder();

  private static void node(String output, String operator, String... inputs) {
    graph.addNode(Onnx.node(operator, inputs).setName(output).addOutput(output));
  }

  private static void number(String name, float value) {
    graph.addInitializer(Onnx.constant(name, Onnx.shape(), value));
  }

  public static void main(String[] args) throws Exception {
    long[] shape = Onnx.shape(1, 1, 1, 3);
    number("bend", 0.044715f);
    number("root", 0.7978846f);
    number("one", 1);
    number("half", 0.5f);
    node("square", "Mul", "x", "x");
    node("cube", "Mul", "square", "x");
    node("bent", "Mul", "cube", "bend");
    node("sum", "Add", "x", "bent");
    node("scaled", "Mul", "sum", "root");
    node("tanh", "Tanh", "scaled");
    node("shifted", "Add", "tanh", "one");
    node("double", "Mul", "x", "shifted");
    node("y", "Mul", "double", "half");
    ModelProto one = ModelProto.parseFrom(Onnx.model(Onnx.node("Relu", "x"), shape, shape));
    byte[] model = one.toBuilder()
        .setGraph(one.getGraph().toBuilder()
            .clearNode()
            .addAllNode(graph.getNodeList())
            .addAllInitializer(graph.getInitializerList()))
        .build()
        .toByteArray();
    Engines.compare(
        "GELU",
        args[0].equals("OpenCV") ? OpenCvEngine::run : (bytes, x, sizes) -> x,
        model,
        new float[] {-1, 0.5f, 2},
        shape);
  }
}
END
javac -nowarn -cp 'lib/*:classes' -d classes Main.java
attempts() {
  local code=0
  java -cp 'lib/*:classes' Main none | head -2
  java -cp 'lib/*:classes' Main OpenCV >log 2>&1 || code=$?
  echo "OpenCV: exit code $code, in $(grep -o 'extractConstant' log | head -1)"
}
sees attempts <<'END'
GELU
  ONNX Runtime: -0.1588, 0.3457, 1.955
OpenCV: exit code 134, in extractConstant
END
