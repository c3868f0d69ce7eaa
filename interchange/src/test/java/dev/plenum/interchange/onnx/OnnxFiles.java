package dev.plenum.interchange.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Map;

/** ONNX files for other packages: exported ones, and what ONNX Runtime makes of any. */
public final class OnnxFiles {
  private OnnxFiles() {}

  /** What is written of a model. */
  public static byte[] bytes(OnnxModel model) {
    return Engine.bytes(model);
  }

  /** What a model with one input and one output makes of values in this shape. */
  public static float[] run(byte[] model, float[] values, int... shape) {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    long[] sizes = Arrays.stream(shape).asLongStream().toArray();
    try (OrtSession session = environment.createSession(model);
        OnnxTensor input = OnnxTensor.createTensor(environment, FloatBuffer.wrap(values), sizes);
        OrtSession.Result result =
            session.run(Map.of(session.getInputNames().iterator().next(), input))) {
      FloatBuffer found = ((OnnxTensor) result.get(0)).getFloatBuffer();
      float[] outputs = new float[found.remaining()];
      found.get(outputs);
      return outputs;
    } catch (OrtException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Images (n, height, width, channels) as (n, channels, height, width), or the other way round. */
  public static float[] turned(float[] values, int images, int inner) {
    int size = values.length / images;
    int outer = size / inner;
    float[] turned = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      int within = i % size;
      turned[i - within + within % inner * outer + within / inner] = values[i];
    }
    return turned;
  }
}
