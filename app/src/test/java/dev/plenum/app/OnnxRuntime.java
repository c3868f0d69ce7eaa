package dev.plenum.app;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/** An exported model in ONNX Runtime. */
public final class OnnxRuntime implements AutoCloseable {
  private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
  private final OrtSession session;

  /** Loads a file. */
  public OnnxRuntime(Path file) throws OrtException {
    session = environment.createSession(file.toString());
  }

  /** The texts in the file. */
  public Map<String, String> metadata() throws OrtException {
    return session.getMetadata().getCustomMetadata();
  }

  /** The program that wrote the file. */
  public String producer() throws OrtException {
    return session.getMetadata().getProducerName();
  }

  /** The dimensions of the input, −1 where any number is taken. */
  public long[] inputShape() throws OrtException {
    NodeInfo images = Objects.requireNonNull(session.getInputInfo().get("images"));
    return ((TensorInfo) images.getInfo()).getShape();
  }

  /** The probabilities of so many grey images, which lie alike in both layouts. */
  public float[] predict(float[] images, int count) throws OrtException {
    long[] sizes = inputShape();
    sizes[0] = count;
    try (OnnxTensor input = OnnxTensor.createTensor(environment, FloatBuffer.wrap(images), sizes);
        OrtSession.Result result = session.run(Map.of("images", input))) {
      FloatBuffer values = ((OnnxTensor) result.get(0)).getFloatBuffer();
      float[] probabilities = new float[values.remaining()];
      values.get(probabilities);
      return probabilities;
    }
  }

  @Override
  public void close() throws OrtException {
    session.close();
  }
}
