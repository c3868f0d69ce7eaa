package dev.plenum.interchange.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.plenum.api.network.Shape;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.util.Map;

/** Runs exported models. */
final class OnnxRuntime {
  private OnnxRuntime() {}

  static byte[] bytes(OnnxModel model) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      model.writeTo(out, "test");
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the model makes of so many images of this shape. */
  static float[] predict(OnnxModel model, float[] images, int count, Shape shape)
      throws OrtException {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    long[] sizes = {count, shape.height(), shape.width(), shape.channels()};
    try (OrtSession session = environment.createSession(bytes(model));
        OnnxTensor input = OnnxTensor.createTensor(environment, FloatBuffer.wrap(images), sizes);
        OrtSession.Result result = session.run(Map.of(OnnxModel.IMAGES, input))) {
      FloatBuffer values = ((OnnxTensor) result.get(0)).getFloatBuffer();
      float[] probabilities = new float[values.remaining()];
      values.get(probabilities);
      return probabilities;
    }
  }
}
