package dev.plenum.interchange.dl4j;

import dev.plenum.api.network.BatchNormalization;
import dev.plenum.api.network.ElementwiseFunction;
import dev.plenum.api.network.Normalization;
import dev.plenum.api.network.PlacedLayer;
import dev.plenum.interchange.dl4j.LayerWriter.Written;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Describes layers that normalise as Deeplearning4j does: all are its batch normalisation. */
final class NormalizationWriter {
  /** What keeps from dividing by 0, and changes nothing else. */
  private static final double SMALLEST_VARIANCE = 1e-14;

  private final LayerContents contents;

  NormalizationWriter(LayerContents contents) {
    this.contents = contents;
  }

  /**
   * A batch normalisation. Where there is only one of gamma and beta, the other one has its initial values there.
   *
   * @param own its arrays, as they are here
   */
  Written batch(PlacedLayer layer, BatchNormalization norm, List<float[]> own, int[] order) {
    int channels = layer.input().lastDimension();
    boolean locked = !norm.center() && !norm.scale();
    List<float[]> arrays = new ArrayList<>(own);
    if (!locked && !norm.scale()) {
      float[] ones = new float[channels];
      Arrays.fill(ones, 1);
      arrays.add(0, ones);
    }
    if (!locked && !norm.center()) {
      arrays.add(1, new float[channels]);
    }
    return new Written(
        LayerContents.frozen(
            layer, statistics(layer.name(), channels, norm.momentum(), norm.epsilon(), locked)),
        new ElementwiseFunction.Identity(),
        Arrangement.channels(arrays.size(), places(layer, order)),
        arrays);
  }

  /** A batch normalisation that never changes. */
  Written fixed(PlacedLayer layer, Normalization norm, int[] order) {
    int channels = norm.mean().size();
    float[] mean = new float[channels];
    float[] variance = new float[channels];
    for (int c = 0; c < channels; c++) {
      mean[c] = norm.mean().get(c).floatValue();
      variance[c] = norm.variance().get(c).floatValue();
    }
    Map<String, Object> content = LayerContents.named("misc.FrozenLayer", layer.name());
    content.put("layer", statistics(layer.name(), channels, 0.9, SMALLEST_VARIANCE, true));
    return new Written(
        content,
        new ElementwiseFunction.Identity(),
        Arrangement.channels(2, places(layer, order)),
        List.of(mean, variance));
  }

  private Map<String, Object> statistics(
      String name, int channels, double momentum, double epsilon, boolean locked) {
    Map<String, Object> content =
        contents.trained("BatchNormalization", name, new ElementwiseFunction.Identity());
    content.put("beta", 0.0);
    content.put("cnn2DFormat", Layout.NCHW);
    content.put("cudnnAllowFallback", true);
    content.put("decay", momentum);
    content.put("eps", epsilon);
    content.put("gamma", 1.0);
    content.put("lockGammaBeta", locked);
    content.put("minibatch", true);
    content.put("nin", channels);
    content.put("nout", channels);
    content.put("useLogStd", false);
    return content;
  }

  private static int[] places(PlacedLayer layer, int[] order) {
    return layer.input().isImage() ? Arrangement.run(0, layer.input().channels()) : order;
  }

  /**
   * The names of a layer's parameters, as far as Deeplearning4j reads them: by a "var" it knows that a
   * batch normalisation has variances, not logarithms.
   */
  static List<String> variables(Map<String, Object> content) {
    Object inner = content.getOrDefault("layer", content);
    if (inner instanceof Map<?, ?> layer && layer.get("lockGammaBeta") instanceof Boolean locked) {
      return locked ? List.of("mean", "var") : List.of("gamma", "beta", "mean", "var");
    }
    return List.of();
  }
}
