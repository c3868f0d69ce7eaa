package dev.plenum.backend.dl4j.internal.nn;

import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.updater.BaseMultiLayerUpdater;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A {@code ComputationGraph}. */
record GraphNetwork(ComputationGraph network) implements NnNetwork {

  @Override
  public Model model() {
    return network;
  }

  @Override
  public BaseMultiLayerUpdater<?> updater() {
    return network.getUpdater();
  }

  @Override
  public Layer layer(String name) {
    return network.getLayer(name);
  }

  @Override
  public void computeGradients(INDArray images, INDArray labels) {
    network.setInputs(images);
    network.setLabels(labels);
    network.computeGradientAndScore();
    network.clearLayersStates();
  }

  @Override
  public INDArray logits(INDArray images) {
    return network.outputSingle(false, images);
  }
}
