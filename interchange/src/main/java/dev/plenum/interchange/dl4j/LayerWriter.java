package dev.plenum.interchange.dl4j;

import dev.plenum.api.network.Activation;
import dev.plenum.api.network.AveragePooling2D;
import dev.plenum.api.network.BatchNormalization;
import dev.plenum.api.network.Conv2D;
import dev.plenum.api.network.Cropping2D;
import dev.plenum.api.network.Dense;
import dev.plenum.api.network.DepthwiseConv2D;
import dev.plenum.api.network.Dropout;
import dev.plenum.api.network.ElementwiseFunction;
import dev.plenum.api.network.ElementwiseSpec;
import dev.plenum.api.network.GlobalAveragePooling2D;
import dev.plenum.api.network.GlobalMaxPooling2D;
import dev.plenum.api.network.Kernel;
import dev.plenum.api.network.Margins;
import dev.plenum.api.network.MaxPool2D;
import dev.plenum.api.network.Normalization;
import dev.plenum.api.network.Operation;
import dev.plenum.api.network.PlacedLayer;
import dev.plenum.api.network.Regularizer;
import dev.plenum.api.network.SeparableConv2D;
import dev.plenum.api.network.SpatialDropout2D;
import dev.plenum.api.network.Window;
import dev.plenum.api.network.ZeroPadding2D;
import dev.plenum.api.optimizer.OptimizerSpec;
import dev.plenum.api.tensor.NamedTensors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Describes layers as Deeplearning4j does; it takes its defaults for the rest. */
final class LayerWriter {
  private static final String LAYERS = "org.deeplearning4j.nn.conf.layers.";

  /** What keeps from dividing by 0, and changes nothing else. */
  private static final double SMALLEST_VARIANCE = 1e-14;

  /**
   * A layer.
   *
   * @param content its description
   * @param function what it computes last; a hard sigmoid or SiLU is left to the vertices behind it
   * @param arrangement where its arrays go
   * @param arrays in the layouts that they have here
   */
  record Written(
      Map<String, Object> content,
      ElementwiseFunction function,
      Arrangement arrangement,
      List<float[]> arrays) {}

  private final NamedTensors weights;
  private final Map<String, Object> updater;

  /**
   * Layers of a network.
   *
   * @param weights the network's
   * @param optimizer what it is trained on with
   */
  LayerWriter(NamedTensors weights, OptimizerSpec optimizer) {
    this.weights = weights;
    this.updater = Updaters.write(optimizer);
  }

  /** Whether Deeplearning4j has a function only together with others. */
  static boolean isHard(ElementwiseFunction function) {
    return function instanceof ElementwiseFunction.HardSigmoid
        || function instanceof ElementwiseFunction.HardSilu;
  }

  /**
   * Describes a layer.
   *
   * @param isLast whether it makes the network's output
   * @param order the input there that each of its inputs is, where they are flat
   * @throws IllegalArgumentException if Deeplearning4j has none that computes the same
   */
  Written write(PlacedLayer layer, boolean isLast, int[] order) {
    Operation spec = layer.spec();
    if (spec instanceof Conv2D conv) {
      return convolution(layer, conv);
    }
    if (spec instanceof DepthwiseConv2D conv) {
      requireNotDilated(conv.window());
      return depthwise(layer, conv);
    }
    if (spec instanceof SeparableConv2D conv) {
      requireNotDilated(conv.window());
      return separable(layer, conv);
    }
    if (spec instanceof Dense dense) {
      return dense(layer, dense, isLast, order);
    }
    if (spec instanceof BatchNormalization norm) {
      return batchNormalization(layer, norm, order);
    }
    if (spec instanceof Normalization norm) {
      return normalization(layer, norm, order);
    }
    if (spec instanceof ElementwiseSpec elementwise) {
      ElementwiseFunction function = elementwise.function();
      return new Written(
          isLast ? loss(layer.name(), function) : applied(layer.name(), function),
          function,
          Arrangement.none(),
          List.of());
    }
    return new Written(
        withoutWeights(layer), new ElementwiseFunction.Identity(), Arrangement.none(), List.of());
  }

  private Written withOwnArrays(
      PlacedLayer layer,
      Map<String, Object> content,
      ElementwiseFunction function,
      Arrangement arrangement) {
    return new Written(frozen(layer, content), function, arrangement, arrays(layer));
  }

  private List<float[]> arrays(PlacedLayer layer) {
    return layer.parameters().stream()
        .map(parameter -> weights.get(layer.parameterName(parameter)).toArray())
        .toList();
  }

  private static Map<String, Object> frozen(PlacedLayer layer, Map<String, Object> content) {
    if (!layer.frozen()) {
      return content;
    }
    Map<String, Object> frozen = named("misc.FrozenLayer", layer.name());
    frozen.put("layer", content);
    return frozen;
  }

  private static Map<String, Object> named(String type, String name) {
    Map<String, Object> content = ClassName.object(LAYERS + type);
    content.put("layerName", name);
    content.put("gradientNormalization", "None");
    content.put("gradientNormalizationThreshold", 1.0);
    return content;
  }

  private static Map<String, Object> described(ElementwiseFunction function) {
    return Functions.write(isHard(function) ? new ElementwiseFunction.Identity() : function);
  }

  /** A layer that can be trained. */
  private Map<String, Object> trained(String type, String name, ElementwiseFunction function) {
    Map<String, Object> content = named(type, name);
    content.put("activationFn", described(function));
    content.put("biasInit", 0.0);
    content.put("gainInit", 1.0);
    content.put("iupdater", updater);
    content.put("regularization", List.of());
    content.put("regularizationBias", List.of());
    content.put("weightInitFn", ClassName.object("org.deeplearning4j.nn.weights.WeightInitXavier"));
    return content;
  }

  private Map<String, Object> kernel(
      String type, PlacedLayer layer, Kernel kernel, Activation activation) {
    Map<String, Object> content = trained(type, layer.name(), activation.function());
    content.put("hasBias", kernel.bias());
    content.put("regularization", regularization(kernel.regularizer()));
    return content;
  }

  private static List<Object> regularization(Regularizer regularizer) {
    List<Object> all = new ArrayList<>();
    if (regularizer.l2() > 0) {
      all.add(regularization("L2Regularization", "l2", 2 * regularizer.l2()));
    }
    if (regularizer.l1() > 0) {
      all.add(regularization("L1Regularization", "l1", regularizer.l1()));
    }
    return all;
  }

  private static Map<String, Object> regularization(String type, String key, double factor) {
    Map<String, Object> schedule = ClassName.object("org.nd4j.linalg.schedule.FixedSchedule");
    schedule.put("value", factor);
    Map<String, Object> own = ClassName.object("org.nd4j.linalg.learning.regularization." + type);
    own.put(key, schedule);
    return own;
  }

  private static void sizes(Map<String, Object> content, Window window, int in, int out) {
    Windows.write(window, content);
    content.put("cnn2dDataFormat", Layout.NCHW);
    content.put("cudnnAllowFallback", true);
    content.put("nin", in);
    content.put("nout", out);
  }

  private Written convolution(PlacedLayer layer, Conv2D conv) {
    Window window = conv.window();
    int in = layer.input().channels();
    Map<String, Object> content =
        kernel("ConvolutionLayer", layer, conv.kernel(), conv.activation());
    sizes(content, window, in, conv.filters());
    return withOwnArrays(
        layer,
        content,
        conv.activation().function(),
        Arrangement.convolution(
            window.height(), window.width(), in, conv.filters(), conv.kernel().bias()));
  }

  /** Its depthwise operation ends in an error then. */
  private static void requireNotDilated(Window window) {
    if (window.isDilated()) {
      throw new IllegalArgumentException(
          "Deeplearning4j cannot compute depthwise convolutions with dilation");
    }
  }

  private Written depthwise(PlacedLayer layer, DepthwiseConv2D conv) {
    Window window = conv.window();
    int in = layer.input().channels();
    int out = in * conv.multiplier();
    Map<String, Object> content =
        kernel("DepthwiseConvolution2D", layer, conv.kernel(), conv.activation());
    sizes(content, window, in, out);
    content.put("depthMultiplier", conv.multiplier());
    return withOwnArrays(
        layer,
        content,
        conv.activation().function(),
        Arrangement.depthwise(
            window.height() * window.width() * out, conv.kernel().bias() ? out : 0));
  }

  private Written separable(PlacedLayer layer, SeparableConv2D conv) {
    Window window = conv.window();
    int in = layer.input().channels();
    Map<String, Object> content =
        kernel("SeparableConvolution2D", layer, conv.kernel(), conv.activation());
    sizes(content, window, in, conv.filters());
    content.put("depthMultiplier", conv.multiplier());
    return withOwnArrays(
        layer,
        content,
        conv.activation().function(),
        Arrangement.separable(
            window.height(),
            window.width(),
            in,
            conv.multiplier(),
            conv.filters(),
            conv.kernel().bias()));
  }

  private Written dense(PlacedLayer layer, Dense dense, boolean isLast, int[] order) {
    Activation activation = isLast ? Activation.SOFTMAX : dense.activation();
    Map<String, Object> content =
        kernel(isLast ? "OutputLayer" : "DenseLayer", layer, dense.kernel(), activation);
    content.put("nin", order.length);
    content.put("nout", dense.units());
    if (isLast) {
      content.put("lossFn", crossEntropy());
    }
    return withOwnArrays(
        layer,
        content,
        activation.function(),
        Arrangement.dense(order, dense.units(), dense.kernel().bias()));
  }

  private static Map<String, Object> crossEntropy() {
    Map<String, Object> loss = ClassName.object("org.nd4j.linalg.lossfunctions.impl.LossMCXENT");
    loss.put("softmaxClipEps", 1e-10);
    return loss;
  }

  private Map<String, Object> statistics(
      String name, int channels, double momentum, double epsilon, boolean locked) {
    Map<String, Object> content =
        trained("BatchNormalization", name, new ElementwiseFunction.Identity());
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

  /** Where there is only one of gamma and beta, the other one has its initial values there. */
  private Written batchNormalization(PlacedLayer layer, BatchNormalization norm, int[] order) {
    int channels = layer.input().lastDimension();
    boolean locked = !norm.center() && !norm.scale();
    List<float[]> arrays = new ArrayList<>(arrays(layer));
    if (!locked && !norm.scale()) {
      float[] ones = new float[channels];
      Arrays.fill(ones, 1);
      arrays.add(0, ones);
    }
    if (!locked && !norm.center()) {
      arrays.add(1, new float[channels]);
    }
    return new Written(
        frozen(layer, statistics(layer.name(), channels, norm.momentum(), norm.epsilon(), locked)),
        new ElementwiseFunction.Identity(),
        Arrangement.channels(arrays.size(), places(layer, order)),
        arrays);
  }

  private static int[] places(PlacedLayer layer, int[] order) {
    return layer.input().isImage() ? Arrangement.run(0, layer.input().channels()) : order;
  }

  /** A batch normalisation that never changes. */
  private Written normalization(PlacedLayer layer, Normalization norm, int[] order) {
    int channels = norm.mean().size();
    float[] mean = new float[channels];
    float[] variance = new float[channels];
    for (int c = 0; c < channels; c++) {
      mean[c] = norm.mean().get(c).floatValue();
      variance[c] = norm.variance().get(c).floatValue();
    }
    Map<String, Object> content = named("misc.FrozenLayer", layer.name());
    content.put("layer", statistics(layer.name(), channels, 0.9, SMALLEST_VARIANCE, true));
    return new Written(
        content,
        new ElementwiseFunction.Identity(),
        Arrangement.channels(2, places(layer, order)),
        List.of(mean, variance));
  }

  /** A layer that applies a function, ND4J's own where that is a hard sigmoid. */
  static Map<String, Object> activation(String name, ElementwiseFunction function) {
    Map<String, Object> content = named("ActivationLayer", name);
    content.put("activationFn", Functions.write(function));
    return content;
  }

  private static Map<String, Object> applied(String name, ElementwiseFunction function) {
    return isHard(function) ? Map.of() : activation(name, function);
  }

  private Map<String, Object> loss(String name, ElementwiseFunction function) {
    Map<String, Object> content = trained("LossLayer", name, function);
    content.put("lossFn", crossEntropy());
    return content;
  }

  private Map<String, Object> withoutWeights(PlacedLayer layer) {
    Operation spec = layer.spec();
    String name = layer.name();
    if (spec instanceof MaxPool2D pool) {
      return pooling(name, "MAX", pool.window());
    }
    if (spec instanceof AveragePooling2D pool) {
      return pooling(name, "AVG", pool.window());
    }
    if (spec instanceof GlobalMaxPooling2D pool) {
      return globalPooling(name, "MAX", pool.keepDims());
    }
    if (spec instanceof GlobalAveragePooling2D pool) {
      return globalPooling(name, "AVG", pool.keepDims());
    }
    if (spec instanceof Dropout dropout) {
      return dropout(name, "Dropout", dropout.rate());
    }
    if (spec instanceof SpatialDropout2D dropout) {
      return dropout(name, "SpatialDropout", dropout.rate());
    }
    if (spec instanceof ZeroPadding2D padding) {
      return margins("ZeroPaddingLayer", name, "padding", padding.margins());
    }
    if (spec instanceof Cropping2D cropping) {
      return margins("convolutional.Cropping2D", name, "cropping", cropping.margins());
    }
    throw new IllegalArgumentException("Deeplearning4j has no layer for it");
  }

  private static Map<String, Object> pooling(String name, String type, Window window) {
    Map<String, Object> content = named("SubsamplingLayer", name);
    Windows.write(window, content);
    content.put("avgPoolIncludePadInDivisor", false);
    content.put("cnn2dDataFormat", Layout.NCHW);
    content.put("cudnnAllowFallback", true);
    content.put("eps", 1e-8);
    content.put("poolingType", type);
    return content;
  }

  private static Map<String, Object> globalPooling(String name, String type, boolean keepDims) {
    Map<String, Object> content = named("GlobalPoolingLayer", name);
    content.put("collapseDimensions", !keepDims);
    content.put("pnorm", 2);
    content.put("poolingType", type);
    return content;
  }

  private Map<String, Object> dropout(String name, String type, double rate) {
    Map<String, Object> dropout = ClassName.object("org.deeplearning4j.nn.conf.dropout." + type);
    dropout.put("p", TrainingOnly.complement(rate));
    Map<String, Object> content = trained("DropoutLayer", name, new ElementwiseFunction.Identity());
    content.put("idropout", dropout);
    content.put("nin", 0);
    content.put("nout", 0);
    return content;
  }

  private static Map<String, Object> margins(
      String type, String name, String key, Margins margins) {
    Map<String, Object> content = named(type, name);
    content.put("dataFormat", Layout.NCHW);
    content.put(key, List.of(margins.top(), margins.bottom(), margins.left(), margins.right()));
    return content;
  }
}
