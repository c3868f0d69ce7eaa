package dev.plenum.interchange.keras;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The order in which Keras lists the layers of a Functional model, whatever the order in its
 * description: those that are farther from the output first; of those equally far, the one first that a
 * depth-first walk from the output, back through the inputs, comes to first.
 */
final class GraphOrder {
  private GraphOrder() {}

  /**
   * The positions of the layers in Keras's order.
   *
   * @param reads which layers, by their positions, each layer reads: only earlier ones; negative numbers
   *     stand for the model's input. The last one is the output
   */
  static List<Integer> of(List<List<Integer>> reads) {
    int[] distance = distances(reads);
    int[] visit = visits(reads);
    return IntStream.range(0, reads.size())
        .boxed()
        .sorted(Comparator.<Integer>comparingInt(i -> -distance[i]).thenComparingInt(i -> visit[i]))
        .toList();
  }

  /** The longest way from each layer to the output. */
  private static int[] distances(List<List<Integer>> reads) {
    int[] distance = new int[reads.size()];
    for (int reader = reads.size() - 1; reader >= 0; reader--) {
      for (int read : reads.get(reader)) {
        if (read >= 0) {
          distance[read] = Math.max(distance[read], distance[reader] + 1);
        }
      }
    }
    return distance;
  }

  /** How many layers the walk came to before each one. */
  private static int[] visits(List<List<Integer>> reads) {
    int[] visit = new int[reads.size()];
    Arrays.fill(visit, Integer.MAX_VALUE);
    int visited = 0;
    Deque<Integer> ahead = new ArrayDeque<>(List.of(reads.size() - 1));
    while (!ahead.isEmpty()) {
      int layer = ahead.pop();
      if (layer >= 0 && visit[layer] == Integer.MAX_VALUE) {
        visit[layer] = visited++;
        List<Integer> inputs = new ArrayList<>(reads.get(layer));
        Collections.reverse(inputs);
        inputs.forEach(ahead::push);
      }
    }
    return visit;
  }
}
