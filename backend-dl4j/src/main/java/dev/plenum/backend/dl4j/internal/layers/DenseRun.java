package dev.plenum.backend.dl4j.internal.layers;

import dev.plenum.api.network.Activation;
import dev.plenum.backend.dl4j.internal.engine.Elementwise;
import dev.plenum.backend.dl4j.internal.engine.NativeOp;
import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A fully connected layer as matrix products. The operation matmul goes to oneDNN; xw_plus_b, which
 * adds the bias as well, was 40 times slower, and the BLAS of mmul 4 times.
 */
final class DenseRun {
  private static final int TRANSPOSED = 1;

  private DenseRun() {}

  /**
   * Binds the arrays.
   *
   * @param parameters the kernel and, where there is one, the bias
   */
  static Operations of(
      Activation activation,
      Connections connections,
      List<Variable> parameters,
      Workplace workplace) {
    Operations last = Activations.inPlace(activation.function(), connections, workplace);
    List<Runnable> forward = new ArrayList<>(forward(connections, parameters));
    forward.addAll(last.ahead());
    List<Runnable> backward = new ArrayList<>(last.back());
    if (connections.goesBackward()) {
      backward.addAll(backward(connections, parameters));
    }
    return new Operations(forward, backward);
  }

  private static List<Runnable> forward(Connections connections, List<Variable> parameters) {
    INDArray y = connections.output();
    List<Runnable> operations = new ArrayList<>();
    operations.add(new NativeOp(
        "matmul", List.of(connections.input(), parameters.get(0).values()), List.of(y)));
    if (parameters.size() > 1) {
      operations.add(Elementwise.addToChannels(y, parameters.get(1).values(), y));
    }
    return operations;
  }

  private static List<Runnable> backward(Connections connections, List<Variable> parameters) {
    INDArray g = connections.requireOutputGradient();
    INDArray kernel = parameters.get(0).values();
    List<Runnable> operations = new ArrayList<>();
    INDArray dKernel = parameters.get(0).gradient();
    if (dKernel != null) {
      operations.add(new NativeOp(
          "matmul", List.of(connections.input(), g), List.of(dKernel), TRANSPOSED, 0, 0));
    }
    INDArray dBias = parameters.size() > 1 ? parameters.get(1).gradient() : null;
    if (dBias != null) {
      operations.add(new NativeOp("reduce_sum", List.of(g), List.of(dBias), 0));
    }
    INDArray dInput = connections.inputGradient();
    if (dInput != null) {
      operations.add(new NativeOp("matmul", List.of(g, kernel), List.of(dInput), 0, TRANSPOSED, 0));
    }
    return operations;
  }
}
