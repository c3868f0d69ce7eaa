#!/usr/bin/env bash
# SameDiff's import of ONNX leaves the bias of Gemm out.
. "$(dirname "$0")/common.sh"
cat <<'END'
With:      samediff-import-onnx 1.0.0-M2.1; x = (1, 2, 3), a matrix and the bias (10, 20).
Expected:  Gemm is alpha * x * W + beta * bias: (32, 48), and (27, 38) where beta is 0.5.
Behaviour: (22, 28) in both: the third input is not added, without an error.
END
samediff
cat >Main.java <<'END'
import ai.onnx.proto.OnnxMl.TensorProto;

class Main {
  public static void main(String[] args) {
    TensorProto weights = Onnx.constant("weights", Onnx.shape(2, 3), 1, 3, 5, 2, 4, 6);
    TensorProto bias = Onnx.constant("bias", Onnx.shape(2), 10, 20);
    for (float beta : new float[] {1, 0.5f}) {
      byte[] model = Onnx.model(
          Onnx.node("Gemm", "x", "weights", "bias")
              .addAttribute(Onnx.number("alpha", 1))
              .addAttribute(Onnx.number("beta", beta))
              .addAttribute(Onnx.whole("transB", 1)),
          Onnx.shape(1, 3), Onnx.shape(1, 2), weights, bias);
      Engines.compare("beta " + beta, SameDiffEngine::run, model, new float[] {1, 2, 3}, 1, 3);
    }
  }
}
END
sees runs <<'END'
beta 1.0
  ONNX Runtime: 32.00, 48.00
  other engine: 22.00, 28.00
beta 0.5
  ONNX Runtime: 27.00, 38.00
  other engine: 22.00, 28.00
END
