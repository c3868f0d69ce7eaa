package dev.plenum.serve.watch;

import dev.plenum.api.Evaluation;
import dev.plenum.api.data.Dataset;
import dev.plenum.api.network.Shape;
import dev.plenum.api.tensor.Tensor;
import dev.plenum.serve.watch.LivePictures.Filters;
import dev.plenum.serve.watch.LivePictures.Seen;
import dev.plenum.serve.watch.LivePictures.Validated;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Pictures as JSON: {@code {height, width, channels, images: [{pixels, …}]}}, where {@code pixels} are
 * bytes in h, w, c order, of 1 channel (grey) or 3 (red, green, blue), in base 64.
 */
final class PictureJson {
  private static final int MOST_MISCLASSIFIED = 40;
  private static final int MOST_FILTERS = 64;
  private static final int COLOURS = 3;

  private PictureJson() {}

  /**
   * What the network saw. Values from 0 to 1 are shown from black to white; others so that all of them
   * fit, and the JSON then says what black and white stand for.
   */
  static Map<String, Object> of(Seen seen, List<String> classNames) {
    float low = 0;
    float high = 1;
    for (float value : seen.values()) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    Map<String, Object> json = picture(seen.shape());
    json.put("epoch", seen.epoch() + 1);
    json.put("step", seen.step() + 1);
    json.put("black", low);
    json.put("white", high);
    int size = seen.shape().size();
    List<Object> images = new ArrayList<>();
    for (int i = 0; i < seen.labels().length; i++) {
      byte[] pixels = new byte[size];
      for (int j = 0; j < size; j++) {
        pixels[j] = (byte) Math.round((seen.values()[i * size + j] - low) / (high - low) * 255);
      }
      images.add(Map.of(
          "pixels", shown(pixels, seen.shape().channels()),
          "label", classNames.get(seen.labels()[i])));
    }
    json.put("images", images);
    return json;
  }

  /** Validation images that were classified wrongly, as they came, before any normalisation. */
  static Map<String, Object> of(Validated validated) {
    Dataset dataset = validated.images();
    Evaluation evaluation = validated.evaluation();
    List<Integer> wrong = evaluation.misclassified();
    Map<String, Object> json = picture(dataset.imageShape());
    json.put("epoch", validated.epoch() + 1);
    json.put("wrong", wrong.size());
    json.put("of", evaluation.size());
    List<Object> images = new ArrayList<>();
    for (int index : wrong.subList(0, Math.min(MOST_MISCLASSIFIED, wrong.size()))) {
      images.add(Map.of(
          "pixels", shown(dataset.image(index), dataset.imageShape().channels()),
          "label", dataset.classNames().get(evaluation.label(index)),
          "prediction", dataset.classNames().get(evaluation.prediction(index))));
    }
    json.put("images", images);
    return json;
  }

  /**
   * Filters (kh, kw, in, out): 0 is grey, the largest weight of all by amount white or black; those over
   * three channels are in colour, of others the first channel is shown.
   */
  static Map<String, Object> of(Filters filters) {
    Tensor kernel = filters.kernel();
    int in = kernel.shape().dimensions().get(2);
    int out = kernel.shape().dimensions().get(3);
    int places =
        kernel.shape().dimensions().get(0) * kernel.shape().dimensions().get(1);
    float[] weights = kernel.toArray();
    float largest = Float.MIN_NORMAL;
    for (float weight : weights) {
      largest = Math.max(largest, Math.abs(weight));
    }
    Map<String, Object> json = picture(
        Shape.of(kernel.shape().dimensions().get(0), kernel.shape().dimensions().get(1), in));
    json.put("layer", filters.layer());
    json.put("filters", out);
    json.put("largest", largest);
    List<Object> images = new ArrayList<>();
    for (int filter = 0; filter < Math.min(out, MOST_FILTERS); filter++) {
      byte[] pixels = new byte[places * in];
      for (int i = 0; i < pixels.length; i++) {
        pixels[i] = (byte) Math.round(127.5f + weights[i * out + filter] / largest * 127.5f);
      }
      images.add(Map.of("pixels", shown(pixels, in)));
    }
    json.put("images", images);
    return json;
  }

  private static Map<String, Object> picture(Shape shape) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("height", shape.height());
    json.put("width", shape.width());
    json.put("channels", shape.channels() == COLOURS ? COLOURS : 1);
    return json;
  }

  private static String shown(byte[] pixels, int channels) {
    byte[] bytes = pixels;
    if (channels != 1 && channels != COLOURS) {
      bytes = new byte[pixels.length / channels];
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = pixels[i * channels];
      }
    }
    return Base64.getEncoder().encodeToString(bytes);
  }
}
