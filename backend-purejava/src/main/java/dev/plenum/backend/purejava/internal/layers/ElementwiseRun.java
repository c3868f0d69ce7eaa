package dev.plenum.backend.purejava.internal.layers;

import dev.plenum.api.network.ElementwiseFunction;
import dev.plenum.backend.purejava.internal.kernels.Elementwise;
import dev.plenum.backend.purejava.internal.memory.FeatureMaps;
import org.jspecify.annotations.Nullable;

/** An activation that is a layer of its own. */
final class ElementwiseRun {
  private ElementwiseRun() {}

  static ImageRun of(ElementwiseFunction function, Connections connections, Elementwise kernels) {
    return function.derivesFromOutput()
        ? new OfOutput(ActivationFunction.of(function), connections, kernels)
        : new OfInput(InputFunction.of(function), connections);
  }

  /** With a derivative that follows from the outputs. */
  private record OfOutput(
      ActivationFunction function, Connections connections, Elementwise elementwise)
      implements ImageRun {

    @Override
    public void forward(int image, int worker) {
      connections.output().copyImage(image, connections.input(), image);
      function.apply(connections.output(), image);
    }

    @Override
    public @Nullable ImageBackward backward() {
      Gradients target = connections.inputGradient();
      return target == null ? null : (image, slot, worker) -> giveBack(image, worker, target);
    }

    private void giveBack(int image, int worker, Gradients target) {
      Gradients source = connections.requireOutputGradient();
      int place = target.place(image, worker);
      target.maps().copyImage(place, source.maps(), source.place(image, worker));
      function.multiplyByDerivative(connections.output(), image, target.maps(), place, elementwise);
    }
  }

  /** With a derivative that needs the inputs. */
  private record OfInput(InputFunction function, Connections connections) implements ImageRun {

    @Override
    public void forward(int image, int worker) {
      FeatureMaps input = connections.input();
      FeatureMaps output = connections.output();
      for (int row = 0; row < input.height(); row++) {
        int from = input.index(image, row, 0);
        int to = output.index(image, row, 0);
        for (int i = 0; i < input.rowSize(); i++) {
          output.data()[to + i] = function.value(input.data()[from + i]);
        }
      }
    }

    @Override
    public @Nullable ImageBackward backward() {
      Gradients target = connections.inputGradient();
      return target == null ? null : (image, slot, worker) -> giveBack(image, worker, target);
    }

    private void giveBack(int image, int worker, Gradients target) {
      Gradients source = connections.requireOutputGradient();
      FeatureMaps input = connections.input();
      for (int row = 0; row < input.height(); row++) {
        int x = input.index(image, row, 0);
        int from = source.maps().index(source.place(image, worker), row, 0);
        int to = target.maps().index(target.place(image, worker), row, 0);
        for (int i = 0; i < input.rowSize(); i++) {
          target.maps().data()[to + i] =
              source.maps().data()[from + i] * function.derivative(input.data()[x + i]);
        }
      }
    }
  }
}
