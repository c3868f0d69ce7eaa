package dev.plenum.backend.dl4j.internal.nn;

import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.updater.BaseMultiLayerUpdater;
import org.nd4j.linalg.api.ndarray.INDArray;

/** What Deeplearning4j's two kinds of network can both do, under other names. */
interface NnNetwork {

  /** With the flat arrays of all parameters and of their gradients. */
  Model model();

  /** What makes updates of gradients, with its state. */
  BaseMultiLayerUpdater<?> updater();

  /** A layer by the name that it has in our network. */
  Layer layer(String name);

  /** Goes forward and backward; the labels' values do not matter. */
  void computeGradients(INDArray images, INDArray labels);

  /** Predicts; the array is the caller's. */
  INDArray logits(INDArray images);
}
