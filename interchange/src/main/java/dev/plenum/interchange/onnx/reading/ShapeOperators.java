package dev.plenum.interchange.onnx.reading;

import dev.plenum.api.network.Cropping2D;
import dev.plenum.api.network.Flatten;
import dev.plenum.api.network.GlobalAveragePooling2D;
import dev.plenum.api.network.GlobalMaxPooling2D;
import dev.plenum.api.network.LayerSpec;
import dev.plenum.api.network.Margins;
import dev.plenum.api.network.PlacedLayer;
import dev.plenum.api.network.Reshape;
import dev.plenum.api.network.Shape;
import dev.plenum.api.network.ZeroPadding2D;
import dev.plenum.interchange.Assembly;
import dev.plenum.interchange.onnx.reading.Signal.Images;
import dev.plenum.interchange.onnx.reading.Signal.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Operators that move values or leave some out. */
final class ShapeOperators {
  private final Scope scope;
  private final Assembly assembly;

  /** Will add layers to an assembly. */
  ShapeOperators(Scope scope, Assembly assembly) {
    this.scope = scope;
    this.assembly = assembly;
  }

  /** Flatten. */
  Known flatten(Node node) {
    Signal signal = scope.signal(node, 0);
    int rank = signal.dimensions().size() + 1;
    if (Scope.axis(node, node.integer("axis", 1), rank) != 1) {
      throw node.refused("flattens by the axis " + node.integer("axis", 1));
    }
    return flattened(signal);
  }

  /** The values of a signal in a row. */
  Rows flattened(Signal signal) {
    if (signal instanceof Rows rows) {
      return rows;
    }
    Images images = (Images) signal;
    boolean global = !images.isShared()
        && images.layer() != PlacedLayer.IMAGES
        && withoutDimensions(images.layer());
    int position = global ? images.layer() : assembly.add(Flatten.instance(), images.layer());
    Rows rows = new Rows(position, false, List.of(images.shape()));
    return images.channelsFirst() && !rows.isPlain()
        ? rows
        : Rows.plain(position, images.shape().size());
  }

  /** Makes a global pooling give a row, if the layer is one. */
  private boolean withoutDimensions(int layer) {
    Optional<LayerSpec> flat = Optional.empty();
    if (assembly.operation(layer) instanceof GlobalAveragePooling2D pool) {
      flat = Optional.of(pool.keepDims(false));
    } else if (assembly.operation(layer) instanceof GlobalMaxPooling2D pool) {
      flat = Optional.of(pool.keepDims(false));
    }
    flat.ifPresent(spec -> assembly.replace(layer, spec, List.of()));
    return flat.isPresent();
  }

  /** Reshape. */
  Known reshape(Node node) {
    Signal signal = scope.signal(node, 0);
    List<Long> wanted =
        scope.wholes(node, "shape", 1).orElseThrow(() -> node.refused("has no shape"));
    if (wanted.isEmpty()) {
      throw node.refused("makes one number of all images");
    }
    int size = signal.dimensions().stream().reduce(1, Math::multiplyExact);
    // Of zeros, the first stands for the batch; the others repeat the size at their place.
    List<Integer> sizes =
        Sizes.of(node, wanted.subList(1, wanted.size()), signal.dimensions(), size);
    if (sizes.equals(signal.dimensions())) {
      return signal;
    } else if (sizes.size() == 1) {
      return flattened(signal);
    } else if (sizes.size() != 3) {
      throw node.refused("makes values of %s of those of %s".formatted(sizes, signal.dimensions()));
    }
    return signal instanceof Rows rows
        ? images(node, rows, sizes)
        : images(node, flattened(signal), sizes);
  }

  private Images images(Node node, Rows rows, List<Integer> sizes) {
    int a = sizes.get(0);
    int b = sizes.get(1);
    int c = sizes.get(2);
    Shape channelsFirst = Shape.of(b, c, a);
    if (rows.parts().equals(List.of(channelsFirst)) || (rows.isPlain() && b * c == 1)) {
      return reshaped(rows, channelsFirst, true);
    } else if (rows.isPlain()) {
      return reshaped(rows, Shape.of(a, b, c), false);
    }
    throw node.refused("makes images of %s of others".formatted(sizes));
  }

  private Images reshaped(Rows rows, Shape shape, boolean channelsFirst) {
    return new Images(assembly.add(new Reshape(shape), rows.layer()), false, shape, channelsFirst);
  }

  /** Squeeze: images of one pixel. */
  Known squeeze(Node node) {
    if (!(scope.signal(node, 0) instanceof Images images)
        || images.shape().height() * images.shape().width() != 1) {
      throw node.refused("is read of images of one pixel only");
    }
    requirePixelAxes(
        node, scope.axes(node, 1, 4), List.of(images.heightAxis(), images.heightAxis() + 1));
    return flattened(images);
  }

  /** Unsqueeze: values in a row as an image of one pixel. */
  Known unsqueeze(Node node) {
    Rows rows = scope.rows(node, 0);
    Optional<List<Integer>> axes = scope.axes(node, 1, 4);
    boolean last = axes.equals(Optional.of(List.of(1, 2)));
    if (!last) {
      requirePixelAxes(node, axes, List.of(2, 3));
    }
    if (!rows.isPlain()) {
      throw node.refused("makes an image of one pixel of larger ones");
    }
    return reshaped(rows, Shape.of(1, 1, rows.size()), !last);
  }

  private static void requirePixelAxes(
      Node node, Optional<List<Integer>> axes, List<Integer> pixels) {
    List<Integer> found = axes.orElse(pixels).stream().sorted().toList();
    if (!found.equals(pixels)) {
      throw node.refused("names the axes %s, not those of the pixels, %s".formatted(found, pixels));
    }
  }

  /** Transpose. */
  Known transpose(Node node) {
    Signal signal = scope.signal(node, 0);
    List<Long> axes = node.integers("perm").orElse(List.of());
    if (axes.equals(IntStream.rangeClosed(0, signal.dimensions().size())
        .mapToObj(i -> (long) i)
        .toList())) {
      return signal;
    }
    boolean first = axes.equals(List.of(0L, 3L, 1L, 2L));
    boolean last = axes.equals(List.of(0L, 2L, 3L, 1L));
    if (signal instanceof Images images
        && (first || last)
        && (images.channelsFirst() == last || images.shape().size() == 1)) {
      return images.laidOut(first);
    }
    throw node.refused("transposes values of %s by %s".formatted(signal.dimensions(), axes));
  }

  /** Pad. */
  Known pad(Node node) {
    String mode = node.text("mode", "constant");
    float value = scope
        .floats(node, 2)
        .filter(floats -> floats.size() == 1)
        .map(floats -> floats.values()[0])
        .orElseGet(() -> node.number("value", 0));
    if (!mode.equals("constant") || value != 0) {
      throw node.refused("pads by %s, mode '%s': zeros are read".formatted(value, mode));
    }
    if (!(scope.signal(node, 0) instanceof Images images)) {
      throw node.refused("pads what is no image");
    }
    List<Long> pads = scope.wholes(node, "pads", 1).orElseThrow(() -> node.refused("has no pads"));
    List<Integer> axes = scope.axes(node, 3, 4).orElse(List.of(0, 1, 2, 3));
    Margins margins = margins(node, images, pads, axes);
    return margins.equals(Margins.of(0)) ? images : added(images, new ZeroPadding2D(margins));
  }

  private static Margins margins(Node node, Images images, List<Long> pads, List<Integer> axes) {
    int[] sides = new int[4];
    for (int i = 0; i < pads.size(); i++) {
      long side = pads.get(i);
      if (pads.size() != 2 * axes.size() || side < 0 || side > Integer.MAX_VALUE) {
        throw node.refused("has the pads " + pads);
      }
      int axis = axes.get(i % axes.size()) - images.heightAxis();
      if (axis == 0 || axis == 1) {
        sides[2 * axis + i / axes.size()] = (int) side;
      } else if (side != 0) {
        throw node.refused("pads more than rows and columns: " + pads);
      }
    }
    return new Margins(sides[0], sides[1], sides[2], sides[3]);
  }

  /** Slice. */
  Known slice(Node node) {
    if (!(scope.signal(node, 0) instanceof Images images)) {
      throw node.refused("cuts what is no image");
    }
    List<Integer> sizes = new ArrayList<>(images.dimensions());
    sizes.add(0, Integer.MAX_VALUE); // the number of images is not known
    Slices slices = Slices.of(node, scope, sizes);
    int rows = images.heightAxis();
    for (int axis : slices.touched()) {
      Slices.Cut cut = slices.cuts().get(axis);
      if ((axis != rows && axis != rows + 1) || cut.step() != 1 || cut.count() < 1) {
        throw node.refused("leaves %s of %s: only rows and columns at the sides can be cut off"
            .formatted(slices.cuts(), sizes));
      }
    }
    if (slices.touched().isEmpty()) {
      return images;
    }
    Slices.Cut vertical = slices.cuts().get(rows);
    Slices.Cut horizontal = slices.cuts().get(rows + 1);
    return added(
        images,
        new Cropping2D(new Margins(
            vertical.first(),
            images.shape().height() - vertical.first() - vertical.count(),
            horizontal.first(),
            images.shape().width() - horizontal.first() - horizontal.count())));
  }

  private Images added(Images images, LayerSpec layer) {
    int position = assembly.add(layer, images.layer());
    return images.by(position, assembly.shape(position));
  }
}
