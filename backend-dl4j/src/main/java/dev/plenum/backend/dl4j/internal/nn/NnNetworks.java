package dev.plenum.backend.dl4j.internal.nn;

import dev.plenum.api.network.Add;
import dev.plenum.api.network.Average;
import dev.plenum.api.network.Concatenate;
import dev.plenum.api.network.Maximum;
import dev.plenum.api.network.MergeSpec;
import dev.plenum.api.network.Multiply;
import dev.plenum.api.network.Network;
import dev.plenum.api.network.PlacedLayer;
import dev.plenum.api.network.Sequential;
import dev.plenum.api.network.Shape;
import java.util.List;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.graph.PreprocessorVertex;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.learning.config.IUpdater;

/** Builds Deeplearning4j's networks from ours. */
final class NnNetworks {
  /** The images as (n, h, w, c). */
  private static final String GIVEN = "given_images";

  /** The images as Deeplearning4j's layers take them. */
  private static final String IMAGES = "images";

  private final NnLayers layers;
  private final IUpdater updater;

  NnNetworks(NnLayers layers, IUpdater updater) {
    this.layers = layers;
    this.updater = updater;
  }

  /** A {@code MultiLayerNetwork} of a linear network, a {@code ComputationGraph} of a graph. */
  NnNetwork of(Network network) {
    return network instanceof Sequential
        ? linear(network.placedLayers())
        : graph(network.placedLayers());
  }

  /** Gradients are divided by the size of the batch where the loss is computed, not once more. */
  private NeuralNetConfiguration.Builder builder() {
    return new NeuralNetConfiguration.Builder()
        .dataType(DataType.FLOAT)
        .updater(updater)
        .miniBatch(false)
        .trainingWorkspaceMode(WorkspaceMode.ENABLED)
        .inferenceWorkspaceMode(WorkspaceMode.ENABLED);
  }

  private NnNetwork linear(List<PlacedLayer> all) {
    NeuralNetConfiguration.ListBuilder list = builder().list();
    int index = 0;
    Shape written = all.get(0).input(); // by the layer that was added last
    list.inputPreProcessor(0, KerasReshape.ofGivenImages(written, written));
    for (PlacedLayer layer : all) {
      if (NnLayers.reshapes(layer.spec())) {
        list.inputPreProcessor(
            index,
            index == 0
                ? KerasReshape.ofGivenImages(written, layer.output())
                : KerasReshape.of(written, layer.output()));
      } else {
        list.layer(index, isLast(layer, all) ? layers.last(layer) : layers.of(layer));
        written = layer.output();
        index++;
      }
    }
    MultiLayerNetwork network =
        new MultiLayerNetwork(list.validateOutputLayerConfig(false).build());
    network.init();
    network.initGradientsView();
    return new LinearNetwork(network);
  }

  private NnNetwork graph(List<PlacedLayer> all) {
    Shape input = all.get(0).input();
    GraphBuilder graph = builder()
        .graphBuilder()
        .addInputs(GIVEN)
        .addVertex(IMAGES, new PreprocessorVertex(KerasReshape.ofGivenImages(input, input)), GIVEN);
    for (PlacedLayer layer : all) {
      String[] inputs = layer.reads().stream()
          .map(read -> read == PlacedLayer.IMAGES ? IMAGES : all.get(read).name())
          .toArray(String[]::new);
      if (layer.spec() instanceof MergeSpec merge) {
        graph.addVertex(layer.name(), vertex(merge), inputs);
      } else if (NnLayers.reshapes(layer.spec())) {
        graph.addVertex(
            layer.name(),
            new PreprocessorVertex(KerasReshape.of(layer.input(), layer.output())),
            inputs);
      } else {
        graph.addLayer(
            layer.name(), isLast(layer, all) ? layers.last(layer) : layers.of(layer), inputs);
      }
    }
    ComputationGraph network = new ComputationGraph(graph
        .setOutputs(all.get(all.size() - 1).name())
        .validateOutputLayerConfig(false)
        .build());
    network.init();
    network.initGradientsView();
    return new GraphNetwork(network);
  }

  private static boolean isLast(PlacedLayer layer, List<PlacedLayer> all) {
    return layer.index() == all.size() - 1;
  }

  private static GraphVertex vertex(MergeSpec spec) {
    if (spec instanceof Add) {
      return new ElementWiseVertex(ElementWiseVertex.Op.Add);
    } else if (spec instanceof Average) {
      return new ElementWiseVertex(ElementWiseVertex.Op.Average);
    } else if (spec instanceof Maximum) {
      return new ElementWiseVertex(ElementWiseVertex.Op.Max);
    } else if (spec instanceof Multiply) {
      return new ElementWiseVertex(ElementWiseVertex.Op.Product);
    } else if (spec instanceof Concatenate) {
      return new MergeVertex();
    }
    throw new IllegalArgumentException("no code for merge type " + spec.type());
  }
}
