package dev.plenum.interchange.onnx.reading;

import dev.plenum.api.network.Activation;
import dev.plenum.api.network.Add;
import dev.plenum.api.network.Average;
import dev.plenum.api.network.BatchNormalization;
import dev.plenum.api.network.Concatenate;
import dev.plenum.api.network.Conv2D;
import dev.plenum.api.network.Dense;
import dev.plenum.api.network.DepthwiseConv2D;
import dev.plenum.api.network.LayerSpec;
import dev.plenum.api.network.Maximum;
import dev.plenum.api.network.MergeSpec;
import dev.plenum.api.network.Multiply;
import dev.plenum.api.network.PlacedLayer;
import dev.plenum.api.network.Shape;
import dev.plenum.interchange.Assembly;
import dev.plenum.interchange.onnx.reading.Literal.Floats;
import dev.plenum.interchange.onnx.reading.Signal.Images;
import dev.plenum.interchange.onnx.reading.Signal.Rows;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Sums, products and the like: of values with constants, or of values with values. */
final class ArithmeticOperators {
  private final Scope scope;
  private final Assembly assembly;

  /** Will add layers to an assembly. */
  ArithmeticOperators(Scope scope, Assembly assembly) {
    this.scope = scope;
    this.assembly = assembly;
  }

  /** Add. */
  Known sum(Node node) {
    return hasConstant(node) ? scaled(node) : merged(node, new Add());
  }

  /** Mul. */
  Known product(Node node) {
    return hasConstant(node) ? scaled(node) : merged(node, new Multiply());
  }

  /** Sub and Div. */
  Known withConstant(Node node) {
    if (!hasConstant(node)) {
      throw node.refused("is read only with a constant");
    }
    return scaled(node);
  }

  /** Max. */
  Known maximum(Node node) {
    return merged(node, new Maximum());
  }

  /** Mean. */
  Known mean(Node node) {
    return merged(node, new Average());
  }

  private boolean hasConstant(Node node) {
    return scope.get(node, 0) instanceof Literal || scope.get(node, 1) instanceof Literal;
  }

  /** Concat. */
  Known concatenated(Node node) {
    List<Signal> values = alike(node, false);
    Signal first = values.get(0);
    int rank = first.dimensions().size() + 1;
    int axis = Scope.axis(node, node.integer("axis", 1), rank);
    int channelAxis = first instanceof Images images ? images.channelAxis() : 1;
    if (axis != channelAxis) {
      throw node.refused("joins values along the axis %s, not that of the channels, %s"
          .formatted(axis, channelAxis));
    }
    if (values.size() == 1) {
      return first;
    }
    int position = added(new Concatenate(), values);
    if (first instanceof Images images) {
      return images.by(position, assembly.shape(position));
    }
    List<Shape> parts = new ArrayList<>();
    values.forEach(value -> parts.addAll(((Rows) value).parts()));
    return new Rows(position, false, List.copyOf(parts));
  }

  /** Also Sum, of any number of values. */
  Known merged(Node node, MergeSpec merge) {
    List<Signal> values = alike(node, true);
    Signal first = values.get(0);
    if (values.size() == 1) {
      return first;
    }
    int position = added(merge, values);
    return first instanceof Images images
        ? images.by(position, assembly.shape(position))
        : ((Rows) first).by(position);
  }

  private int added(MergeSpec merge, List<Signal> values) {
    return assembly.add(merge, values.stream().map(Signal::layer).toList());
  }

  /** All inputs, which must be images in one layout or rows, these in one order if so wanted. */
  private List<Signal> alike(Node node, boolean inOrder) {
    List<Signal> values = new ArrayList<>();
    for (int i = 0; i < node.inputs().size(); i++) {
      values.add(scope.signal(node, i));
    }
    if (values.isEmpty()) {
      throw node.refused("has no inputs");
    }
    boolean channelsFirst = values.stream().noneMatch(value -> lies(value, false));
    for (int i = 0; i < values.size(); i++) {
      boolean fits = values.get(i) instanceof Rows rows
          ? values.get(0) instanceof Rows other && (!inOrder || sameOrder(rows, other))
          : values.get(0) instanceof Images && !lies(values.get(i), !channelsFirst);
      if (!fits) {
        throw node.refused("reads values in different orders");
      }
      if (values.get(i) instanceof Images images) {
        values.set(i, images.laidOut(channelsFirst));
      }
    }
    return values;
  }

  /** Whether these are images in that layout and no other; a single value lies in both. */
  private static boolean lies(Signal value, boolean channelsFirst) {
    return value instanceof Images images
        && images.channelsFirst() == channelsFirst
        && images.shape().size() > 1;
  }

  private static boolean sameOrder(Rows first, Rows second) {
    return first.parts().equals(second.parts()) || (first.isPlain() && second.isPlain());
  }

  private Known scaled(Node node) {
    boolean constantFirst = scope.get(node, 0) instanceof Literal;
    Signal signal = scope.signal(node, constantFirst ? 1 : 0);
    Floats constant = scope
        .floats(node, constantFirst ? 0 : 1)
        .orElseThrow(() -> node.refused("lacks a constant"));
    List<Double> values = channels(node, constant, signal);
    return switch (node.operator()) {
      case "Add" -> scaled(node, signal, Scaling.plus(1, values));
      case "Mul" -> scaled(node, signal, Scaling.times(values));
      case "Sub" ->
        scaled(
            node,
            signal,
            constantFirst
                ? Scaling.plus(-1, values)
                : Scaling.plus(1, values.stream().map(value -> -value).toList()));
      default -> {
        if (constantFirst) {
          throw node.refused("divides a constant by values");
        }
        yield scaled(
            node, signal, Scaling.times(values.stream().map(value -> 1 / value).toList()));
      }
    };
  }

  /** A constant's value for each channel, in the network's order. */
  private static List<Double> channels(Node node, Floats constant, Signal signal) {
    List<Integer> sizes = constant.dimensions();
    int rank = signal.dimensions().size() + 1;
    int channelAxis = signal instanceof Images images ? images.channelAxis() : 1;
    int channels = signal.dimensions().get(channelAxis - 1);
    for (int i = 0; i < sizes.size(); i++) {
      int axis = rank - sizes.size() + i;
      if (sizes.get(i) != 1 && !(axis == channelAxis && sizes.get(i) == channels)) {
        throw node.refused(
            "has a constant of the dimensions %s, with values of %s: a number or one for each channel is read"
                .formatted(sizes, signal.dimensions()));
      }
    }
    if (sizes.size() > rank || constant.size() == 0) {
      throw node.refused("has a constant of the dimensions " + sizes);
    }
    List<Double> values =
        new ArrayList<>(Collections.nCopies(channels, (double) constant.values()[0]));
    if (constant.size() > 1) {
      float[] own =
          signal instanceof Rows rows ? rows.ordered(constant.values()) : constant.values();
      for (int c = 0; c < channels; c++) {
        values.set(c, (double) own[c]);
      }
    }
    return values;
  }

  private Known scaled(Node node, Signal signal, Scaling scaling) {
    int layer = signal.layer();
    boolean free = layer != PlacedLayer.IMAGES && !signal.isShared();
    if (free && scaling.onlyAdds() && addedAsBias(layer, scaling.offsets())) {
      return signal;
    }
    Optional<Scaling> before =
        free ? Scaling.of(assembly.operation(layer), scaling.channels()) : Optional.empty();
    LayerSpec spec = before
        .map(own -> own.then(scaling))
        .orElse(scaling)
        .layer()
        .orElseThrow(() ->
            node.refused("multiplies channels by numbers of their own, not all of them above 0"));
    if (before.isPresent()) {
      assembly.replace(layer, spec, List.of());
      return signal;
    }
    return moved(signal, assembly.add(spec, layer));
  }

  private boolean addedAsBias(int layer, List<Double> values) {
    Optional<LayerSpec> biased = Optional.empty();
    if (assembly.operation(layer) instanceof Conv2D conv
        && isBare(conv.kernel().bias(), conv.activation())) {
      biased = Optional.of(conv.bias(true));
    } else if (assembly.operation(layer) instanceof DepthwiseConv2D conv
        && isBare(conv.kernel().bias(), conv.activation())) {
      biased = Optional.of(conv.bias(true));
    } else if (assembly.operation(layer) instanceof Dense dense
        && isBare(dense.kernel().bias(), dense.activation())) {
      biased = Optional.of(dense.bias(true));
    }
    biased.ifPresent(spec -> {
      float[] bias = new float[values.size()];
      for (int i = 0; i < bias.length; i++) {
        bias[i] = values.get(i).floatValue();
      }
      assembly.replace(layer, spec, List.of(assembly.arrays(layer).get(0), bias));
    });
    return biased.isPresent();
  }

  private static boolean isBare(boolean bias, Activation activation) {
    return !bias && activation == Activation.LINEAR;
  }

  /** BatchNormalization. */
  Known normalized(Node node) {
    Signal signal = scope.get(node, 0) instanceof Rows rows ? rows : scope.images(node, 0);
    if (node.integer("training_mode", 0) != 0 || node.proto().getOutputCount() > 1) {
      throw node.refused("takes the statistics of the batch, as in training");
    }
    int channels = signal.dimensions().get(0);
    float[][] arrays = new float[4][];
    for (int i = 0; i < arrays.length; i++) {
      int input = i + 1;
      float[] values = scope
          .row(node, input, channels)
          .orElseThrow(() -> node.refused("lacks its input " + (input + 1)));
      arrays[i] = signal instanceof Rows rows ? rows.ordered(values) : values;
    }
    for (float variance : arrays[3]) {
      if (!(variance >= 0)) {
        throw node.refused("has the variance " + variance);
      }
    }
    BatchNormalization layer = BatchNormalization.defaults()
        .epsilon(Numbers.exact(node.number("epsilon", 1e-5f)))
        .momentum(Math.min(Numbers.exact(node.number("momentum", 0.9f)), StrictMath.nextDown(1.0)));
    return moved(signal, assembly.add(layer, signal.layer(), arrays));
  }

  private static Signal moved(Signal signal, int position) {
    return signal instanceof Images images
        ? images.by(position, images.shape())
        : ((Rows) signal).by(position);
  }
}
