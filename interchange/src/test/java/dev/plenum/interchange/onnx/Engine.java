package dev.plenum.interchange.onnx;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.plenum.api.network.Shape;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.dnn.Dnn;
import org.opencv.dnn.Net;

/** Others' engines, which run exported models. */
enum Engine {
  ONNX_RUNTIME {
    @Override
    float[] run(byte[] model, float[] images, int... shape) {
      OrtEnvironment environment = OrtEnvironment.getEnvironment();
      long[] sizes = Arrays.stream(shape).asLongStream().toArray();
      try (OrtSession session = environment.createSession(model);
          OnnxTensor input = OnnxTensor.createTensor(environment, FloatBuffer.wrap(images), sizes);
          OrtSession.Result result = session.run(Map.of(OnnxModel.IMAGES, input))) {
        FloatBuffer values = ((OnnxTensor) result.get(0)).getFloatBuffer();
        float[] probabilities = new float[values.remaining()];
        values.get(probabilities);
        return probabilities;
      } catch (OrtException e) {
        throw new IllegalStateException(e);
      }
    }
  },

  /** Its native code is not there for every system; where it is not, tests are skipped. */
  OPENCV {
    @Override
    float[] run(byte[] model, float[] images, int... shape) {
      assumeTrue(OpenCvLibrary.PROBLEM.isEmpty(), "OpenCV: " + OpenCvLibrary.PROBLEM.orElse(""));
      Net net = Dnn.readNetFromONNX(new MatOfByte(model));
      Mat input = new Mat(shape, CvType.CV_32F);
      input.put(new int[shape.length], images);
      net.setInput(input, OnnxModel.IMAGES);
      Mat output = net.forward(OnnxModel.PROBABILITIES);
      float[] probabilities = new float[(int) output.total()];
      output.get(new int[output.dims()], probabilities);
      return probabilities;
    }
  };

  /** The numbers of images at once with which models are tried. */
  static final List<Integer> BATCHES = List.of(1, 7, 100);

  /** What a model makes of images of this shape. */
  abstract float[] run(byte[] model, float[] images, int... shape);

  /** What a model makes of so many images (n, height, width, channels). */
  float[] predict(OnnxModel model, float[] images, int count, Shape image) {
    return run(bytes(model), images, count, image.height(), image.width(), image.channels());
  }

  /** The same of a model that takes them as (n, channels, height, width). */
  float[] predictChannelsFirst(OnnxModel model, float[] images, int count, Shape image) {
    return run(
        bytes(model.layout(ImageLayout.NCHW)),
        channelsFirst(images, image.height() * image.width(), image.channels()),
        count,
        image.channels(),
        image.height(),
        image.width());
  }

  private static float[] channelsFirst(float[] images, int pixels, int channels) {
    float[] transposed = new float[images.length];
    for (int i = 0; i < images.length; i++) {
      int image = i / (pixels * channels);
      int pixel = i / channels % pixels;
      int channel = i % channels;
      transposed[(image * channels + channel) * pixels + pixel] = images[i];
    }
    return transposed;
  }

  static byte[] bytes(OnnxModel model) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      model.writeTo(out, "test");
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
