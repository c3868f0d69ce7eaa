package dev.plenum.interchange.onnx.reading;

import dev.plenum.api.network.Activation;
import dev.plenum.api.network.AveragePooling2D;
import dev.plenum.api.network.Conv2D;
import dev.plenum.api.network.Cropping2D;
import dev.plenum.api.network.DepthwiseConv2D;
import dev.plenum.api.network.GlobalAveragePooling2D;
import dev.plenum.api.network.GlobalMaxPooling2D;
import dev.plenum.api.network.Kernel;
import dev.plenum.api.network.LayerSpec;
import dev.plenum.api.network.Margins;
import dev.plenum.api.network.MaxPool2D;
import dev.plenum.api.network.Padding;
import dev.plenum.api.network.Window;
import dev.plenum.api.network.ZeroPadding2D;
import dev.plenum.interchange.Assembly;
import dev.plenum.interchange.onnx.reading.Literal.Floats;
import dev.plenum.interchange.onnx.reading.Signal.Images;
import dev.plenum.interchange.onnx.reading.Signal.Rows;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Operators whose window slides over images, or covers them. */
final class WindowOperators {
  private final Scope scope;
  private final Assembly assembly;

  /** Will add layers to an assembly. */
  WindowOperators(Scope scope, Assembly assembly) {
    this.scope = scope;
    this.assembly = assembly;
  }

  /** Conv. */
  Known convolution(Node node) {
    Images images = scope.images(node, 0);
    Floats kernel = scope.floats(node, 1).orElseThrow(() -> node.refused("has no kernel"));
    List<Integer> sizes = kernel.dimensions();
    if (sizes.size() != 4 || sizes.contains(0)) {
      throw node.refused("has a kernel of the dimensions " + sizes);
    }
    int outputs = sizes.get(0);
    Optional<float[]> bias = scope.row(node, 2, outputs);
    Sliding sliding = Sliding.of(node, images.shape(), sizes.get(2), sizes.get(3));
    Images padded = sliding.padding().isPresent() ? images : padded(images, sliding);
    Window window = sliding.window().padding(sliding.padding().orElse(Padding.VALID));
    LayerSpec layer = layer(node, images.shape().channels(), sizes, window, bias.isPresent());
    float[] values = inputsFirst(kernel.values(), outputs, sizes.get(1));
    float[][] arrays = bias.map(own -> new float[][] {values, own}).orElse(new float[][] {values});
    return added(padded, layer, arrays);
  }

  private static LayerSpec layer(
      Node node, int channels, List<Integer> sizes, Window window, boolean bias) {
    int outputs = sizes.get(0);
    int inputs = sizes.get(1);
    long groups = node.integer("group", 1);
    Kernel kernel = Kernel.DEFAULT.bias(bias);
    if (groups == 1 && inputs == channels) {
      return new Conv2D(outputs, window, Activation.LINEAR, kernel);
    } else if (groups == channels && inputs == 1 && outputs % channels == 0) {
      return new DepthwiseConv2D(window, outputs / channels, Activation.LINEAR, kernel);
    }
    throw node.refused(
        "has a kernel of the dimensions %s in %s groups, over %s channels: only one group, or one for each channel, is read"
            .formatted(sizes, groups, channels));
  }

  /** From (outputs, inputs, height, width) to (height, width, inputs, outputs). */
  private static float[] inputsFirst(float[] values, int outputs, int inputs) {
    int taps = values.length / (outputs * inputs);
    float[] transposed = new float[values.length];
    for (int out = 0; out < outputs; out++) {
      for (int in = 0; in < inputs; in++) {
        for (int tap = 0; tap < taps; tap++) {
          transposed[(tap * inputs + in) * outputs + out] =
              values[(out * inputs + in) * taps + tap];
        }
      }
    }
    return transposed;
  }

  /** MaxPool. */
  Known maximum(Node node) {
    if (node.proto().getOutputCount() > 1) {
      throw node.refused("also gives where the largest values were");
    }
    Images images = scope.images(node, 0);
    return pooled(node, images, pooling(node, images), MaxPool2D::new);
  }

  /** AveragePool. */
  Known mean(Node node) {
    Images images = scope.images(node, 0);
    Sliding sliding = pooling(node, images);
    boolean countsPadding = node.integer("count_include_pad", 0) != 0;
    if (!countsPadding || sliding.padding().equals(Optional.of(Padding.VALID))) {
      return pooled(node, images, sliding, AveragePooling2D::new);
    }
    if (node.integer("ceil_mode", 0) != 0) {
      throw node.refused("counts the padding (count_include_pad) with ceil_mode");
    }
    return added(padded(images, sliding), new AveragePooling2D(sliding.window()));
  }

  private static Sliding pooling(Node node, Images images) {
    int[] sizes = node.sizes("kernel_shape", 2, 1, 0);
    if (sizes[0] == 0) {
      throw node.refused("has no kernel_shape");
    }
    return Sliding.of(node, images.shape(), sizes[0], sizes[1]);
  }

  private Images pooled(
      Node node, Images images, Sliding sliding, Function<Window, LayerSpec> layer) {
    return sliding
        .padding()
        .map(padding -> added(images, layer.apply(sliding.window().padding(padding))))
        .orElseGet(() -> thinned(node, images, sliding, layer));
  }

  /**
   * Other paddings than a layer has, without cells that count: windows at every pixel, then those of
   * them that are wanted.
   */
  private Images thinned(
      Node node, Images images, Sliding sliding, Function<Window, LayerSpec> layer) {
    Window window = sliding.window();
    Window everywhere = window.strides(1, 1).padding(Padding.SAME);
    Sliding.Axis rows = sliding.rows();
    Sliding.Axis columns = sliding.columns();
    int top = everywhere.top(images.shape()) - rows.before();
    int left = everywhere.left(images.shape()) - columns.before();
    int bottom = rows.size() - top - (rows.count() - 1) * rows.stride() - 1;
    int right = columns.size() - left - (columns.count() - 1) * columns.stride() - 1;
    if (Math.min(Math.min(top, left), Math.min(bottom, right)) < 0) {
      throw node.refused("has pads of more than half a window");
    }
    Images all = added(images, layer.apply(everywhere));
    Images cut = top + bottom + left + right == 0
        ? all
        : added(all, new Cropping2D(new Margins(top, bottom, left, right)));
    return added(
        cut, new MaxPool2D(new Window(1, 1, window.strideY(), window.strideX(), Padding.VALID)));
  }

  /** GlobalAveragePool. */
  Known globalMean(Node node) {
    return added(scope.images(node, 0), GlobalAveragePooling2D.instance().keepDims(true));
  }

  /** GlobalMaxPool. */
  Known globalMaximum(Node node) {
    return added(scope.images(node, 0), GlobalMaxPooling2D.instance().keepDims(true));
  }

  /** ReduceMean. */
  Known reducedMean(Node node) {
    boolean keepDims = keepsDimensions(node);
    return reduced(node, keepDims, GlobalAveragePooling2D.instance().keepDims(keepDims));
  }

  /** ReduceMax. */
  Known reducedMaximum(Node node) {
    boolean keepDims = keepsDimensions(node);
    return reduced(node, keepDims, GlobalMaxPooling2D.instance().keepDims(keepDims));
  }

  private static boolean keepsDimensions(Node node) {
    return node.integer("keepdims", 1) != 0;
  }

  private Known reduced(Node node, boolean keepDims, LayerSpec layer) {
    if (!(scope.signal(node, 0) instanceof Images images)) {
      throw node.refused("reduces what is no image");
    }
    List<Integer> axes =
        scope.axes(node, 1, 4).orElse(List.of()).stream().sorted().toList();
    List<Integer> pixels = List.of(images.heightAxis(), images.heightAxis() + 1);
    if (!axes.equals(pixels)) {
      throw node.refused(
          "reduces the axes %s, not those of the pixels, %s".formatted(axes, pixels));
    }
    return keepDims
        ? added(images, layer)
        : Rows.plain(assembly.add(layer, images.layer()), images.shape().channels());
  }

  private Images padded(Images images, Sliding sliding) {
    return added(images, new ZeroPadding2D(sliding.margins()));
  }

  private Images added(Images images, LayerSpec layer, float[]... arrays) {
    int position = assembly.add(layer, images.layer(), arrays);
    return images.by(position, assembly.shape(position));
  }
}
