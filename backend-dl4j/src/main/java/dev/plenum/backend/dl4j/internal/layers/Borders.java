package dev.plenum.backend.dl4j.internal.layers;

import dev.plenum.api.network.Margins;
import dev.plenum.api.network.Shape;
import dev.plenum.backend.dl4j.internal.engine.Elementwise;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Layers that add something around an image or cut it off. */
final class Borders {
  private Borders() {}

  /** Zeros around an image: the output's border is 0 from the start, and nothing writes there. */
  static Operations zeroPadding(Margins margins, Shape inputShape, Connections connections) {
    INDArray gradient = connections.inputGradient();
    return new Operations(
        List.of(Elementwise.copy(
            connections.input(), inside(connections.output(), margins, inputShape))),
        gradient == null
            ? List.of()
            : List.of(Elementwise.copy(
                inside(connections.requireOutputGradient(), margins, inputShape), gradient)));
  }

  /** The inside of an image. What is cut off gets the gradient 0, since others may have written there. */
  static Operations cropping(Margins margins, Shape outputShape, Connections connections) {
    INDArray gradient = connections.inputGradient();
    return new Operations(
        List.of(Elementwise.copy(
            inside(connections.input(), margins, outputShape), connections.output())),
        gradient == null
            ? List.of()
            : List.of(
                Elementwise.fill(0, gradient),
                Elementwise.copy(
                    connections.requireOutputGradient(), inside(gradient, margins, outputShape))));
  }

  private static INDArray inside(INDArray images, Margins margins, Shape shape) {
    return Framed.interior(images, margins.top(), margins.left(), shape);
  }
}
