package dev.plenum.interchange.onnx.reading;

import java.util.ArrayList;
import java.util.List;

/** The sizes that Reshape asks for. */
final class Sizes {
  private Sizes() {}

  /**
   * The sizes without the 0 and the −1 that a file may have in them.
   *
   * @param wanted what the node asks for; at most one is −1, which is whatever is left
   * @param before the sizes of what it reshapes, which 0 repeats
   * @param size the number of values
   */
  static List<Integer> of(Node node, List<Long> wanted, List<Integer> before, int size) {
    boolean keepsZero = node.integer("allowzero", 0) == 0;
    List<Integer> sizes = new ArrayList<>();
    long known = 1;
    int open = -1;
    for (int i = 0; i < wanted.size(); i++) {
      long one = wanted.get(i);
      if (one == -1 && open < 0) {
        open = i;
        sizes.add(1);
        continue;
      }
      if (one == 0 && keepsZero && i < before.size()) {
        one = before.get(i);
      }
      if (one < 1 || known * one > size) {
        throw refused(node, wanted, before);
      }
      known *= one;
      sizes.add((int) one);
    }
    if (open >= 0 && known > 0 && size % known == 0) {
      sizes.set(open, (int) (size / known));
    } else if (known != size) {
      throw refused(node, wanted, before);
    }
    return List.copyOf(sizes);
  }

  private static InvalidOnnxException refused(Node node, List<Long> wanted, List<Integer> before) {
    return node.refused("reshapes %s to %s".formatted(before, wanted));
  }
}
