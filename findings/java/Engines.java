import ai.onnxruntime.*;
import java.nio.FloatBuffer;
import java.nio.file.*;
import java.util.*;

/** What ONNX Runtime, and another engine, make of a model with input {@code x} and output {@code y}. */
final class Engines {
  interface Engine {
    float[] run(byte[] model, float[] x, long[] shape) throws Exception;
  }

  static void compare(String what, Engine other, byte[] model, float[] x, long... shape) {
    System.out.printf("%s%n  ONNX Runtime: %s%n", what, shown(Engines::onnxRuntime, model, x, shape));
    System.out.printf("  other engine: %s%n", shown(other, model, x, shape));
  }

  private static String shown(Engine engine, byte[] model, float[] x, long[] shape) {
    try {
      StringJoiner values = new StringJoiner(", ");
      for (float value : engine.run(model, x, shape)) values.add(String.format(Locale.ROOT, "%.4g", value));
      return values.toString();
    } catch (Exception e) {
      // Without the place in the engine's own source.
      return "refused: " + String.valueOf(e.getMessage()).strip().replaceAll("\\s+", " ").replaceAll(" /.*", "");
    }
  }

  private static float[] onnxRuntime(byte[] model, float[] x, long[] shape) throws Exception {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (OrtSession session = environment.createSession(model);
        OnnxTensor input = OnnxTensor.createTensor(environment, FloatBuffer.wrap(x), shape);
        OrtSession.Result result = session.run(Map.of("x", input))) {
      FloatBuffer values = ((OnnxTensor) result.get(0)).getFloatBuffer();
      float[] y = new float[values.remaining()];
      values.get(y);
      return y;
    }
  }
}
