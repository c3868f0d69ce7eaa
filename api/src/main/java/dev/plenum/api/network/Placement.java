package dev.plenum.api.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Gives operations, one after another, their names and shapes. */
final class Placement {
  private final Shape input;
  private final List<PlacedLayer> layers = new ArrayList<>();
  private final Map<String, Integer> used = new HashMap<>();

  Placement(Shape input) {
    if (!input.isImage()) {
      throw new InvalidNetworkException(
          "a network's input must have the shape (height, width, channels), found " + input);
    }
    this.input = input;
  }

  /** The layers that were added. */
  List<PlacedLayer> layers() {
    return List.copyOf(layers);
  }

  /** The shape of the value of that number. */
  Shape shape(int number) {
    return number == PlacedLayer.IMAGES ? input : layers.get(number).output();
  }

  /**
   * Places the next operation.
   *
   * @param reads the numbers of the values that it reads
   * @throws InvalidNetworkException if it cannot take them; the message names it
   */
  void add(Operation operation, List<Integer> reads, boolean frozen) {
    int sameKindBefore = used.merge(operation.namePrefix(), 1, Integer::sum) - 1;
    String name = operation.namePrefix() + (sameKindBefore == 0 ? "" : "_" + sameKindBefore);
    int index = layers.size();
    try {
      requireEarlier(reads, index);
      List<Shape> inputs = reads.stream().map(this::shape).toList();
      layers.add(placed(index, name, operation, reads, inputs, frozen));
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new InvalidNetworkException(String.format(
          Locale.ROOT, "layer %d '%s'%s: %s", index + 1, name, sources(reads), e.getMessage()));
    }
  }

  private static PlacedLayer placed(
      int index,
      String name,
      Operation operation,
      List<Integer> reads,
      List<Shape> inputs,
      boolean frozen) {
    if (operation instanceof LayerSpec layer) {
      if (inputs.size() != 1) {
        throw new InvalidNetworkException(
            layer.type() + " reads one value, found " + inputs.size());
      }
      Shape input = inputs.get(0);
      return new PlacedLayer(
          index,
          name,
          layer,
          reads,
          inputs,
          layer.outputShape(input),
          layer.parameters(input),
          frozen);
    }
    MergeSpec merge = (MergeSpec) operation;
    if (inputs.size() < 2) {
      throw new InvalidNetworkException(
          merge.type() + " reads two or more values, found " + inputs.size());
    }
    return new PlacedLayer(
        index, name, merge, reads, inputs, merge.outputShape(inputs), List.of(), frozen);
  }

  private static void requireEarlier(List<Integer> reads, int index) {
    for (int number : reads) {
      if (number < PlacedLayer.IMAGES || number >= index) {
        throw new InvalidNetworkException(String.format(
            Locale.ROOT,
            "it reads the output of layer %d, but only %s can be read",
            number + 1,
            index == 0 ? "the images" : "earlier layers (1 to " + index + ") and the images"));
      }
    }
  }

  /** Which layers a merge reads, for messages; a linear network needs no such hint. */
  private String sources(List<Integer> reads) {
    if (reads.size() < 2) {
      return "";
    }
    return reads.stream()
        .map(number -> number >= 0 && number < layers.size()
            ? "'" + layers.get(number).name() + "'"
            : number == PlacedLayer.IMAGES ? "the images" : "layer " + (number + 1))
        .collect(Collectors.joining(", ", " of ", ""));
  }
}
