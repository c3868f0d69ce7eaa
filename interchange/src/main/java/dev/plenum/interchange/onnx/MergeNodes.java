package dev.plenum.interchange.onnx;

import dev.plenum.api.network.Add;
import dev.plenum.api.network.Average;
import dev.plenum.api.network.Concatenate;
import dev.plenum.api.network.Maximum;
import dev.plenum.api.network.MergeSpec;
import dev.plenum.api.network.Multiply;
import java.util.List;

/** Merges as nodes; of two values each, as not all engines take more. */
final class MergeNodes {
  private final LayerNodes nodes;

  /** Will add to the nodes of a layer. */
  MergeNodes(LayerNodes nodes) {
    this.nodes = nodes;
  }

  /**
   * Adds what a merge makes of values in one layout.
   *
   * @param channelAxis where the channels are, the batch being axis 0
   * @throws IllegalArgumentException if ONNX has nothing for the merge; the message names it
   */
  String of(MergeSpec merge, List<String> values, int channelAxis) {
    if (merge instanceof Add) {
      return nodes.chain("Add", "sum", values);
    } else if (merge instanceof Multiply) {
      return nodes.chain("Mul", "product", values);
    } else if (merge instanceof Maximum) {
      return nodes.chain("Max", "maximum", values);
    } else if (merge instanceof Average) {
      String sum = nodes.chain("Add", "sum", values);
      String share = nodes.scalar("mean/share", 1.0 / values.size());
      return nodes.node("Mul", "mean", List.of(sum, share));
    } else if (merge instanceof Concatenate) {
      return nodes.node("Concat", "joined", values, Graph.attribute("axis", channelAxis));
    }
    throw new IllegalArgumentException(
        "the layer %s has no counterpart in ONNX here".formatted(merge.type()));
  }
}
