package dev.plenum.api.network;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/**
 * The order in which Keras lists the layers of a network: those with the longest way to the output come
 * first. Of layers with ways of one length, first comes what is met first on a walk from the output back,
 * which follows what a layer reads, value after value, each as far as it goes.
 */
final class SummaryOrder {
  private SummaryOrder() {}

  /** All layers of a network, in that order. */
  static List<PlacedLayer> of(List<PlacedLayer> layers) {
    int[] distances = distances(layers);
    int[] meetings = meetings(layers);
    return layers.stream()
        .sorted(Comparator.<PlacedLayer>comparingInt(layer -> -distances[layer.index()])
            .thenComparingInt(layer -> meetings[layer.index()]))
        .toList();
  }

  /** For each layer the number of layers behind it, on the longest way to the output. */
  private static int[] distances(List<PlacedLayer> layers) {
    int[] distances = new int[layers.size()];
    for (int i = layers.size() - 1; i >= 0; i--) {
      for (int read : layers.get(i).reads()) {
        if (read != PlacedLayer.IMAGES) {
          distances[read] = Math.max(distances[read], distances[i] + 1);
        }
      }
    }
    return distances;
  }

  /** For each layer its number on the walk back. */
  private static int[] meetings(List<PlacedLayer> layers) {
    int[] meetings = new int[layers.size()];
    Arrays.fill(meetings, -1);
    int met = 0;
    Deque<Integer> ahead = new ArrayDeque<>(List.of(layers.size() - 1));
    while (!ahead.isEmpty()) {
      int layer = ahead.pop();
      if (layer == PlacedLayer.IMAGES || meetings[layer] >= 0) {
        continue;
      }
      meetings[layer] = met++;
      List<Integer> reads = layers.get(layer).reads();
      for (int i = reads.size() - 1; i >= 0; i--) {
        ahead.push(reads.get(i));
      }
    }
    return meetings;
  }
}
