package dev.plenum.interchange.dl4j;

import dev.plenum.api.network.Activation;
import dev.plenum.api.network.AveragePooling2D;
import dev.plenum.api.network.BatchNormalization;
import dev.plenum.api.network.Conv2D;
import dev.plenum.api.network.Cropping2D;
import dev.plenum.api.network.Dense;
import dev.plenum.api.network.DepthwiseConv2D;
import dev.plenum.api.network.Flatten;
import dev.plenum.api.network.GlobalAveragePooling2D;
import dev.plenum.api.network.GlobalMaxPooling2D;
import dev.plenum.api.network.Kernel;
import dev.plenum.api.network.LayerSpec;
import dev.plenum.api.network.Margins;
import dev.plenum.api.network.MaxPool2D;
import dev.plenum.api.network.Padding;
import dev.plenum.api.network.Reshape;
import dev.plenum.api.network.SeparableConv2D;
import dev.plenum.api.network.Shape;
import dev.plenum.api.network.Window;
import dev.plenum.api.network.ZeroPadding2D;
import dev.plenum.interchange.Assembly;
import dev.plenum.persistence.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Adds what layers of Deeplearning4j are here to a network. */
final class LayerReader {
  private static final List<String> CLASSIFYING =
      List.of("LossMCXENT", "LossNegativeLogLikelihood", "LossSparseMCXENT");

  private final Assembly assembly;
  private final Parameters parameters;
  private final Layout layout;
  private final TrainingOnly trainingOnly;

  /**
   * Begins with nothing.
   *
   * @param assembly gets the layers
   * @param parameters what the layers take their weights from
   * @param layout that of the images
   * @param trainingOnly what matters only while training
   */
  LayerReader(Assembly assembly, Parameters parameters, Layout layout, TrainingOnly trainingOnly) {
    this.assembly = assembly;
    this.parameters = parameters;
    this.layout = layout;
    this.trainingOnly = trainingOnly;
  }

  /**
   * Adds a layer.
   *
   * @param layer its description
   * @param type its class
   * @return what it gives
   * @throws dev.plenum.persistence.InvalidJsonException if the contract has none that computes the same
   */
  Value read(JsonValue layer, String type, Value given) {
    Value input = all(given, trainingOnly.dropouts(layer, type));
    return switch (type) {
      case "ConvolutionLayer", "Convolution2D" -> convolution(layer, input);
      case "DepthwiseConvolution2D" -> depthwise(layer, input);
      case "SeparableConvolution2D" -> separable(layer, input);
      case "DenseLayer" -> dense(layer, input);
      case "OutputLayer" -> dense(classifying(layer), input);
      case "LossLayer" -> all(input, functions(classifying(layer)));
      case "ActivationLayer" -> all(input, functions(layer));
      case "BatchNormalization" -> batchNormalization(layer, input);
      case "SubsamplingLayer", "Pooling2D" -> pooling(layer, input);
      case "GlobalPoolingLayer" -> globalPooling(layer, input);
      case "ZeroPaddingLayer" -> {
        layout.see(layer, "dataFormat");
        yield all(input, List.of(new ZeroPadding2D(margins(layer.required("padding")))));
      }
      case "Cropping2D" -> {
        layout.see(layer, "dataFormat");
        yield all(input, List.of(new Cropping2D(margins(layer.required("cropping")))));
      }
      case "DropoutLayer" -> input;
      default -> throw layer.error("layers of the class %s are not known here".formatted(type));
    };
  }

  /** What is done between layers. */
  Value preprocessed(JsonValue preprocessor, Value input) {
    return switch (ClassName.of(preprocessor)) {
      case "CnnToFeedForwardPreProcessor" -> flattened(preprocessor, input);
      case "FeedForwardToCnnPreProcessor" -> unflattened(preprocessor, input);
      default ->
        throw preprocessor.error("preprocessors of the class %s are not known here"
            .formatted(ClassName.of(preprocessor)));
    };
  }

  private Value flattened(JsonValue preprocessor, Value input) {
    Shape image = image(input, preprocessor);
    Shape needed = size(preprocessor).orElse(image);
    if (!image.equals(needed)) {
      throw preprocessor.error(
          "it takes images of shape %s, and gets such of shape %s".formatted(needed, image));
    }
    parameters.requireRoom(image.size(), preprocessor);
    return new Value(
        assembly.add(Flatten.instance(), input.part()),
        Layout.flattened(image, format(preprocessor)));
  }

  /** The layout that it says, NCHW where it says nothing. */
  private String format(JsonValue preprocessor) {
    layout.see(preprocessor, "format");
    return preprocessor
        .optional("format")
        .filter(value -> !value.isNull())
        .map(JsonValue::text)
        .orElse(Layout.NCHW);
  }

  /** The images' shape that a preprocessor says, if it does. */
  static Optional<Shape> size(JsonValue preprocessor) {
    int height = preprocessor.whole("inputHeight", 0);
    int width = preprocessor.whole("inputWidth", 0);
    int channels = preprocessor.whole("numChannels", 0);
    return height > 0 && width > 0 && channels > 0
        ? Optional.of(preprocessor.make(() -> Shape.of(height, width, channels)))
        : Optional.empty();
  }

  private Value unflattened(JsonValue preprocessor, Value input) {
    Shape needed = size(preprocessor)
        .orElseThrow(() -> preprocessor.error("it does not say the height, width and channels"));
    Shape shape = assembly.shape(input.part());
    if (shape.equals(needed)) {
      return input; // the network's input, which is an image here
    }
    parameters.requireRoom(Math.max(shape.size(), needed.size()), preprocessor);
    int[] order = input.order(shape.size());
    int[] wanted = Layout.flattened(needed, format(preprocessor))
        .orElseGet(() -> Arrangement.run(0, needed.size()));
    if (!Arrays.equals(order, wanted)) {
      throw preprocessor.error(
          "the values that become an image of shape %s are in another order here"
              .formatted(needed));
    }
    return Value.of(assembly.add(new Reshape(needed), input.part()));
  }

  /** Layers one behind the other, which keep the order of values. */
  Value all(Value input, List<? extends LayerSpec> layers) {
    Value value = input;
    for (LayerSpec layer : layers) {
      value = value.by(assembly.add(layer, value.part()));
    }
    return value;
  }

  private static List<LayerSpec> functions(JsonValue layer) {
    return Functions.read(layer.required("activationFn"));
  }

  private static JsonValue classifying(JsonValue layer) {
    String loss = ClassName.of(layer.required("lossFn"));
    String activation = ClassName.of(layer.required("activationFn"));
    if (!CLASSIFYING.contains(loss) || !activation.equals("ActivationSoftmax")) {
      throw layer.error("it has %s with %s; a classifier has ActivationSoftmax with one of %s"
          .formatted(activation, loss, String.join(", ", CLASSIFYING)));
    }
    return layer;
  }

  private Value convolution(JsonValue layer, Value input) {
    Windows.Padded padded = window(layer, input, "cnn2dDataFormat");
    Window window = padded.window();
    int in = inputs(layer, image(input, layer).channels());
    int out = layer.required("nout").intValue();
    boolean bias = hasBias(layer);
    return withFunctions(
        layer,
        all(input, padded.zeros()),
        own -> new Conv2D(out, window, own, kernel(layer)),
        parameters.take(
            layer,
            (double) window.height() * window.width() * in * out + (bias ? out : 0),
            () -> Arrangement.convolution(window.height(), window.width(), in, out, bias)));
  }

  private Value depthwise(JsonValue layer, Value input) {
    Windows.Padded padded = window(layer, input, "cnn2dDataFormat");
    Window window = padded.window();
    int in = inputs(layer, image(input, layer).channels());
    int multiplier = layer.required("depthMultiplier").intValue();
    boolean bias = hasBias(layer);
    double kernel = (double) window.height() * window.width() * in * multiplier;
    double biases = bias ? (double) in * multiplier : 0;
    return withFunctions(
        layer,
        all(input, padded.zeros()),
        own -> new DepthwiseConv2D(window, multiplier, own, kernel(layer)),
        parameters.take(
            layer, kernel + biases, () -> Arrangement.depthwise((int) kernel, (int) biases)));
  }

  private Value separable(JsonValue layer, Value input) {
    Windows.Padded padded = window(layer, input, "cnn2dDataFormat");
    Window window = padded.window();
    int in = inputs(layer, image(input, layer).channels());
    int multiplier = layer.required("depthMultiplier").intValue();
    int out = layer.required("nout").intValue();
    boolean bias = hasBias(layer);
    double length = ((double) window.height() * window.width() + out) * in * multiplier;
    return withFunctions(
        layer,
        all(input, padded.zeros()),
        own -> new SeparableConv2D(out, window, multiplier, own, kernel(layer)),
        parameters.take(
            layer,
            length + (bias ? out : 0),
            () ->
                Arrangement.separable(window.height(), window.width(), in, multiplier, out, bias)));
  }

  private Value dense(JsonValue layer, Value input) {
    Shape shape = assembly.shape(input.part());
    if (shape.rank() != 1) {
      throw layer.error(
          "it gets images of shape %s, and no preprocessor flattens them".formatted(shape));
    }
    if (layer.flag("hasLayerNorm", false)) {
      throw layer.error("it has a layer normalisation (hasLayerNorm), which is not known here");
    }
    int in = inputs(layer, shape.size());
    int out = layer.required("nout").intValue();
    boolean bias = hasBias(layer);
    return withFunctions(
        layer,
        Value.of(input.part()),
        own -> new Dense(out, own, kernel(layer)),
        parameters.take(
            layer,
            ((double) in + (bias ? 1 : 0)) * out,
            () -> Arrangement.dense(input.order(in), out, bias)));
  }

  /** A layer with its weights and its activation, which may take more layers. */
  private Value withFunctions(
      JsonValue layer, Value input, Function<Activation, LayerSpec> maker, Parameters.Taken taken) {
    List<LayerSpec> functions = functions(layer);
    Optional<Activation> own = Functions.own(functions);
    int part = add(maker.apply(own.orElse(Activation.LINEAR)), input.part(), taken);
    return all(Value.of(part), own.isPresent() ? List.of() : functions);
  }

  private int add(LayerSpec layer, int input, Parameters.Taken taken) {
    int part = assembly.add(layer, input, taken.arrays().toArray(float[][]::new));
    parameters.put(part, taken);
    return part;
  }

  private Value batchNormalization(JsonValue layer, Value input) {
    layout.see(layer, "cnn2DFormat");
    int channels = inputs(layer, assembly.shape(input.part()).lastDimension());
    boolean locked = layer.flag("lockGammaBeta", false);
    if (locked && (layer.number("gamma", 1) != 1 || layer.number("beta", 0) != 0)) {
      throw layer.error("it has a fixed gamma and beta (lockGammaBeta) that are not 1 and 0");
    }
    LayerSpec spec = layer.make(() -> new BatchNormalization(
        layer.required("decay").doubleValue(),
        layer.required("eps").doubleValue(),
        !locked,
        !locked));
    int arrays = locked ? 2 : 4;
    Parameters.Taken taken = parameters.take(
        layer,
        (double) arrays * channels,
        () -> Arrangement.channels(arrays, input.order(channels)));
    return input.by(
        add(spec, input.part(), layer.flag("useLogStd", false) ? taken.ofLogStd() : taken));
  }

  private Value pooling(JsonValue layer, Value input) {
    String type = layer.required("poolingType").oneOf(List.of("MAX", "AVG"));
    Windows.Padded padded = window(layer, input, "cnn2dDataFormat");
    Window window = padded.window();
    Function<Window, LayerSpec> pool = type.equals("MAX") ? MaxPool2D::new : AveragePooling2D::new;
    if (layer.flag("avgPoolIncludePadInDivisor", false) && type.equals("AVG")) {
      return padded.margins().isPresent()
          ? all(all(input, padded.zeros()), List.of(pool.apply(window)))
          : averageOverPadding(layer, input, window);
    }
    return all(
        input,
        padded.margins().isPresent()
            ? thinned(layer, image(input, layer), padded, pool)
            : List.of(pool.apply(window)));
  }

  private Value averageOverPadding(JsonValue layer, Value input, Window window) {
    Shape image = image(input, layer);
    Window valid = window.padding(Padding.VALID);
    int rows = (window.outputHeight(image) - 1) * window.strideY() + window.spanY();
    int columns = (window.outputWidth(image) - 1) * window.strideX() + window.spanX();
    int top = window.top(image);
    int left = window.left(image);
    Margins margins = new Margins(
        top,
        Math.max(rows - image.height() - top, 0),
        left,
        Math.max(columns - image.width() - left, 0));
    return margins.equals(Margins.of(0))
        ? all(input, List.of(new AveragePooling2D(valid)))
        : all(input, List.of(new ZeroPadding2D(margins), new AveragePooling2D(valid)));
  }

  /**
   * Other paddings than a layer has, without cells that count: windows at every pixel, then those of
   * them that are wanted.
   */
  private static List<LayerSpec> thinned(
      JsonValue layer, Shape image, Windows.Padded padded, Function<Window, LayerSpec> pool) {
    Window window = padded.window();
    Margins margins = padded.margins().orElseThrow();
    Window everywhere = window.strides(1, 1).padding(Padding.SAME);
    Shape surrounded = new ZeroPadding2D(margins).outputShape(image);
    int top = everywhere.top(image) - margins.top();
    int left = everywhere.left(image) - margins.left();
    int bottom =
        image.height() - top - (window.outputHeight(surrounded) - 1) * window.strideY() - 1;
    int right = image.width() - left - (window.outputWidth(surrounded) - 1) * window.strideX() - 1;
    if (Math.min(Math.min(top, left), Math.min(bottom, right)) < 0) {
      throw layer.error("its padding is more than half a window");
    }
    return List.of(
        pool.apply(everywhere),
        new Cropping2D(new Margins(top, bottom, left, right)),
        new MaxPool2D(new Window(1, 1, window.strideY(), window.strideX(), Padding.VALID)));
  }

  private Value globalPooling(JsonValue layer, Value input) {
    image(input, layer);
    boolean keepDims = !layer.flag("collapseDimensions", true);
    String type = layer.required("poolingType").oneOf(List.of("MAX", "AVG"));
    return Value.of(assembly.add(
        type.equals("MAX")
            ? GlobalMaxPooling2D.instance().keepDims(keepDims)
            : GlobalAveragePooling2D.instance().keepDims(keepDims),
        input.part()));
  }

  private Windows.Padded window(JsonValue layer, Value input, String format) {
    layout.see(layer, format);
    return Windows.read(layer, image(input, layer));
  }

  private Shape image(Value value, JsonValue layer) {
    Shape shape = assembly.shape(value.part());
    if (!shape.isImage()) {
      throw layer.error("it gets %s values in a row instead of images".formatted(shape));
    }
    return shape;
  }

  private static int inputs(JsonValue layer, int found) {
    JsonValue needed = layer.required("nin");
    if (needed.intValue() != found) {
      throw needed.error(String.format(
          Locale.ROOT, "it takes %d channels or values, and gets %d", needed.intValue(), found));
    }
    return found;
  }

  private static boolean hasBias(JsonValue layer) {
    return layer.flag("hasBias", true);
  }

  private Kernel kernel(JsonValue layer) {
    return Kernel.DEFAULT.bias(hasBias(layer)).regularizer(trainingOnly.regularizer(layer));
  }

  private static Margins margins(JsonValue sides) {
    List<Integer> all = sides.elements().stream().map(JsonValue::intValue).toList();
    if (all.size() != 4) {
      throw sides.expected("a list of four (top, bottom, left, right)");
    }
    return sides.make(() -> new Margins(all.get(0), all.get(1), all.get(2), all.get(3)));
  }
}
