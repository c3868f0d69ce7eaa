package dev.plenum.interchange.onnx.reading;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import dev.plenum.interchange.onnx.reading.Literal.Floats;
import dev.plenum.interchange.onnx.reading.Literal.Wholes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import java.util.function.LongBinaryOperator;

/** Computes what follows from constants alone: shapes, mostly, and weights in another order. */
final class Folding {
  /** So many values may be made in all, beside as many as the file has: a small file can ask for many. */
  private static final long SPARE = 1 << 22;

  private final Scope scope;
  private long room;

  /** For the nodes of a graph. */
  Folding(OnnxGraph graph, Scope scope) {
    this.scope = scope;
    room =
        SPARE + 2 * graph.constants().values().stream().mapToLong(Literal::size).sum();
  }

  /**
   * What a node makes of constants.
   *
   * @throws InvalidOnnxException if its operator is not known here, or it makes too many
   */
  Literal of(Node node) {
    return switch (node.operator()) {
      case "Constant" -> constant(node);
      case "ConstantOfShape" -> filled(node);
      case "Identity", "Dropout" -> literal(node, 0);
      case "Cast" -> cast(node, literal(node, 0));
      case "Concat" -> concatenated(node);
      case "Gather" -> gathered(node);
      case "Reshape" -> reshaped(node, literal(node, 0));
      case "Slice" -> sliced(node, literal(node, 0));
      case "Squeeze" -> squeezed(node, literal(node, 0));
      case "Transpose" -> transposed(node, literal(node, 0));
      case "Unsqueeze" -> unsqueezed(node, literal(node, 0));
      case "Add" -> computed(node, (a, b) -> a + b, Math::addExact);
      case "Sub" -> computed(node, (a, b) -> a - b, Math::subtractExact);
      case "Mul" -> computed(node, (a, b) -> a * b, Math::multiplyExact);
      case "Div" -> computed(node, (a, b) -> a / b, (a, b) -> a / b);
      default -> throw node.refused("is an operator that is not read, of constants");
    };
  }

  private Literal literal(Node node, int input) {
    if (scope.get(node, input) instanceof Literal literal) {
      return literal;
    }
    throw node.refused("has no constant as its input " + (input + 1));
  }

  private Wholes row(Node node, int input) {
    if (literal(node, input) instanceof Wholes wholes) {
      return wholes;
    }
    throw node.refused("needs whole numbers as its input " + (input + 1));
  }

  /** Takes so many values of the room there is. */
  private int size(Node node, List<Integer> dimensions) {
    double size = dimensions.stream().mapToDouble(d -> d).reduce(1, (a, b) -> a * b);
    if (size > room) {
      throw node.refused("makes more constants than are read, of the dimensions " + dimensions);
    }
    room -= (long) size;
    return (int) size;
  }

  private static Literal constant(Node node) {
    return node.tensor("value")
        .map(tensor -> LiteralReader.read(tensor, "the value of " + node))
        .or(() -> node.integers("value_ints").map(Wholes::row))
        .or(() -> node.numbers("value_floats").map(Folding::floats))
        .orElseGet(() -> single(node));
  }

  private static Literal floats(List<Float> values) {
    float[] floats = new float[values.size()];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = values.get(i);
    }
    return new Floats(List.of(floats.length), floats);
  }

  private static Literal single(Node node) {
    List<String> names = node.proto().getAttributeList().stream()
        .map(attribute -> attribute.getName())
        .toList();
    if (names.contains("value_float")) {
      return new Floats(List.of(), node.number("value_float", 0));
    } else if (names.contains("value_int")) {
      return new Wholes(List.of(), List.of(node.integer("value_int", 0)));
    }
    throw node.refused("has no value that is read, found " + names);
  }

  private Literal filled(Node node) {
    List<Integer> dimensions = row(node, 0).values().stream()
        .map(size -> {
          if (size < 0 || size > Integer.MAX_VALUE) {
            throw node.refused(
                "makes constants of the dimensions " + row(node, 0).values());
          }
          return size.intValue();
        })
        .toList();
    int[] positions = new int[size(node, dimensions)];
    return node.tensor("value")
        .map(tensor -> LiteralReader.read(tensor, "the value of " + node))
        .orElse(new Floats(List.of(1), new float[1]))
        .at(positions, dimensions);
  }

  private static Literal cast(Node node, Literal value) {
    long type = node.integer("to", 0);
    boolean toFloats = type == DataType.FLOAT.getNumber();
    if (!toFloats && type != DataType.INT64.getNumber() && type != DataType.INT32.getNumber()) {
      throw node.refused("turns numbers into " + LiteralReader.type((int) type));
    }
    if (value instanceof Wholes wholes && toFloats) {
      float[] floats = new float[wholes.size()];
      for (int i = 0; i < floats.length; i++) {
        floats[i] = wholes.values().get(i);
      }
      return new Floats(value.dimensions(), floats);
    } else if (value instanceof Floats floats && !toFloats) {
      List<Long> wholes = new ArrayList<>();
      for (float one : floats.values()) {
        wholes.add((long) one);
      }
      return new Wholes(value.dimensions(), wholes);
    }
    return value;
  }

  /** Rows one behind the other; of more dimensions there is no need. */
  private Literal concatenated(Node node) {
    List<Long> all = new ArrayList<>();
    for (int i = 0; i < node.inputs().size(); i++) {
      Wholes wholes = row(node, i);
      if (wholes.dimensions().size() != 1) {
        throw node.refused("joins constants of the dimensions " + wholes.dimensions());
      }
      size(node, wholes.dimensions());
      all.addAll(wholes.values());
    }
    return Wholes.row(all);
  }

  private Literal gathered(Node node) {
    Literal value = literal(node, 0);
    Wholes indices = row(node, 1);
    if (value.dimensions().size() != 1 || node.integer("axis", 0) != 0) {
      throw node.refused("picks of constants of the dimensions " + value.dimensions());
    }
    int[] positions = new int[size(node, indices.dimensions())];
    for (int i = 0; i < positions.length; i++) {
      positions[i] = position(node, indices.values().get(i), value.size());
    }
    return value.at(positions, indices.dimensions());
  }

  private static int position(Node node, long index, int size) {
    if (index < -size || index >= size) {
      throw node.refused("picks the value " + index + " of " + size);
    }
    return (int) (index < 0 ? index + size : index);
  }

  private Literal reshaped(Node node, Literal value) {
    List<Integer> target = Sizes.of(node, row(node, 1).values(), value.dimensions(), value.size());
    return value.at(identity(size(node, value.dimensions())), target);
  }

  private Literal squeezed(Node node, Literal value) {
    int rank = value.dimensions().size();
    Optional<List<Integer>> axes = scope.axes(node, 1, rank);
    List<Integer> left = new ArrayList<>();
    for (int axis = 0; axis < rank; axis++) {
      int size = value.dimensions().get(axis);
      boolean named = axes.isEmpty() ? size == 1 : axes.get().contains(axis);
      if (!named) {
        left.add(size);
      } else if (size != 1) {
        throw node.refused("leaves out the dimension " + axis + " of " + value.dimensions());
      }
    }
    return value.at(identity(size(node, value.dimensions())), left);
  }

  private Literal unsqueezed(Node node, Literal value) {
    List<Long> named = scope.wholes(node, "axes", 1).orElseThrow(() -> node.refused("has no axes"));
    int rank = value.dimensions().size() + named.size();
    List<Integer> axes =
        named.stream().map(axis -> Scope.axis(node, axis, rank)).sorted().toList();
    List<Integer> dimensions = new ArrayList<>(value.dimensions());
    axes.forEach(axis -> dimensions.add(Math.min(axis, dimensions.size()), 1));
    return value.at(identity(size(node, value.dimensions())), List.copyOf(dimensions));
  }

  private Literal transposed(Node node, Literal value) {
    List<Integer> dimensions = value.dimensions();
    int rank = dimensions.size();
    List<Integer> axes = new ArrayList<>();
    for (int axis = rank - 1; axis >= 0; axis--) {
      axes.add(axis);
    }
    node.integers("perm").ifPresent(perm -> {
      axes.clear();
      perm.forEach(axis -> axes.add(Scope.axis(node, axis, rank)));
    });
    if (axes.size() != rank || axes.stream().distinct().count() != rank) {
      throw node.refused("transposes %s dimensions by %s".formatted(rank, axes));
    }
    List<Integer> turned = axes.stream().map(dimensions::get).toList();
    int[] strides = strides(dimensions);
    int[] positions = new int[size(node, dimensions)];
    for (int i = 0; i < positions.length; i++) {
      int rest = i;
      for (int axis = rank - 1; axis >= 0; axis--) {
        positions[i] += rest % turned.get(axis) * strides[axes.get(axis)];
        rest /= turned.get(axis);
      }
    }
    return value.at(positions, turned);
  }

  private static int[] strides(List<Integer> dimensions) {
    int[] strides = new int[dimensions.size()];
    int stride = 1;
    for (int axis = strides.length - 1; axis >= 0; axis--) {
      strides[axis] = stride;
      stride *= dimensions.get(axis);
    }
    return strides;
  }

  /** Along the first axis, forward or backward; PyTorch makes the sides of paddings so. */
  private Literal sliced(Node node, Literal value) {
    List<Integer> dimensions = value.dimensions();
    Slices slices = Slices.of(node, scope, dimensions);
    if (dimensions.isEmpty() || slices.touched().stream().anyMatch(axis -> axis != 0)) {
      throw node.refused("cuts constants of the dimensions " + dimensions);
    }
    Slices.Cut cut = slices.cuts().get(0);
    List<Integer> left = new ArrayList<>(dimensions);
    left.set(0, cut.count());
    int each = dimensions.get(0) == 0 ? 0 : value.size() / dimensions.get(0);
    int[] positions = new int[size(node, left)];
    for (int i = 0; i < positions.length; i++) {
      positions[i] = (cut.first() + i / each * cut.step()) * each + i % each;
    }
    return value.at(positions, List.copyOf(left));
  }

  private Literal computed(Node node, DoubleBinaryOperator floats, LongBinaryOperator wholes) {
    Literal first = literal(node, 0);
    Literal second = literal(node, 1);
    Literal larger = first.size() >= second.size() ? first : second;
    if (first.size() != second.size() && Math.min(first.size(), second.size()) != 1) {
      throw node.refused("computes with constants of the dimensions %s and %s"
          .formatted(first.dimensions(), second.dimensions()));
    }
    int size = size(node, larger.dimensions());
    if (first instanceof Floats a && second instanceof Floats b) {
      float[] values = new float[size];
      for (int i = 0; i < size; i++) {
        values[i] =
            (float) floats.applyAsDouble(a.values()[i % a.size()], b.values()[i % b.size()]);
      }
      return new Floats(larger.dimensions(), values);
    } else if (first instanceof Wholes a && second instanceof Wholes b) {
      return new Wholes(larger.dimensions(), whole(node, a, b, size, wholes));
    }
    throw node.refused("computes with floats and whole numbers");
  }

  private static List<Long> whole(
      Node node, Wholes a, Wholes b, int size, LongBinaryOperator operator) {
    List<Long> values = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      long left = a.values().get(i % a.size());
      long right = b.values().get(i % b.size());
      if (left == Literal.BATCH || right == Literal.BATCH) {
        throw node.refused("computes with the number of images, which is not known");
      }
      values.add(operator.applyAsLong(left, right));
    }
    return values;
  }

  private static int[] identity(int size) {
    int[] positions = new int[size];
    for (int i = 0; i < size; i++) {
      positions[i] = i;
    }
    return positions;
  }
}
