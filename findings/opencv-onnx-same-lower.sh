#!/usr/bin/env bash
# OpenCV's dnn pads a Conv with auto_pad SAME_LOWER as one with SAME_UPPER.
. "$(dirname "$0")/common.sh"
cat <<'END'
With:      org.openpnp:opencv 4.9.0-0; Conv with a 2x2 kernel of ones and auto_pad, on 3x3.
Expected:  SAME_LOWER adds the odd row and column at the beginning, SAME_UPPER at the end.
Behaviour: both at the end, without an error.
END
opencv 4.9.0-0
cat >Main.java <<'END'
class Main {
  public static void main(String[] args) {
    long[] shape = Onnx.shape(1, 1, 3, 3);
    for (String padding : new String[] {"SAME_UPPER", "SAME_LOWER"}) {
      byte[] model = Onnx.model(
          Onnx.node("Conv", "x", "kernel")
              .addAttribute(Onnx.whole("kernel_shape", 2, 2))
              .addAttribute(Onnx.text("auto_pad", padding)),
          shape, shape, Onnx.constant("kernel", Onnx.shape(1, 1, 2, 2), 1, 1, 1, 1));
      Engines.compare(
          padding, OpenCvEngine::run, model, new float[] {1, 2, 3, 4, 5, 6, 7, 8, 9}, shape);
    }
  }
}
END
sees runs <<'END'
SAME_UPPER
  ONNX Runtime: 12.00, 16.00, 9.000, 24.00, 28.00, 15.00, 15.00, 17.00, 9.000
  other engine: 12.00, 16.00, 9.000, 24.00, 28.00, 15.00, 15.00, 17.00, 9.000
SAME_LOWER
  ONNX Runtime: 1.000, 3.000, 5.000, 5.000, 12.00, 16.00, 11.00, 24.00, 28.00
  other engine: 12.00, 16.00, 9.000, 24.00, 28.00, 15.00, 15.00, 17.00, 9.000
END
