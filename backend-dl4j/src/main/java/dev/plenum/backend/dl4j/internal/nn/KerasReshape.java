package dev.plenum.backend.dl4j.internal.nn;

import dev.plenum.api.network.Shape;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.preprocessor.BaseInputPreProcessor;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Flatten and Reshape in the order h, w, c. Deeplearning4j's own preprocessors take images of (n, c, h, w)
 * in the order c, h, w, so that the weights behind them would have to be permuted, and everything else
 * between.
 */
@SuppressWarnings("serial") // never serialised
final class KerasReshape extends BaseInputPreProcessor {
  private final Shape input;
  private final Shape output;
  private final boolean givenImages;

  private KerasReshape(Shape input, Shape output, boolean givenImages) {
    this.input = input;
    this.output = output;
    this.givenImages = givenImages;
  }

  /** Of what a layer writes. */
  static KerasReshape of(Shape input, Shape output) {
    return new KerasReshape(input, output, false);
  }

  /** Of the images that the network is given, as (n, h, w, c). */
  static KerasReshape ofGivenImages(Shape images, Shape output) {
    return new KerasReshape(images, output, true);
  }

  @Override
  public INDArray preProcess(INDArray values, int count, LayerWorkspaceMgr workspaces) {
    INDArray ordered = givenImages ? values : Arrangement.channelsLast(values);
    return workspaces.dup(ArrayType.ACTIVATIONS, Arrangement.reshaped(ordered, output), 'c');
  }

  /** Nobody looks at the gradient of the given images, whose shape it has but for the order. */
  @Override
  public INDArray backprop(INDArray gradient, int count, LayerWorkspaceMgr workspaces) {
    INDArray ordered = Arrangement.channelsLast(gradient);
    return workspaces.dup(ArrayType.ACTIVATION_GRAD, Arrangement.reshaped(ordered, input), 'c');
  }

  @Override
  public InputType getOutputType(InputType type) {
    return output.isImage()
        ? InputType.convolutional(output.height(), output.width(), output.channels())
        : InputType.feedForward(output.size());
  }
}
