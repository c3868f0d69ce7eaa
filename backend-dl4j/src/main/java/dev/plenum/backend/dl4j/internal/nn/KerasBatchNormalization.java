package dev.plenum.backend.dl4j.internal.nn;

import java.util.Collection;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.params.BatchNormalizationParamInitializer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Broadcast;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * Deeplearning4j's batch normalisation where its own layer fails: on vectors, of which it cannot train a
 * batch of one, so that they become images of one pixel; and frozen, where it would compute gradients
 * through the statistics of the batch.
 */
@SuppressWarnings("serial") // never serialised
final class KerasBatchNormalization extends BatchNormalization {
  private final boolean frozen;

  /**
   * One with nothing set yet.
   *
   * @param frozen whether it uses the moving statistics in training as well
   */
  KerasBatchNormalization(boolean frozen) {
    this.frozen = frozen;
  }

  @Override
  public Layer instantiate(
      NeuralNetConfiguration conf,
      Collection<TrainingListener> listeners,
      int index,
      INDArray parameters,
      boolean initialize,
      DataType type) {
    Instance layer = new Instance(conf, type, frozen);
    layer.setListeners(listeners);
    layer.setIndex(index);
    layer.setParamsViewArray(parameters);
    layer.setParamTable(initializer().init(conf, parameters, initialize));
    layer.setConf(conf);
    return layer;
  }

  private static final class Instance
      extends org.deeplearning4j.nn.layers.normalization.BatchNormalization {
    private static final int CHANNELS = 1;
    private static final int VECTORS = 2;

    private final boolean frozen;
    private boolean ofVectors;

    Instance(NeuralNetConfiguration conf, DataType type, boolean frozen) {
      super(conf, type);
      this.frozen = frozen;
    }

    @Override
    public void setInput(INDArray values, LayerWorkspaceMgr workspaces) {
      ofVectors = values.rank() == VECTORS;
      super.setInput(ofVectors ? pixels(values) : values, workspaces);
    }

    private static INDArray pixels(INDArray vectors) {
      return vectors.reshape('c', vectors.size(0), vectors.size(1), 1, 1);
    }

    private INDArray asGiven(INDArray values) {
      return ofVectors ? values.reshape('c', values.size(0), values.size(1)) : values;
    }

    @Override
    public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
      return asGiven(super.activate(training && !frozen, workspaces));
    }

    @Override
    public Pair<Gradient, INDArray> backpropGradient(
        INDArray outputGradient, LayerWorkspaceMgr workspaces) {
      INDArray gradient = ofVectors ? pixels(outputGradient) : outputGradient;
      Pair<Gradient, INDArray> result = frozen
          ? new Pair<>(new DefaultGradient(), scaled(gradient, workspaces))
          : super.backpropGradient(gradient, workspaces);
      return new Pair<>(result.getFirst(), asGiven(result.getSecond()));
    }

    /** dx = g · gamma / √(moving variance + ε). */
    private INDArray scaled(INDArray gradient, LayerWorkspaceMgr workspaces) {
      INDArray variance = getParam(BatchNormalizationParamInitializer.GLOBAL_VAR);
      INDArray factor = Transforms.sqrt(variance.add(layerConf().getEps()), false)
          .rdivi(1)
          .muli(getParam(BatchNormalizationParamInitializer.GAMMA));
      INDArray inputGradient = workspaces.dup(ArrayType.ACTIVATION_GRAD, gradient, 'c');
      return Broadcast.mul(inputGradient, factor.reshape(factor.length()), inputGradient, CHANNELS);
    }
  }
}
