package dev.plenum.backend.dl4j.internal.layers;

import dev.plenum.api.network.Operation;
import dev.plenum.api.network.Shape;
import dev.plenum.api.network.Window;
import dev.plenum.backend.dl4j.internal.engine.NativeMemory;
import dev.plenum.backend.dl4j.internal.engine.NativeOp;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A convolution, also a depthwise one. ND4J's operations take Keras's layouts as they are, of images and
 * of kernels, and run on oneDNN. Deeplearning4j's own ConvolutionLayer does so only where a system
 * property of the whole process is set and a class is supplied that moved in this release, and is 10
 * times slower otherwise.
 */
final class ConvRun implements StepRun {
  private static final int CHANNELS_LAST = 1;
  private static final int KERNEL_HEIGHT_WIDTH_IN_OUT = 0;

  private final KernelTaps taps;
  private final Framed framed;
  private final Operations activation;
  private final NativeOp forward;
  private final @Nullable NativeOp backward;

  /**
   * Binds the arrays.
   *
   * @param name ND4J's operation, {@code conv2d} or {@code depthwise_conv2d}
   * @param parameters the kernel and, where there is one, the bias
   */
  ConvRun(
      String name,
      Operation spec,
      Window window,
      Connections connections,
      Shape inputShape,
      List<Variable> parameters,
      Workplace workplace) {
    NativeMemory memory = workplace.memory();
    taps = KernelTaps.of(parameters.get(0), window, memory);
    framed = new Framed(connections, inputShape, taps.window(), 0f, memory);
    activation = Activations.inPlace(spec.activation().function(), connections, workplace);
    int[] arguments = framed.arguments(CHANNELS_LAST, KERNEL_HEIGHT_WIDTH_IN_OUT);
    List<INDArray> inputs = new ArrayList<>(List.of(framed.input()));
    List<Variable> arrays = new ArrayList<>(parameters);
    arrays.set(0, taps.kernel());
    arrays.forEach(array -> inputs.add(array.values()));
    forward = new NativeOp(name, inputs, List.of(connections.output()), arguments);
    if (connections.goesBackward()) {
      inputs.add(connections.requireOutputGradient());
      List<INDArray> gradients = new ArrayList<>();
      gradients.add(orUnread(framed.inputGradient(), framed.input(), memory));
      arrays.forEach(array -> gradients.add(orUnread(array.gradient(), array.values(), memory)));
      backward = new NativeOp(name + "_bp", inputs, gradients, arguments);
    } else {
      backward = null;
    }
  }

  /** The operation computes all gradients in any case. */
  private static INDArray orUnread(
      @Nullable INDArray wanted, INDArray values, NativeMemory memory) {
    return wanted != null ? wanted : memory.zeros(values.shape());
  }

  @Override
  public void forward(long step) {
    taps.spread().forEach(Runnable::run);
    framed.copyIn();
    forward.run();
    activation.forward(step);
  }

  @Override
  public void backward() {
    activation.backward();
    if (backward != null) {
      backward.run();
      taps.gather().forEach(Runnable::run);
    }
    framed.copyOut();
  }
}
