package dev.plenum.interchange.onnx.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What Slice leaves.
 *
 * @param cuts one for each axis
 * @param touched the axes of which not all is left as it was
 */
record Slices(List<Cut> cuts, List<Integer> touched) {

  /**
   * What is left of an axis.
   *
   * @param first the first position
   * @param step from one position to the next; negative for backward
   * @param count the number of positions
   */
  record Cut(int first, int step, int count) {}

  /** What a node leaves of a value of these sizes, among them {@code Integer.MAX_VALUE} for unknown. */
  static Slices of(Node node, Scope scope, List<Integer> sizes) {
    List<Cut> cuts = new ArrayList<>();
    sizes.forEach(size -> cuts.add(new Cut(0, 1, size)));
    List<Long> starts = required(node, scope, "starts", 1);
    List<Long> ends = required(node, scope, "ends", 2);
    List<Integer> axes = scope
        .axes(node, 3, sizes.size())
        .orElseGet(() -> IntStream.range(0, starts.size()).boxed().toList());
    List<Long> steps =
        scope.wholes(node, 4).orElseGet(() -> starts.stream().map(start -> 1L).toList());
    if (ends.size() != starts.size()
        || axes.size() != starts.size()
        || steps.size() != starts.size()
        || starts.size() > sizes.size()) {
      throw node.refused("has starts, ends, axes and steps of different number");
    }
    List<Integer> touched = new ArrayList<>();
    for (int i = 0; i < axes.size(); i++) {
      int axis = axes.get(i);
      Cut cut = cut(node, starts.get(i), ends.get(i), steps.get(i), sizes.get(axis));
      if (!cut.equals(cuts.get(axis))) {
        touched.add(axis);
        cuts.set(axis, cut);
      }
    }
    return new Slices(List.copyOf(cuts), List.copyOf(touched));
  }

  private static List<Long> required(Node node, Scope scope, String name, int input) {
    return scope.wholes(node, name, input).orElseThrow(() -> node.refused("has no " + name));
  }

  private static Cut cut(Node node, long start, long end, long step, int size) {
    if (step == 0 || step > Integer.MAX_VALUE || step < -Integer.MAX_VALUE) {
      throw node.refused("has the step " + step);
    }
    boolean forward = step > 0;
    long first = bounded(start, size, 0, forward ? size : size - 1);
    long last = bounded(end, size, forward ? 0 : -1, forward ? size : size - 1);
    long count = forward
        ? Math.max(0, (last - first + step - 1) / step)
        : Math.max(0, (first - last - step - 1) / -step);
    return new Cut((int) first, (int) step, (int) count);
  }

  /** Counted from the end where negative, and at most so far outside. */
  private static long bounded(long position, int size, int low, int high) {
    long fromFront = position < 0 ? Math.max(position, -2L * size) + size : position;
    return Math.max(low, Math.min(high, fromFront));
  }
}
