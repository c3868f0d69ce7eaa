#!/usr/bin/env bash
# SameDiff's import of ONNX takes other values for attributes that are left out than ONNX says.
. "$(dirname "$0")/common.sh"
cat <<'END'
With:      samediff-import-onnx 1.0.0-M2.1.
Expected:  ONNX's defaults: alpha of Gemm is 1, axis of Softmax the last one, strides of MaxPool 1.
Behaviour: a Gemm without alpha gives zeros, a Softmax of (1, 2, 1, 2) is taken along another axis, both
           without an error; MaxPool without strides is refused.
END
samediff
cat >Main.java <<'END'
class Main {
  public static void main(String[] args) {
    Engines.compare(
        "Gemm without alpha",
        SameDiffEngine::run,
        Onnx.model(
            Onnx.node("Gemm", "x", "weights"),
            Onnx.shape(1, 3), Onnx.shape(1, 2),
            Onnx.constant("weights", Onnx.shape(3, 2), 1, 2, 3, 4, 5, 6)),
        new float[] {1, 2, 3}, 1, 3);
    Engines.compare(
        "Softmax without axis",
        SameDiffEngine::run,
        Onnx.model(Onnx.node("Softmax", "x"), Onnx.shape(1, 2, 1, 2), Onnx.shape(1, 2, 1, 2)),
        new float[] {1, 2, 3, 5}, 1, 2, 1, 2);
    Engines.compare(
        "MaxPool without strides",
        SameDiffEngine::run,
        Onnx.model(
            Onnx.node("MaxPool", "x").addAttribute(Onnx.whole("kernel_shape", 2, 2)),
            Onnx.shape(1, 1, 3, 3), Onnx.shape(1, 1, 2, 2)),
        new float[] {1, 2, 3, 4, 5, 6, 7, 8, 9}, 1, 1, 3, 3);
  }
}
END
sees runs <<'END'
Gemm without alpha
  ONNX Runtime: 22.00, 28.00
  other engine: 0.000, 0.000
Softmax without axis
  ONNX Runtime: 0.2689, 0.7311, 0.1192, 0.8808
  other engine: 1.000, 1.000, 1.000, 1.000
MaxPool without strides
  ONNX Runtime: 5.000, 6.000, 8.000, 9.000
  other engine: refused: Stride height can not be negative or 0, got: 0
END
