import java.util.Arrays;
import nu.pattern.OpenCV;
import org.opencv.core.*;
import org.opencv.dnn.*;

/** OpenCV's module dnn. */
final class OpenCvEngine {
  static float[] run(byte[] model, float[] x, long[] shape) {
    OpenCV.loadLocally();
    Net net = Dnn.readNetFromONNX(new MatOfByte(model));
    int[] sizes = Arrays.stream(shape).mapToInt(size -> (int) size).toArray();
    Mat input = new Mat(sizes, CvType.CV_32F);
    input.put(new int[sizes.length], x);
    net.setInput(input, "x");
    Mat output = net.forward("y");
    float[] y = new float[(int) output.total()];
    output.get(new int[output.dims()], y);
    return y;
  }
}
