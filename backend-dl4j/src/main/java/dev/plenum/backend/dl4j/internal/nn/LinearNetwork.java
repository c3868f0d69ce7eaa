package dev.plenum.backend.dl4j.internal.nn;

import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.updater.BaseMultiLayerUpdater;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A {@code MultiLayerNetwork}. */
record LinearNetwork(MultiLayerNetwork network) implements NnNetwork {

  @Override
  public Model model() {
    return network;
  }

  @Override
  public BaseMultiLayerUpdater<?> updater() {
    return (BaseMultiLayerUpdater<?>) network.getUpdater();
  }

  @Override
  public Layer layer(String name) {
    return network.getLayer(name);
  }

  @Override
  public void computeGradients(INDArray images, INDArray labels) {
    network.setInput(images);
    network.setLabels(labels);
    network.computeGradientAndScore();
    network.clearLayersStates();
  }

  @Override
  public INDArray logits(INDArray images) {
    return network.output(images, false);
  }
}
