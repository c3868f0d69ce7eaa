#!/usr/bin/env bash
# SameDiff's import of ONNX pools with other padding than asked for, where it is uneven.
. "$(dirname "$0")/common.sh"
cat <<'END'
With:      samediff-import-onnx 1.0.0-M2.1; MaxPool 2x2 with strides of 1 and pads (0, 0, 1, 1), on 3x3.
Expected:  3x3 values: a row is added below, a column at the right.
Behaviour: 4x4 values: rows and columns are added on all sides, without an error. A Conv with the same
           pads is right.
END
samediff
cat >Main.java <<'END'
import ai.onnx.proto.OnnxMl.NodeProto;

class Main {
  static NodeProto.Builder padded(NodeProto.Builder node) {
    return node.addAttribute(Onnx.whole("kernel_shape", 2, 2))
        .addAttribute(Onnx.whole("strides", 1, 1))
        .addAttribute(Onnx.whole("pads", 0, 0, 1, 1));
  }

  public static void main(String[] args) {
    long[] shape = Onnx.shape(1, 1, 3, 3);
    float[] image = {1, 2, 3, 4, 5, 6, 7, 8, 9};
    Engines.compare(
        "MaxPool",
        SameDiffEngine::run,
        Onnx.model(padded(Onnx.node("MaxPool", "x")), shape, shape),
        image, shape);
    Engines.compare(
        "Conv",
        SameDiffEngine::run,
        Onnx.model(
            padded(Onnx.node("Conv", "x", "kernel")), shape, shape,
            Onnx.constant("kernel", Onnx.shape(1, 1, 2, 2), 1, 1, 1, 1)),
        image, shape);
  }
}
END
sees runs <<'END'
MaxPool
  ONNX Runtime: 5.000, 6.000, 6.000, 8.000, 9.000, 9.000, 8.000, 9.000, 9.000
  other engine: 1.000, 2.000, 3.000, 3.000, 4.000, 5.000, 6.000, 6.000, 7.000, 8.000, 9.000, 9.000, 7.000, 8.000, 9.000, 9.000
Conv
  ONNX Runtime: 12.00, 16.00, 9.000, 24.00, 28.00, 15.00, 15.00, 17.00, 9.000
  other engine: 12.00, 16.00, 9.000, 24.00, 28.00, 15.00, 15.00, 17.00, 9.000
END
