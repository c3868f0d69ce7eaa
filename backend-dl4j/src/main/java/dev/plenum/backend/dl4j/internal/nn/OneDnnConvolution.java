package dev.plenum.backend.dl4j.internal.nn;

import java.util.Collection;
import org.deeplearning4j.config.DL4JSystemProperties;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.layers.mkldnn.MKLDNNConvHelper;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Deeplearning4j's convolution with its own helper for oneDNN, without which it is some 10 times slower. It
 * would never load that by itself: a system property switches helpers off by default, and where they are
 * on, the helper asks a class that moved in 1.0.0-M2.1 ({@code Nd4jCpu$Environment}) whether there is
 * oneDNN, and takes its absence for a no. To give the layer its helper is all that is done here: a library
 * sets no property of the process, and puts no class into others' packages. The property is heeded: {@code
 * org.eclipse.deeplearning4j.helpers.disable=true} gives what comes out of the box.
 */
@SuppressWarnings("serial") // never serialised
final class OneDnnConvolution extends ConvolutionLayer {

  private OneDnnConvolution(Builder builder) {
    super(builder);
  }

  /** With the helper where it can do the convolution: oneDNN refuses dilated kernels. */
  static ConvolutionLayer of(Builder builder, boolean dilated) {
    boolean off = Boolean.getBoolean(DL4JSystemProperties.DISABLE_HELPER_PROPERTY);
    return off || dilated ? builder.build() : new OneDnnConvolution(builder);
  }

  @Override
  public Layer instantiate(
      NeuralNetConfiguration conf,
      Collection<TrainingListener> listeners,
      int index,
      INDArray parameters,
      boolean initialize,
      DataType type) {
    Instance layer = new Instance(conf, type);
    layer.setListeners(listeners);
    layer.setIndex(index);
    layer.setParamsViewArray(parameters);
    layer.setParamTable(initializer().init(conf, parameters, initialize));
    layer.setConf(conf);
    return layer;
  }

  private static final class Instance
      extends org.deeplearning4j.nn.layers.convolution.ConvolutionLayer {
    Instance(NeuralNetConfiguration conf, DataType type) {
      super(conf, type);
      helper = new MKLDNNConvHelper(type);
    }
  }
}
