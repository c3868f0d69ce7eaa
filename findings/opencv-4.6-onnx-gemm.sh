#!/usr/bin/env bash
# OpenCV 4.6 refuses an ONNX Gemm whose matrix is not transposed.
. "$(dirname "$0")/common.sh"
cat <<'END'
With:      org.openpnp:opencv 4.6.0-0; Gemm of x and a constant matrix, transB 1 or 0.
Expected:  (22, 28) in both: with transB 0, ONNX's default, the matrix is (inputs, outputs).
Behaviour: with transB 0 the model is refused as it is run; OpenCV 4.9 runs it.
END
opencv 4.6.0-0
cat >Main.java <<'END'
import ai.onnx.proto.OnnxMl.TensorProto;

class Main {
  static void compare(String what, long transposed, TensorProto weights) {
    Engines.compare(
        what,
        OpenCvEngine::run,
        Onnx.model(
            Onnx.node("Gemm", "x", "weights").addAttribute(Onnx.whole("transB", transposed)),
            Onnx.shape(1, 3), Onnx.shape(1, 2), weights),
        new float[] {1, 2, 3}, 1, 3);
  }

  public static void main(String[] args) {
    compare("transB 1", 1, Onnx.constant("weights", Onnx.shape(2, 3), 1, 3, 5, 2, 4, 6));
    compare("transB 0", 0, Onnx.constant("weights", Onnx.shape(3, 2), 1, 2, 3, 4, 5, 6));
  }
}
END
sees runs <<'END'
transB 1
  ONNX Runtime: 22.00, 28.00
  other engine: 22.00, 28.00
transB 0
  ONNX Runtime: 22.00, 28.00
  other engine: refused: cv::Exception: OpenCV(4.6.0)
END
