package dev.plenum.backend.dl4j.internal.layers;

import dev.plenum.api.network.Conv2D;
import dev.plenum.api.network.Shape;
import dev.plenum.backend.dl4j.internal.engine.NativeMemory;
import dev.plenum.backend.dl4j.internal.engine.NativeOp;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A convolution. ND4J's operation takes Keras's layouts as they are, of images and of kernels, and runs
 * on oneDNN. Deeplearning4j's own ConvolutionLayer does so only where a system property of the whole
 * process is set and a class is supplied that moved in this release, and is 10 times slower otherwise.
 */
final class ConvRun implements LayerRun {
  private static final int CHANNELS_LAST = 1;
  private static final int KERNEL_HEIGHT_WIDTH_IN_OUT = 0;

  private final Framed framed;
  private final ActivationRun activation;
  private final NativeOp forward;
  private final @Nullable NativeOp backward;

  ConvRun(
      Connections connections,
      Conv2D spec,
      Shape inputShape,
      ParameterViews kernel,
      ParameterViews bias,
      NativeMemory memory) {
    framed = new Framed(connections, inputShape, spec.window(), 0f, memory);
    activation = ActivationRun.of(spec.activation(), connections);
    int[] arguments = framed.arguments(CHANNELS_LAST, KERNEL_HEIGHT_WIDTH_IN_OUT);
    List<INDArray> inputs = List.of(framed.input(), kernel.values(), bias.values());
    forward = new NativeOp("conv2d", inputs, List.of(connections.output()), arguments);
    if (connections.trains()) {
      INDArray wanted = framed.inputGradient();
      // The operation computes it in any case.
      INDArray inputGradient =
          wanted != null ? wanted : memory.zeros(framed.input().shape());
      backward = new NativeOp(
          "conv2d_bp",
          List.of(
              framed.input(), kernel.values(), bias.values(), connections.requireOutputGradient()),
          List.of(inputGradient, kernel.gradient(), bias.gradient()),
          arguments);
    } else {
      backward = null;
    }
  }

  @Override
  public void forward(long step) {
    framed.copyIn();
    forward.run();
    activation.runForward();
  }

  @Override
  public void backward() {
    activation.runBackward();
    if (backward != null) {
      backward.run();
    }
    framed.copyOut();
  }
}
