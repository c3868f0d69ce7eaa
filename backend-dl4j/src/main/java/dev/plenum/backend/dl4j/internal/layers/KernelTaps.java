package dev.plenum.backend.dl4j.internal.layers;

import dev.plenum.api.network.Window;
import dev.plenum.backend.dl4j.internal.engine.Elementwise;
import dev.plenum.backend.dl4j.internal.engine.NativeMemory;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A convolution's kernel as ND4J's operations can use it. With oneDNN they refuse a dilation; so the taps
 * of a dilated kernel are spread over a larger one that has zeros in between.
 *
 * @param window not dilated
 * @param kernel of the window's size
 * @param spread copies the taps to the kernel
 * @param gather copies the taps' gradient from the kernel's
 */
record KernelTaps(Window window, Variable kernel, List<Runnable> spread, List<Runnable> gather) {

  /**
   * Of a layer.
   *
   * @param taps the kernel of shape (height, width, …) that is a parameter
   */
  static KernelTaps of(Variable taps, Window window, NativeMemory memory) {
    if (!window.isDilated()) {
      return new KernelTaps(window, taps, List.of(), List.of());
    }
    Window large = new Window(
        window.spanY(), window.spanX(), window.strideY(), window.strideX(), window.padding());
    long[] shape = taps.values().shape().clone();
    shape[0] = large.height();
    shape[1] = large.width();
    INDArray values = memory.zeros(shape);
    List<Runnable> spread = List.of(Elementwise.copy(taps.values(), places(values, window)));
    INDArray tapsGradient = taps.gradient();
    if (tapsGradient == null) {
      return new KernelTaps(large, new Variable(values, null), spread, List.of());
    }
    INDArray gradient = memory.zeros(shape);
    return new KernelTaps(
        large,
        new Variable(values, gradient),
        spread,
        List.of(Elementwise.copy(places(gradient, window), tapsGradient)));
  }

  private static INDArray places(INDArray kernel, Window window) {
    INDArray rows = NativeMemory.every(window.dilationY(), kernel, 0);
    return NativeMemory.every(window.dilationX(), rows, 1);
  }
}
