package dev.plenum.tck.reference;

import dev.plenum.api.network.Network;
import dev.plenum.api.network.PlacedLayer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The layers of a network, and which reads what. The values of a batch are numbered: 0 are the images,
 * i + 1 is what stage i makes.
 */
final class ReferenceGraph {
  private final List<Stage> stages = new ArrayList<>();

  /**
   * A layer, or a part of one.
   *
   * @param reads the numbers of the values that it reads
   */
  private record Stage(ReferenceLayer layer, List<Integer> reads) {
    List<double[][]> inputs(List<double[][]> values) {
      return reads.stream().map(values::get).toList();
    }
  }

  /**
   * The stages of a network.
   *
   * @param layersOf the parts of a layer; each reads what the one before it makes
   */
  ReferenceGraph(Network network, Function<PlacedLayer, List<ReferenceLayer>> layersOf) {
    Map<Integer, Integer> valueOfLayer = new HashMap<>(Map.of(PlacedLayer.IMAGES, 0));
    for (PlacedLayer placed : network.placedLayers()) {
      List<Integer> reads = placed.reads().stream().map(valueOfLayer::get).toList();
      for (ReferenceLayer part : layersOf.apply(placed)) {
        stages.add(new Stage(part, reads));
        reads = List.of(stages.size());
      }
      valueOfLayer.put(placed.index(), stages.size());
    }
  }

  /** All arrays, in layer order. */
  List<Parameter> parameters() {
    return stages.stream().flatMap(stage -> stage.layer.parameters().stream()).toList();
  }

  /** All values; the last are the logits. */
  List<double[][]> forward(double[][] images, Pass pass) {
    List<double[][]> values = new ArrayList<>();
    values.add(images);
    for (Stage stage : stages) {
      values.add(stage.layer.forward(stage.inputs(values), pass));
    }
    return values;
  }

  /** Adds to the gradients of all parameters. A value's gradient is the sum of its readers'. */
  void backward(List<double[][]> values, double[][] gradientOfLogits, Pass pass) {
    Map<Integer, double[][]> gradients = new HashMap<>(Map.of(stages.size(), gradientOfLogits));
    for (int i = stages.size() - 1; i >= 0; i--) {
      Stage stage = stages.get(i);
      double[][] own = gradients.get(i + 1);
      List<double[][]> read = stage.layer.backward(stage.inputs(values), own, pass);
      for (int k = 0; k < read.size(); k++) {
        gradients.merge(stage.reads.get(k), read.get(k), ReferenceGraph::sum);
      }
    }
  }

  private static double[][] sum(double[][] a, double[][] b) {
    double[][] sum = new double[a.length][a[0].length];
    for (int n = 0; n < a.length; n++) {
      for (int i = 0; i < a[n].length; i++) {
        sum[n][i] = a[n][i] + b[n][i];
      }
    }
    return sum;
  }

  /** Changes what layers change by themselves in a training step with these values. */
  void updateState(List<double[][]> values) {
    stages.forEach(stage -> stage.layer.updateState(stage.inputs(values)));
  }

  /** The smallest margin of all layers. */
  double kinkMargin(List<double[][]> values) {
    return stages.stream()
        .mapToDouble(stage -> stage.layer.kinkMargin(stage.inputs(values)))
        .min()
        .orElse(Double.POSITIVE_INFINITY);
  }
}
