package dev.plenum.tck.reference;

import dev.plenum.api.network.LayerSpec;
import dev.plenum.api.network.MergeSpec;
import dev.plenum.api.network.PlacedLayer;
import dev.plenum.api.network.Shape;
import java.util.List;
import java.util.stream.IntStream;

/** Layers at a place of their own, without a network. */
final class Placed {
  private Placed() {}

  static PlacedLayer layer(int index, LayerSpec spec, Shape input) {
    return layer(index, spec, input, false);
  }

  static PlacedLayer layer(int index, LayerSpec spec, Shape input, boolean frozen) {
    return new PlacedLayer(
        index,
        "layer",
        spec,
        List.of(index - 1),
        List.of(input),
        spec.outputShape(input),
        spec.parameters(input),
        frozen);
  }

  static PlacedLayer merge(MergeSpec spec, Shape... inputs) {
    List<Shape> shapes = List.of(inputs);
    return new PlacedLayer(
        inputs.length,
        "merge",
        spec,
        IntStream.range(0, inputs.length).boxed().toList(),
        shapes,
        spec.outputShape(shapes),
        List.of(),
        false);
  }
}
